/** Questions that no document answers. A reading answers all of them; a decision is sure where every reading comes to the same. */
import type { UnclearKind } from './unclear.js';

/**
 * `absentNegated`: a negated operator without `_if_exist` is met where the key is absent; `forAllAbsent`: `for_all_value` is met by no value at all;
 * `directory`: `dir` stands for what is below it, too; `dirSelf`: `dir/*` stands for `dir`, too; `starSix`: `qcs::service:::*` stands for the `*` that
 * actions without resource-level support are asked with; `case`: names of actions are compared whatever the case; `unqualified`: an operator without
 * `for_any_value` or `for_all_value` is met by several values of which one meets it; `secondName`: an action by one name of its service is the same by another.
 */
export type Flag =
  'absentNegated' | 'forAllAbsent' | 'directory' | 'dirSelf' | 'starSix' | 'case' | 'unqualified' | 'secondName';

/**
 * A limit that was reached: `search` of the search for requests, `readings` of the doubts that are tried together, `globs` of patterns that may overlap,
 * `callers` of who may call.
 */
export type Cap = 'search' | 'readings' | 'globs' | 'callers';

/**
 * `account`: whether two numbers are of one account; `code`: whether a pattern stands for a region by another of its codes; `unsaid`: whether a segment that the request leaves empty is this one; `older`: whether COS still takes its
 * older form of a resource, as the newer one; `tags`: which tags each of several resources has.
 */
export type DoubtKind = 'account' | 'code' | 'unsaid' | 'older' | 'tags';

/** A part of the policy whose meaning is in no text, or unknown. `why`: what is not known of it; `of`: what it stands in, which tells apart what reads the same. */
export interface Opaque {
  readonly opaque: string;
  readonly why?: UnclearKind | DoubtKind;
  readonly of?: string;
}

/** `cap`: a limit of the search that was reached. */
export type Doubt = { readonly flag: Flag } | Opaque | { readonly cap: Cap };

/** More doubts than this are not tried in every combination: 2 to this many decisions are made. */
const maxDoubts = 6;

const metByDefault: ReadonlySet<string> = new Set<Flag>(['forAllAbsent']);

/** One answer to each doubt. */
export interface Reading {
  /** Whether what is in doubt holds. Asked only where it makes a difference. */
  holds(doubt: { readonly flag: Flag } | Opaque): boolean;
}

/** Nothing that is in doubt holds: what is so here is so in every reading. For what patterns cover only, not for conditions. */
export const strict: Reading = { holds: () => false };

/** All that is in doubt holds. */
export const lenient: Reading = { holds: () => true };

type Asked = Map<string, Doubt>;

const keyOf = (doubt: Doubt): string => ('flag' in doubt ? doubt.flag : JSON.stringify(doubt));

/** The default of each doubt, but for those in `turned`; notes in `asked` what it was asked. */
const readingWith = (turned: ReadonlySet<string>, asked: Asked): Reading => ({
  holds(doubt) {
    const key = keyOf(doubt);
    asked.set(key, doubt);
    return metByDefault.has(key) !== turned.has(key);
  },
});

/** What `decide` says by default, and the doubts that change it; none where all readings agree (`same`). */
export function overReadings<Answer>(
  decide: (reading: Reading) => Answer,
  same: (a: Answer, b: Answer) => boolean,
): { readonly answer: Answer; readonly because: readonly Doubt[] } {
  const asked: Asked = new Map();
  const answer = decide(readingWith(new Set(), asked));
  const differs = (turned: readonly string[]): boolean => !same(answer, decide(readingWith(new Set(turned), asked)));
  const because: Doubt[] = [];
  // A reading may ask what the default did not: the loops see what is added meanwhile.
  let tried = 0;
  for (const [key, doubt] of asked) {
    if (++tried > maxDoubts) return { answer, because: [...because, { cap: 'readings' }] };
    if (differs([key])) because.push(doubt);
  }
  if (because.length > 0) return { answer, because };
  for (let mask = 3; mask < 2 ** asked.size; mask++) {
    if (asked.size > maxDoubts) return { answer, because: [{ cap: 'readings' }] };
    const turned = [...asked].filter((_, index) => Math.floor(mask / 2 ** index) % 2 === 1);
    if (differs(turned.map(([key]) => key))) return { answer, because: turned.map(([, doubt]) => doubt) };
  }
  return { answer, because };
}
