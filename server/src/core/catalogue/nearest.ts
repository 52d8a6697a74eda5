/** Finds the names a misspelt name was probably meant to be. Knows nothing of services or policies. */

/**
 * Optimal string alignment distance (Levenshtein plus swaps of neighbours), or `limit + 1` where it is larger than `limit`.
 * Counts UTF-16 units; upper and lower case differ. Cost is proportional to the length times `limit`.
 */
export function distance(a: string, b: string, limit: number): number {
  const over = limit + 1;
  if (Math.abs(a.length - b.length) > limit) return over;
  let before: number[] = [];
  let previous: number[] = [];
  let current: number[] = [];
  for (let j = 0; j <= b.length; j++) previous[j] = j;
  for (let i = 1; i <= a.length; i++) {
    // Cells farther than `limit` from the diagonal are over it in any case.
    const from = Math.max(1, i - limit);
    const to = Math.min(b.length, i + limit);
    const code = a.charCodeAt(i - 1);
    let least = from === 1 ? i : over;
    current[from - 1] = least;
    for (let j = from; j <= to; j++) {
      const other = b.charCodeAt(j - 1);
      let cost = Math.min(
        (current[j - 1] ?? over) + 1,
        (j < i + limit ? (previous[j] ?? over) : over) + 1,
        (previous[j - 1] ?? over) + (code === other ? 0 : 1),
      );
      if (i > 1 && j > 1 && code === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === other)
        cost = Math.min(cost, (before[j - 2] ?? over) + 1);
      current[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > limit) return over;
    [before, previous, current] = [previous, current, before];
  }
  return Math.min(previous[b.length] ?? over, over);
}

/** How many typing errors a name of this length may have and still be recognised. */
const tolerance = (length: number): number =>
  length < 4 ? 1 : length < 8 ? 2 : Math.min(4, 1 + Math.floor(length / 6));

/** Verbs that people coming from other clouds or older APIs confuse. */
export const synonymousVerbs = [
  ['Describe', 'Get', 'List', 'Query'],
  ['Create', 'Add', 'Put', 'Run'],
  ['Delete', 'Remove', 'Terminate', 'Destroy'],
  ['Modify', 'Update', 'Set', 'Change'],
] as const;

/** The name with its verb replaced by each verb that it is confused with. */
function withOtherVerbs(name: string): string[] {
  const group = synonymousVerbs.find((candidates) => candidates.some((verb) => name.startsWith(verb)));
  const own = group?.find((verb) => name.startsWith(verb));
  return group && own ? group.filter((verb) => verb !== own).map((verb) => verb + name.slice(own.length)) : [];
}

/** A name to compare with, and what makes a quick comparison possible. */
interface Candidate {
  readonly name: string;
  readonly lower: string;
  readonly letters: number;
}

/** Which letters a text contains, one bit for each of 32 groups. */
function lettersOf(text: string): number {
  let letters = 0;
  for (let at = 0; at < text.length; at++) letters |= 1 << (text.charCodeAt(at) & 31);
  return letters;
}

function countBits(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count++;
  return count;
}

/** Whether two texts may be within `limit` edits of each other: one edit adds or removes at most one group of letters. */
const mayBeNear = (a: number, b: number, limit: number): boolean =>
  countBits(a & ~b) <= limit && countBits(b & ~a) <= limit;

/** The indexed names that a misspelt name probably means, best first, at most `limit` (default 3). */
export type FindNearest = (name: string, limit?: number) => readonly string[];

/**
 * Prepares `names` for many comparisons.
 * A difference in case counts less than any other edit; a different verb before the same words counts as one edit.
 */
export function indexNearest(names: Iterable<string>): FindNearest {
  const candidates = Array.from(names, (name): Candidate => {
    const lower = name.toLowerCase();
    return { name, lower, letters: lettersOf(lower) };
  });
  return (name, limit = 3) => {
    const bound = tolerance(name.length);
    const lower = name.toLowerCase();
    const letters = lettersOf(lower);
    const swapped = withOtherVerbs(name).map((other) => {
      const word = other.toLowerCase();
      return { word, letters: lettersOf(word) };
    });
    const found: { candidate: string; score: number }[] = [];
    for (const candidate of candidates) {
      let score = mayBeNear(letters, candidate.letters, bound) ? distance(lower, candidate.lower, bound) : Infinity;
      for (const other of swapped)
        if (mayBeNear(other.letters, candidate.letters, 1)) {
          const slips = distance(other.word, candidate.lower, 1);
          if (slips <= 1) score = Math.min(score, 1 + slips);
        }
      if (score <= bound) found.push({ candidate: candidate.name, score });
    }
    found.sort((a, b) => a.score - b.score || (a.candidate < b.candidate ? -1 : 1));
    return found.slice(0, limit).map(({ candidate }) => candidate);
  };
}

/** Those of `names` that a misspelt `name` probably means. For many look-ups over the same names use `indexNearest`, which is faster. */
export const nearest = (name: string, names: Iterable<string>, limit = 3): readonly string[] =>
  indexNearest(names)(name, limit);
