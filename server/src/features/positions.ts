/** Texts with lines, and spans as ranges where there are thousands of them. */
import type { Position, Range } from 'vscode-languageserver-types';
import { hostSpan, type Embedded } from '../core/embed/embedded.js';
import type { Span } from '../core/span.js';

/** The part of a text document that documents are made from; `TextDocument` of vscode-languageserver-textdocument has it. */
export interface Text {
  readonly uri: string;
  readonly languageId: string;
  readonly version: number;
  getText(): string;
  positionAt(offset: number): Position;
  offsetAt(position: Position): number;
}

/** The range of an own span in the host document. */
export type Locate = (span: Span) => Range;

/** Locates spans of a policy: the line that was found last is looked at first. For one version of the host, whose text is `content`. */
export function createLocator(host: Text, content: string, embedded: Embedded): Locate {
  let line = 0;
  let start = 0;
  let end = -1;
  const positionAt = (offset: number): Position => {
    if (offset < start || offset > end) {
      ({ line } = host.positionAt(offset));
      start = host.offsetAt({ line, character: 0 });
      end = host.offsetAt({ line: line + 1, character: 0 });
      while (end > start && '\r\n'.includes(content.charAt(end - 1))) end--;
    }
    return { line, character: Math.min(offset, end) - start };
  };
  return (span) => {
    const found = hostSpan(embedded, span);
    return { start: positionAt(found.start), end: positionAt(found.end) };
  };
}
