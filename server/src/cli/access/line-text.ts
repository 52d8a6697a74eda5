/** Lines of the engine as text for a terminal. */
import type { Line } from '../../core/index.js';
import { oneLine } from '../one-line.js';

/** A line and those below it, with `separator` between them; indented where that is a line end. */
export function lineText({ text, below }: Line, separator: '\n' | ' ', depth = 0): string {
  const indentation = separator === '\n' ? '  '.repeat(depth) : '';
  return [`${indentation}${oneLine(text)}`, ...below.map((line) => lineText(line, separator, depth + 1))].join(
    separator,
  );
}
