/** A policy of a text that itself stands in a host. */
import type { Span } from '../span.js';
import type { Embedded } from './embedded.js';

const moved = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by });

/** `embedded` in a host in which its own host begins at the offset `by`. */
export const shifted = (embedded: Embedded, by: number): Embedded => ({
  ...embedded,
  span: moved(embedded.span, by),
  pieces: embedded.pieces?.map((piece) => ({ ...piece, host: moved(piece.host, by) })),
});
