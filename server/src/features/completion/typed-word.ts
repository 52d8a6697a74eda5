/** What is typed, searched in names as words: the verb that a name begins with, or a later word such as `Room` of `DescribeRoomInfo`. */
import type { Candidate } from './candidate.js';

/** Lists that depend on what is typed are made again for each letter up to this many; from there on, they only get shorter. */
const decidingLetters = 3;

/** Whether so little is typed of a name that the list must be asked for again. */
export const isUndecided = (typed: string): boolean => typed.length < decidingLetters && !typed.includes('*');

/** Whether a word is typed that is searched inside names: two letters or more. One letter begins too many words. */
export const isLatinWord = (typed: string): boolean => /^[A-Za-z\d]{2,}$/u.test(typed);

/** Whether a Chinese word is typed, of which one character is enough. */
export const isChineseWord = (typed: string): boolean => /^\p{Script=Han}+$/u.test(typed);

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
 * The same for Chinese words of sentences.
 */
export function foundByWord(candidates: readonly Candidate[], typed: string): readonly Candidate[] {
  if (isChineseWord(typed)) return candidates.map((candidate) => foundAt(candidate, textOf(candidate).indexOf(typed)));
  if (!isLatinWord(typed)) return candidates;
  const lower = typed.toLowerCase();
  const starts = candidates.map(({ label }) => wordStart(label, lower));
  if (starts.includes(0) || (isShort(lower) && candidates.some(({ label }) => initialsOf(label).startsWith(lower))))
    return candidates;
  return candidates.map((candidate, index) => foundAt(candidate, starts[index] ?? -1));
}

/** Two letters may as well be the first ones of two words: `si` of `StartInstances`. */
const isShort = (typed: string): boolean => typed.length < decidingLetters;

const initialsOf = (name: string): string => name.replace(/[^A-Z]/gu, '').toLowerCase();

const textOf = ({ label, filter = label }: Candidate): string => filter;

/** The candidate, found by its filter text, which begins with its label, from `at` on. */
function foundAt(candidate: Candidate, at: number): Candidate {
  const filter = textOf(candidate);
  return at < 0
    ? candidate
    : { ...candidate, filter: `${filter.slice(at)} ${filter}`.slice(0, longestFilter).trimEnd() };
}
