/** Positions of the protocol in a text: what they mean, and random ones. */
import type { Chance } from './chance.js';

export interface Position {
  readonly line: number;
  readonly character: number;
}

/** What a position means by the protocol; behind its line it is the line's end, behind the text it is the text's end. */
export function offsetOf(text: string, { line, character }: Position): number {
  const lines = [...text.matchAll(/\r\n|\r|\n|$/gu)];
  const end = lines[line];
  if (line < 0) return 0;
  if (!end) return text.length;
  const before = lines[line - 1];
  const start = before ? before.index + before[0].length : 0;
  return Math.min(start + Math.max(character, 0), end.index);
}

/** Any position of `text`, and now and then one outside it. */
export function positionIn(text: string, chance: Chance): Position {
  // Just behind the end is where a table of lines breaks most easily.
  if (chance.once(6)) {
    const lines = text.split(/\r\n|\r|\n/u).length;
    const line = chance.of([0, lines - 1, lines, lines + 1, lines + 2, 2 ** 31 - 1]);
    return { line, character: chance.of([0, 7, 2 ** 31 - 1]) };
  }
  const before = text.slice(0, chance.below(text.length + 1)).split(/\r\n|\r|\n/u);
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}
