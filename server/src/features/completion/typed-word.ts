/** What is typed, searched in names as words: the verb that a name begins with, or a later word such as `Room` of `DescribeRoomInfo`. */
import type { Candidate } from './candidate.js';

/** Lists that depend on what is typed are made again for each letter up to this many; from there on, they only get shorter. */
const decidingLetters = 3;

/** Whether so little is typed of a name that the list must be asked for again. */
export const isUndecided = (typed: string): boolean => typed.length < decidingLetters && !typed.includes('*');

/** Where in `name` a word begins as `lower` does, in any case; -1: nowhere. */
export function wordStart(name: string, lower: string): number {
  const names = name.toLowerCase();
  if (names.startsWith(lower)) return 0;
  for (let at = names.indexOf(lower, 1); at > 0; at = names.indexOf(lower, at + 1))
    if (name.charAt(at) !== names.charAt(at)) return at;
  return -1;
}

/** Editors look at so many characters of a filter text. */
const longestFilter = 128;

/**
 * The candidates, found from the word that is typed where no name begins with it. Editors put a name first in which the word stands further left, so that
 * `room` would give `DismissRoom` before `DescribeRoomInfo`. Here all are equal, so that the order of the list decides: use, then reading before destroying.
 */
export function foundByWord(candidates: readonly Candidate[], typed: string): readonly Candidate[] {
  const lower = typed.toLowerCase();
  if (isUndecided(typed) || !/^[a-z\d]+$/u.test(lower)) return candidates;
  const starts = candidates.map(({ label }) => wordStart(label, lower));
  if (starts.includes(0)) return candidates;
  return candidates.map((candidate, index) => {
    const { label, filter = label } = candidate;
    const at = starts[index] ?? -1;
    if (at < 0) return candidate;
    return { ...candidate, filter: `${label.slice(at)} ${filter}`.slice(0, longestFilter).trimEnd() };
  });
}
