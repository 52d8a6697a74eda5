/** Finds the names a misspelt name was probably meant to be. Knows nothing of services or policies. */

/**
 * Optimal string alignment distance (Levenshtein plus swaps of neighbours), or `limit + 1` where it is larger than `limit`.
 * Counts UTF-16 units; upper and lower case differ.
 */
export function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(at(previous, j) + 1, at(current, j - 1) + 1, at(previous, j - 1) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, at(before, j - 2) + 1);
      current.push(cost);
      least = Math.min(least, cost);
    }
    if (least > limit) return limit + 1;
    before = previous;
    previous = current;
  }
  return Math.min(at(previous, b.length), limit + 1);
}

const at = (row: readonly number[], index: number): number => row[index] ?? Infinity;

/** How many slips a name of this length may hold and still be recognised. */
const tolerance = (length: number): number =>
  length < 4 ? 1 : length < 8 ? 2 : Math.min(4, 1 + Math.floor(length / 6));

/** Verbs that people who come from other clouds, or from older APIs, take for one another. */
const verbs = [
  ['Describe', 'Get', 'List', 'Query'],
  ['Create', 'Add', 'Put', 'Run'],
  ['Delete', 'Remove', 'Terminate', 'Destroy'],
  ['Modify', 'Update', 'Set', 'Change'],
] as const;

/** The name with each verb that may have been meant in place of its own. */
function withOtherVerbs(name: string): string[] {
  const group = verbs.find((candidates) => candidates.some((verb) => name.startsWith(verb)));
  const own = group?.find((verb) => name.startsWith(verb));
  return group && own ? group.filter((verb) => verb !== own).map((verb) => verb + name.slice(own.length)) : [];
}

/**
 * Those of `names` that `name` was probably meant to be, best first, at most `limit`.
 * Case counts less than any other slip; a different verb before the same words counts as one slip.
 */
export function nearest(name: string, names: Iterable<string>, limit = 3): readonly string[] {
  const lower = name.toLowerCase();
  const bound = tolerance(name.length);
  const swapped = withOtherVerbs(name).map((candidate) => candidate.toLowerCase());
  const found: { candidate: string; score: number }[] = [];
  for (const candidate of names) {
    const target = candidate.toLowerCase();
    const direct = distance(lower, target, bound);
    const other = Math.min(...swapped.map((word) => 1 + distance(word, target, 1)), Infinity);
    const score = Math.min(direct, other <= 2 ? other : Infinity);
    if (score <= bound) found.push({ candidate, score });
  }
  found.sort((a, b) => a.score - b.score || (a.candidate < b.candidate ? -1 : 1));
  return found.slice(0, limit).map(({ candidate }) => candidate);
}
