/** Edits of a policy's own text as edits of its host. */
import type { Edit, Span } from '../span.js';
import { beginsLine, lineStartBefore } from '../syntax/measure.js';
import { hostEnd, hostOffset, pieceAt, pointInHost, type Embedded, type Piece } from './embedded.js';

/** `text` as it is written in the host; `indented`: with the host's indentation on new lines. */
export function writtenIn({ writing }: Embedded, text: string, indented = true): string {
  if (!writing) return text;
  if (!indented) return writing.encode(text);
  // Empty lines are not indented. The last one is: what follows the text continues it.
  return writing.encode(text).replace(/(?:\r\n|\n|\r)(?![\r\n])/gu, `$&${writing.indent.replaceAll('$', '$$$$')}`);
}

/**
 * Edits of the own text, which do not overlap, as edits of the host. Reading the host after them gives the own text after `edits`, but for blank lines that
 * stood for comments.
 * If an edit cuts an indivisible piece, the rest of the piece is written anew.
 */
export function hostEdits(embedded: Embedded, edits: readonly Edit[]): readonly Edit[] {
  const { pieces } = embedded;
  if (!pieces) return edits;
  return widened(
    embedded.text,
    pieces,
    edits.map((edit) => withComments(embedded, edit)),
  ).map(({ span, newText }) => ({
    span: spanInHost(embedded, span),
    newText:
      ownWriting(pieces, span)?.(newText) ?? missingIndent(embedded, span, newText) + writtenIn(embedded, newText),
  }));
}

/** The edit with the lines right above it that have nothing but comments in the host. */
function withComments({ text, commented }: Embedded, edit: Edit): Edit {
  if (!edit.above || !commented) return edit;
  let { start } = edit.span;
  while (start > 0 && beginsLine(text, start)) {
    const line = lineStartBefore(text, start);
    if (!commented.has(line) || text.slice(line, start).trim() !== '') break;
    start = line;
  }
  return { span: { start, end: edit.span.end }, newText: edit.newText };
}

/**
 * Where an edit of an own span stands in the host. Behind a line end both ends skip indentation, so that removing a line removes one indentation with it.
 * Anywhere else an edit ends before what lies between two pieces, which is a comment, and so it does, and begins, on a line that begins with one.
 */
function spanInHost(embedded: Embedded, { start, end }: Span): Span {
  const { commented } = embedded;
  if (start === end) return { start: pointInHost(embedded, end), end: pointInHost(embedded, end) };
  return {
    start: commented?.has(start) ? hostEnd(embedded, start) : hostOffset(embedded, start),
    end: commented?.has(end) ? hostEnd(embedded, end) : pointInHost(embedded, end),
  };
}

/** How what takes the place of exactly one piece is written, where that piece says so. */
function ownWriting(pieces: readonly Piece[], { start, end }: Span): Piece['encode'] {
  const piece = pieces[pieceAt(pieces, 'own', start)];
  return piece?.own.start === start && piece.own.end === end ? piece.encode : undefined;
}

/** The indentation to insert before `newText`, if it begins a line that has none in the host: empty lines often have none. */
function missingIndent(embedded: Embedded, { start, end }: Span, newText: string): string {
  const { text, writing } = embedded;
  const next = (newText + text.charAt(end)).charAt(0);
  const isIndented = hostOffset(embedded, start) > hostEnd(embedded, start);
  return writing && beginsLine(text, start) && !isIndented && next !== '' && !isLineEnd(next) ? writing.indent : '';
}

const isLineEnd = (character: string): boolean => character === '\n' || character === '\r';

/** The edits, widened so that none begins or ends inside an indivisible piece. Edits that touch, or cut the same piece, become one. */
function widened(text: string, pieces: readonly Piece[], edits: readonly Edit[]): readonly Edit[] {
  const joined: Edit[] = [];
  for (const edit of [...edits].sort((a, b) => a.span.start - b.span.start)) {
    const { span, newText } = edit;
    const last = joined.at(-1);
    if (!last || startOfPiece(pieces, span.start) > endOfPiece(pieces, last.span.end)) joined.push(edit);
    else
      joined[joined.length - 1] = {
        span: { start: last.span.start, end: span.end },
        newText: last.newText + text.slice(last.span.end, span.start) + newText,
      };
  }
  return joined.map(({ span, newText }) => {
    const start = startOfPiece(pieces, span.start);
    const end = endOfPiece(pieces, span.end);
    return { span: { start, end }, newText: text.slice(start, span.start) + newText + text.slice(span.end, end) };
  });
}

function startOfPiece(pieces: readonly Piece[], own: number): number {
  const piece = pieces[pieceAt(pieces, 'own', own)];
  return piece && !piece.verbatim && own < piece.own.end ? piece.own.start : own;
}

function endOfPiece(pieces: readonly Piece[], own: number): number {
  const piece = pieces[pieceAt(pieces, 'own', own)];
  return piece && !piece.verbatim && own > piece.own.start && own < piece.own.end ? piece.own.end : own;
}
