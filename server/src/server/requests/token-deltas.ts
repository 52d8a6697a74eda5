/** Semantic tokens as differences to the last ones that were sent: while typing in a long policy only a few numbers are sent. */
import type { SemanticTokens, SemanticTokensDelta } from 'vscode-languageserver';

export interface TokenDeltas {
  /** All tokens, cached under a new id. */
  full(uri: string, data: number[]): SemanticTokens;
  /** The difference to `previous`; all tokens if that is no longer known. */
  since(uri: string, previous: string, data: number[]): SemanticTokens | SemanticTokensDelta;
  readonly forget: (uri: string) => void;
}

export function createTokenDeltas(): TokenDeltas {
  const sent = new Map<string, { readonly id: string; readonly data: readonly number[] }>();
  let ids = 0;
  const remember = (uri: string, data: readonly number[]): string => {
    const id = String(++ids);
    sent.set(uri, { id, data });
    return id;
  };
  const full = (uri: string, data: number[]): SemanticTokens => ({ resultId: remember(uri, data), data });
  return {
    full,
    since(uri, previous, data) {
      const before = sent.get(uri);
      if (before?.id !== previous) return full(uri, data);
      return { resultId: remember(uri, data), edits: difference(before.data, data) };
    },
    forget: (uri) => void sent.delete(uri),
  };
}

/** One edit between the common beginning and the common end. */
function difference(before: readonly number[], after: readonly number[]): SemanticTokensDelta['edits'] {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  if (start === before.length && start === after.length) return [];
  let tail = 0;
  while (tail < shorter - start && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  return [{ start, deleteCount: before.length - start - tail, data: after.slice(start, after.length - tail) }];
}
