/** What requests may say of condition keys: the keys that hang together, and the ways to fill them in that tests can tell apart. */
import { isTagListKey, tagKeyOf } from '../policy/condition.js';
import type { Test } from './condition-test.js';
import { fresh, type Budget } from './glob.js';
import { isOne, mayBeOne } from './principals.js';
import type { ContextValue } from './question.js';
import { principalKey } from './statement-tests.js';
import { markOf, newBudget, singlesOf } from './values.js';

/** A value for each key of the group. */
export type Filling = ReadonlyMap<string, ContextValue>;

/** One key; or a key of all tags with those of single tags, such as `qcs:resource_tag` and `qcs:resource_tag/env`. */
export interface KeyGroup {
  readonly keys: readonly string[];
  readonly fillings: readonly Filling[];
  /** Whether no request is left out. */
  readonly complete: boolean;
}

/** Sets of values beyond this are not tried. */
const maxSets = 4096;

const nothing: Filling = new Map();

/** The groups of the keys that `tests` are of, as far as `said` leaves them open. The variables in the values of the tests are replaced. */
export function groupsOf(tests: readonly Test[], said: Filling = nothing, budget = newBudget()): readonly KeyGroup[] {
  const byKey = new Map<string, Test[]>();
  for (const test of tests) {
    if (!test.operator) continue;
    const own = byKey.get(test.key);
    if (own) own.push(test);
    else byKey.set(test.key, [test]);
  }
  const groups: KeyGroup[] = [];
  for (const [key, own] of byKey) {
    if (said.has(key) || isLinked(key, byKey)) continue;
    const linked = isTagListKey(key) ? linkedTo(key, byKey, said) : [];
    groups.push(isTagListKey(key) ? tagGroup(key, own, linked, said, budget) : plainGroup(key, own, budget));
  }
  return groups;
}

/** The keys of single tags that are tested, or said: the list holds these tags. */
const linkedTo = (key: string, byKey: ReadonlyMap<string, readonly Test[]>, said: Filling) =>
  [...new Set([...byKey.keys(), ...said.keys()])]
    .filter((other) => other.startsWith(`${key}/`))
    .map((other) => [other, byKey.get(other) ?? []] as const);

const isLinked = (key: string, byKey: ReadonlyMap<string, unknown>): boolean =>
  tagKeyOf(key) !== undefined && byKey.has(key.slice(0, key.indexOf('/')));

/** Nobody is two users. */
const principals = [(name: string): string => String(isOne(name)), mayBeOne] as const;

function plainGroup(key: string, tests: readonly Test[], budget: Budget): KeyGroup {
  const [kindOf, together] = key === principalKey ? principals : [undefined, () => true];
  const singles = singlesOf(tests, undefined, kindOf, budget);
  const several = tests.some(({ operator }) => operator?.qualifier !== '');
  const sets = several ? setsOf(singles.values, largestSet(tests), together) : { sets: [], complete: true };
  const values: readonly ContextValue[] = [null, ...singles.values, ...sets.sets];
  return {
    keys: [key],
    fillings: values.map((value) => new Map([[key, value]])),
    complete: singles.complete && sets.complete,
  };
}

/**
 * A larger set meets nothing that a part of it of this size does not meet, and fails nothing that the part does not fail: a test for any value needs one
 * of them, and one for all values needs one that fails.
 */
const largestSet = (tests: readonly Test[]): number =>
  tests.reduce(
    (sum, { operator }) => sum + (operator?.data.type === 'null' ? 0 : operator?.qualifier === '' ? 2 : 1),
    0,
  );

interface Sets {
  readonly sets: readonly (readonly string[])[];
  readonly complete: boolean;
}

/** The sets of two and more of `values`, up to `size`, of which any two go together. */
function setsOf(values: readonly string[], size: number, together: (a: string, b: string) => boolean): Sets {
  let layer: readonly (readonly number[])[] = values.map((_, index) => [index]);
  const sets: (readonly string[])[] = [];
  for (let length = 2; length <= Math.min(size, values.length) && layer.length > 0; length++) {
    const next: (readonly number[])[] = [];
    for (const set of layer)
      for (let index = (set.at(-1) ?? 0) + 1; index < values.length; index++) {
        if (!set.every((other) => together(values[other] ?? '', values[index] ?? ''))) continue;
        if (sets.length >= maxSets) return { sets, complete: false };
        next.push([...set, index]);
        sets.push([...set, index].map((each) => values[each] ?? ''));
      }
    layer = next;
  }
  return { sets, complete: true };
}

const tagOf = (text: string): string => text.slice(0, Math.max(0, text.indexOf('&')));

interface Part {
  readonly name: string;
  readonly tag: string;
  readonly own: readonly Test[];
  readonly values: readonly string[];
  readonly complete: boolean;
  /** Whether the tag may have the value, as far as is said. */
  readonly mayBe: (value: string) => boolean;
}

/** A key of a single tag, with the values that it may have. */
function partOf(name: string, own: readonly Test[], whole: readonly Test[], said: Filling, budget: Budget): Part {
  const value = said.get(name);
  const tag = tagKeyOf(name) ?? '';
  const { values, complete } = singlesOf(own, undefined, (text) => markOf(whole, `${tag}&${text}`), budget);
  return {
    name,
    tag,
    own,
    values: value === undefined ? values : typeof value === 'string' ? [value] : (value ?? []),
    complete,
    mayBe: (text) => value === undefined || text === value,
  };
}

const valueIn = (text: string, tag: string): string | undefined =>
  text.startsWith(`${tag}&`) ? text.slice(tag.length + 1) : undefined;

/** A resource has one value of each tag; keys of single tags say what that value is. Source: CAM condition pages, 598/10608 and 598/58420. */
function tagGroup(
  key: string,
  tests: readonly Test[],
  linked: readonly (readonly [string, readonly Test[]])[],
  said: Filling,
  budget: Budget,
): KeyGroup {
  const parts = linked.map(([name, own]) => partOf(name, own, tests, said, budget));
  const kindOf = createKindOf(parts);
  const whole = singlesOf(tests, '*&*', kindOf, budget);
  const texts = tagsToTry(tests, whole.values, parts, kindOf);
  const { sets, complete } = setsOf(
    texts,
    largestSet(tests) + parts.length,
    (a, b) => tagOf(a) !== tagOf(b) || tagOf(a).includes(fresh),
  );
  const filled = (tags: readonly string[]): Filling => {
    // Each tag whose key is made up has a key of its own.
    const apart = tags.map((text, index) =>
      tagOf(text).includes(fresh) ? text.replace(fresh, fresh.repeat(index + 1)) : text,
    );
    const single = ({ name, tag }: Part): [string, ContextValue] => [
      name,
      apart.map((text) => valueIn(text, tag)).find((value) => value !== undefined) ?? null,
    ];
    return new Map<string, ContextValue>([[key, apart.length === 0 ? null : apart], ...parts.map(single)]);
  };
  const fits = (filling: Filling): boolean =>
    parts.every(({ name }) => !said.has(name) || said.get(name) === filling.get(name));
  return {
    keys: [key, ...parts.map(({ name }) => name)].filter((name) => !said.has(name)),
    fillings: [[], ...texts.map((text) => [text]), ...sets].map(filled).filter(fits),
    complete: complete && (parts.length === 0 || isSimple(tests)) && [whole, ...parts].every((each) => each.complete),
  };
}

/** Of a tag its key, and what the tests of that single tag say of its value. */
const createKindOf =
  (parts: readonly Part[]) =>
  (text: string): string => {
    const marks = parts.map(({ tag, own }) => {
      const value = valueIn(text, tag);
      return value === undefined ? '' : markOf(own, value);
    });
    return [tagOf(text), ...marks].join(' ');
  };

/** Tags of which no two do the same. */
function tagsToTry(
  tests: readonly Test[],
  whole: readonly string[],
  parts: readonly Part[],
  kindOf: (text: string) => string,
): readonly string[] {
  const texts = [...whole, ...parts.flatMap(({ tag, values }) => values.map((value) => `${tag}&${value}`))];
  const mayBe = (text: string): boolean =>
    parts.every(({ tag, mayBe }) => {
      const value = valueIn(text, tag);
      return value === undefined || mayBe(value);
    });
  const byMark = new Map<string, string>();
  // One that is not as is said must not stand for one that is.
  for (const text of texts.filter(mayBe)) {
    const mark = `${kindOf(text)} ${markOf(tests, text)}`;
    if (!byMark.has(mark)) byMark.set(mark, text);
  }
  return [...byMark.values()];
}

/** Patterns over whole tags and tests of one tag's value may meet in more ways than are tried. */
const isSimple = (tests: readonly Test[]): boolean =>
  tests.every(
    ({ operator, values }) => !operator?.name.includes('like') || values.every((value) => !value.includes('*')),
  );
