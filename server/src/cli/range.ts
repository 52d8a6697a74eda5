/** Places in a file as every format names them. */
import type { LineIndex, Span } from '../core/index.js';

/** Lines and columns are from 1, columns in UTF-16 units; the end is exclusive. */
export interface Range {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export function rangeOf(lines: LineIndex, { start, end }: Span): Range {
  const from = lines.at(start);
  const to = lines.at(end);
  return { line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
}
