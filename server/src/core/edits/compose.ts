/** Combines two successive lists of edits into one. Knows offsets only. */
import { type Edit, type Span } from '../span.js';

/** A stretch of the text after some edits: what was there before them, by its old offsets, or new text. */
type Piece = Span | string;

const lengthOf = (piece: Piece): number => (typeof piece === 'string' ? piece.length : piece.end - piece.start);

const part = (piece: Piece, from: number, to: number): Piece =>
  typeof piece === 'string' ? piece.slice(from, to) : { start: piece.start + from, end: piece.start + to };

const inOrder = (edits: readonly Edit[]): readonly Edit[] => [...edits].sort((a, b) => a.span.start - b.span.start);

/** The pieces after `edits` have been made on `pieces`; the last piece is endless. */
function change(pieces: readonly Piece[], edits: readonly Edit[]): readonly Piece[] {
  const result: Piece[] = [];
  let index = 0;
  let used = 0;
  let at = 0;
  /** Goes on to offset `to` and gives what lies before it to `keep`. */
  const advance = (to: number, keep: (piece: Piece) => void): void => {
    while (at < to) {
      const piece = pieces[index];
      if (piece === undefined) return;
      const length = Math.min(lengthOf(piece) - used, to - at);
      if (length > 0) keep(part(piece, used, used + length));
      used += length;
      at += length;
      if (used < lengthOf(piece)) continue;
      index++;
      used = 0;
    }
  };
  for (const { span, newText } of inOrder(edits)) {
    advance(span.start, (piece) => result.push(piece));
    advance(span.end, () => undefined);
    if (newText) result.push(newText);
  }
  advance(Infinity, (piece) => result.push(piece));
  return result;
}

const untouched: readonly Piece[] = [{ start: 0, end: Infinity }];

/** The edits that have the effect of `first` and then `second`. Offsets of `second` are those of the text after `first`. Within each list no two edits overlap. */
export function composeEdits(first: readonly Edit[], second: readonly Edit[]): readonly Edit[] {
  const edits: Edit[] = [];
  let at = 0;
  let newText = '';
  // Where the first edits are none, the offsets of the second are those of the text.
  const above = new Set(
    [...first, ...(first.length === 0 ? second : [])].flatMap((edit) => (edit.above ? edit.span.start : [])),
  );
  for (const piece of change(change(untouched, first), second)) {
    if (typeof piece === 'string') {
      newText += piece;
      continue;
    }
    if (newText || piece.start > at)
      edits.push({ span: { start: at, end: piece.start }, newText, ...(above.has(at) ? { above: true } : {}) });
    at = piece.end;
    newText = '';
  }
  return edits;
}
