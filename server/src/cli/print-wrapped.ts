/** Prose for a person. */
import type { Environment } from './environment.js';
import { wrapped } from './help.js';

/** No line of prose is longer, however wide the terminal is. */
const widest = 100;

/** Prints `text`, on a terminal in lines that fit; elsewhere as it is, so that a paragraph is one line. */
export function printWrapped(text: string, { print }: Environment): void {
  const { isTTY, columns } = process.stdout;
  print(isTTY ? wrapped(text, Math.min(columns, widest)).join('\n') : text);
}
