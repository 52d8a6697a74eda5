/** The intersection of patterns with `*`, and the text of a pattern that as few patterns as possible stand for. */
import { covers, matches, overlaps } from '../wildcard.js';

/** A sign that no policy holds: it stands for what a `*` stands for. */
export const fresh = '\u{f8ff}';

/** More patterns than this are not told apart. */
export const maxGlobs = 256;

/** Two patterns are not followed to more places than this. */
const maxPlaces = 4000;

/** Nor deeper: the stack of a process that is deep in other work may hold little more. */
const maxDepth = 1500;

/** Steps to find one intersection; comparing two patterns is a step, too. */
const maxSteps = 200_000;

/**
 * A text of `glob` that is meant by exactly the patterns that mean all of `glob`: each `*` becomes a sign that no pattern holds, so only a `*` can stand
 * for it. No text of `glob` is meant by fewer patterns.
 */
export const generic = (glob: string): string => (glob.includes('*') ? glob.replace(/\*+/gu, fresh) : glob);

/** What finding intersections may cost, all of them together; counted down. */
export interface Budget {
  steps: number;
}

/** The patterns that together stand for what both `a` and `b` stand for; undefined: there are too many to find. */
export function meet(a: string, b: string, budget?: Budget): readonly string[] | undefined {
  if (a === b) return [a];
  if (!a.includes('*')) return matches(b, a) ? [a] : [];
  if (!b.includes('*')) return matches(a, b) ? [b] : [];
  if (!overlaps(a, b)) return [];
  if (covers(a, b)) return [b];
  if (covers(b, a)) return [a];
  return interleaved(a.replace(/\*+/gu, '*'), b.replace(/\*+/gu, '*'), budget ?? { steps: maxSteps });
}

/** What is left of both patterns from two places on, found from their ends to their beginnings. */
function interleaved(a: string, b: string, budget: Budget): readonly string[] | undefined {
  const known = new Map<number, readonly string[]>();
  const least = Math.max(0, budget.steps - maxSteps);
  let places = 0;
  const from = (i: number, j: number): readonly string[] | undefined => {
    const place = i * (b.length + 1) + j;
    const before = known.get(place);
    if (before) return before;
    // Each call goes on in one of the patterns at least, so it is no deeper than both have gone.
    if (i + j > maxDepth || ++places > maxPlaces || --budget.steps < least) return undefined;
    const found = new Set<string>();
    for (const [sign, nextI, nextJ] of waysOn(a.charAt(i), b.charAt(j), i, j)) {
      const rest = from(nextI, nextJ);
      if (!rest) return undefined;
      for (const each of rest) found.add(sign === '*' && each.startsWith('*') ? each : sign + each);
    }
    if (i === a.length && j === b.length) found.add('');
    budget.steps -= found.size * found.size;
    if (found.size > maxGlobs || budget.steps < least) return undefined;
    const largest = maximal([...found]);
    known.set(place, largest);
    return largest;
  };
  return from(0, 0);
}

/** How both patterns can go on from `i` and `j`, where `x` and `y` stand: the sign that it takes, and the next places. */
function waysOn(x: string, y: string, i: number, j: number): readonly (readonly [string, number, number])[] {
  if (x === '*' && y === '*')
    return [
      ['*', i + 1, j],
      ['*', i, j + 1],
    ];
  if (x === '*')
    return y === ''
      ? [['', i + 1, j]]
      : [
          ['', i + 1, j],
          [y, i, j + 1],
        ];
  if (y === '*')
    return x === ''
      ? [['', i, j + 1]]
      : [
          ['', i, j + 1],
          [x, i + 1, j],
        ];
  return x === y && x !== '' ? [[x, i + 1, j + 1]] : [];
}

/** Without those that another one covers. */
const maximal = (globs: readonly string[]): readonly string[] =>
  globs.length < 2
    ? globs
    : globs.filter(
        (glob, index) =>
          !globs.some((other, at) => at !== index && covers(other, glob) && (at < index || !covers(glob, other))),
      );
