/** Edits of a policy's own text as edits of its host. */
import type { Edit, Span } from '../span.js';
import { hostEnd, hostOffset, pieceAt, type Embedded, type Piece } from './embedded.js';

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
    newText: missingIndent(embedded, span, newText) + writtenIn(embedded, newText),
  }));
}

/** What must stand before `newText` in the place of `span`: the indentation, where a line begins that has none in the host, as empty lines often have none. */
function missingIndent(embedded: Embedded, { start, end }: Span, newText: string): string {
  const { text, writing } = embedded;
  const begins = start === 0 || isLineEnd(text.charAt(start - 1));
  const next = (newText + text.charAt(end)).charAt(0);
  const isIndented = hostOffset(embedded, start) > hostEnd(embedded, start);
  return writing && begins && !isIndented && next !== '' && !isLineEnd(next) ? writing.indent : '';
}

const isLineEnd = (character: string): boolean => character === '\n' || character === '\r';

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
