/** A policy in a host, a text that holds policies among other things. Knows texts and offsets only. */
import type { Edit, Span } from '../span.js';

/** A stretch of a policy's own text, and the stretch of the host that stands for it. */
export interface Piece {
  readonly own: Span;
  readonly host: Span;
  /** Character for character the same. Any other piece is a whole, such as an escape: nothing points into it. */
  readonly verbatim: boolean;
}

/** How text that is put into a policy is written in its host. */
export interface Writing {
  /**
   * Escapes what means something to the host. It must be the reverse of reading for every text, texts that stand in the policy already included:
   * they may be moved. Indentation is not its business.
   */
  readonly encode: (text: string) => string;
  /** What the host has before each line of the policy and the policy has not. */
  readonly indent: string;
}

/** A policy in a host. "Own" offsets are those of `text`, "host" offsets those of the host's text; both in UTF-16 units. */
export interface Embedded {
  /** The policy as CAM gets it. */
  readonly text: string;
  /** Where it stands in the host. */
  readonly span: Span;
  /**
   * In order, without a gap or an overlap in `text`. What lies between two of them in the host is none of the policy's, as indentation is.
   * Undefined: the text stands in the host as it is, from the host's offset 0 on.
   */
  readonly pieces: readonly Piece[] | undefined;
  /** Undefined: text is written as it is. */
  readonly writing: Writing | undefined;
}

/** A host that is a policy from its first character to its last. */
export const wholeText = (text: string): Embedded => ({
  text,
  span: { start: 0, end: text.length },
  pieces: undefined,
  writing: undefined,
});

/** The index of the last piece whose `side` begins at or before `offset`; -1 where there is none. */
function pieceAt(pieces: readonly Piece[], side: 'own' | 'host', offset: number): number {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const piece = pieces[middle];
    if (piece && piece[side].start <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Where in the host the character at an own offset begins. */
export function hostOffset({ pieces, span }: Embedded, own: number): number {
  if (!pieces) return own;
  const piece = pieces[pieceAt(pieces, 'own', own)];
  if (!piece) return span.start;
  if (own >= piece.own.end) return piece.host.end;
  return piece.verbatim ? piece.host.start + own - piece.own.start : piece.host.start;
}

/** Where in the host the character before an own offset ends. */
function hostEnd({ pieces, span }: Embedded, own: number): number {
  if (!pieces) return own;
  const piece = pieces[pieceAt(pieces, 'own', own - 1)];
  if (!piece) return span.start;
  return piece.verbatim && own < piece.own.end ? piece.host.start + own - piece.own.start : piece.host.end;
}

/** The own offset of what stands at a host offset; the nearest one before it where that is none of the policy's. */
export function ownOffset({ pieces }: Embedded, host: number): number {
  if (!pieces) return host;
  const piece = pieces[pieceAt(pieces, 'host', host)];
  if (!piece) return 0;
  if (host >= piece.host.end) return piece.own.end;
  return piece.verbatim ? piece.own.start + host - piece.host.start : piece.own.start;
}

/** The stretch of the host that stands for an own span, without what is not the policy's at its ends. */
export function hostSpan(embedded: Embedded, span: Span): Span {
  if (!embedded.pieces) return span;
  const start = hostOffset(embedded, span.start);
  return { start, end: span.end > span.start ? hostEnd(embedded, span.end) : start };
}

/** `text`, which is to go into the policy, as the host has it; `indented`: with the host's indentation on new lines. */
export function writtenIn({ writing }: Embedded, text: string, indented = true): string {
  if (!writing) return text;
  if (!indented) return writing.encode(text);
  // A line that is empty gets no blanks, unless what follows the text goes on in it.
  return writing.encode(text).replace(/(?:\r\n|\n|\r)(?![\r\n])/gu, `$&${writing.indent.replaceAll('$', '$$$$')}`);
}

/**
 * Edits of the own text, which do not overlap, as edits of the host. Reading the host after them gives the own text after `edits`.
 * What they leave of a piece that is a whole is written anew.
 */
export function hostEdits(embedded: Embedded, edits: readonly Edit[]): readonly Edit[] {
  const { pieces } = embedded;
  if (!pieces) return edits;
  return widened(embedded.text, pieces, edits).map(({ span, newText }) => ({
    // Both ends go behind what is not the policy's, so that a line that is taken away takes the indentation of the next one with it.
    span: { start: hostOffset(embedded, span.start), end: hostOffset(embedded, span.end) },
    newText:
      (lacksIndent(embedded, span.start) && newText ? (embedded.writing?.indent ?? '') : '') +
      writtenIn(embedded, newText),
  }));
}

/** Whether a line begins here that has no indentation in the host, as empty lines often have none. */
const lacksIndent = (embedded: Embedded, own: number): boolean =>
  (own === 0 || /[\r\n]/u.test(embedded.text.charAt(own - 1))) && hostOffset(embedded, own) === hostEnd(embedded, own);

/** The edits, none of which begins or ends inside a piece that is a whole. Edits that touch, or lie in one such piece, are one edit. */
function widened(text: string, pieces: readonly Piece[], edits: readonly Edit[]): readonly Edit[] {
  const joined: Edit[] = [];
  for (const edit of [...edits].sort((a, b) => a.span.start - b.span.start)) {
    const { span, newText } = edit;
    const last = joined.at(-1);
    if (!last || startOfWhole(pieces, span.start) > endOfWhole(pieces, last.span.end)) joined.push(edit);
    else
      joined[joined.length - 1] = {
        span: { start: last.span.start, end: span.end },
        newText: last.newText + text.slice(last.span.end, span.start) + newText,
      };
  }
  return joined.map(({ span, newText }) => {
    const start = startOfWhole(pieces, span.start);
    const end = endOfWhole(pieces, span.end);
    return { span: { start, end }, newText: text.slice(start, span.start) + newText + text.slice(span.end, end) };
  });
}

function startOfWhole(pieces: readonly Piece[], own: number): number {
  const piece = pieces[pieceAt(pieces, 'own', own)];
  return piece && !piece.verbatim && own < piece.own.end ? piece.own.start : own;
}

function endOfWhole(pieces: readonly Piece[], own: number): number {
  const piece = pieces[pieceAt(pieces, 'own', own)];
  return piece && !piece.verbatim && own > piece.own.start && own < piece.own.end ? piece.own.end : own;
}
