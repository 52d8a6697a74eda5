/** The requests that a question may be about: one for each way to fill in what it leaves open. */
import { own } from '../own.js';
import { isTagListKey, tagKeyOf } from '../policy/condition.js';
import type { Test } from './condition-test.js';
import type { AccessQuestion, Caller, ContextValue } from './question.js';
import { representativesOf } from './representatives.js';
import type { World } from './request.js';

/** What the question leaves open: a condition key, a part of the caller, or whether a test is met. */
interface Open {
  readonly kind: 'key' | 'caller' | 'test';
  readonly name: string;
  readonly values: readonly ContextValue[];
  readonly test?: Test;
}

export interface Worlds {
  readonly open: readonly Open[];
  readonly size: number;
  /** Whether they stand for every request there may be. */
  readonly complete: boolean;
  /** The world of that number, from 0 to `size`. */
  at(index: number): World;
}

/** More requests than this are not tried for one reading of one question. */
const maxWorlds = 2048;

/** More numbers than this are not tried for a part of the caller that is not said. */
const maxNumbers = 12;

/**
 * The requests for the question, whose relevant statements have `tests`; `texts` are all texts that may name an account. With `free`, each test of a key
 * that is not said is met in some and not in others, whatever its values: more worlds than there are, and none left out.
 */
export function worldsOf(
  question: AccessQuestion,
  tests: readonly Test[],
  texts: readonly string[],
  free: boolean,
): Worlds {
  const { caller = {} } = question;
  const said = saidContext(question, tests);
  const unsaid = tests.filter(({ key }) => !said.has(key));
  const keys = free ? freeTests(unsaid) : openKeys(unsaid);
  const callers = openCaller(caller, texts);
  const open = [...keys.open, ...callers.open];
  const kept = limited(open);
  return {
    open: kept,
    size: kept.reduce((product, { values }) => product * values.length, 1),
    complete: keys.complete && callers.complete && kept === open,
    at: (index) => worldAt(index, kept, said, caller),
  };
}

interface Opened {
  readonly open: readonly Open[];
  readonly complete: boolean;
}

function openKeys(tests: readonly Test[]): Opened {
  const byKey = new Map<string, Test[]>();
  for (const test of tests) byKey.set(test.key, [...(byKey.get(test.key) ?? []), test]);
  let complete = true;
  const open = [...byKey].map(([name, ofKey]): Open => {
    const found = representativesOf(ofKey, name);
    complete &&= found.complete;
    return { kind: 'key', name, values: found.values };
  });
  return { open, complete };
}

const freeTests = (tests: readonly Test[]): Opened => ({
  open: tests.map((test) => ({ kind: 'test', name: test.key, values: ['false', 'true'], test })),
  complete: true,
});

/** What the question says of the keys, and what follows for keys of single tags. */
function saidContext({ context = {} }: AccessQuestion, tests: readonly Test[]): ReadonlyMap<string, ContextValue> {
  const said = new Map<string, ContextValue>(Object.entries(context));
  for (const { key } of tests) {
    const tag = tagKeyOf(key);
    const list = tag === undefined || said.has(key) ? undefined : own(context, key.slice(0, key.indexOf('/')));
    if (list === undefined) continue;
    const tags = typeof list === 'string' ? [list] : (list ?? []);
    const found = tags.find((each) => each.startsWith(`${tag}&`));
    said.set(key, found?.slice(found.indexOf('&') + 1) ?? null);
  }
  return said;
}

/** Who calls, as far as it is not said and some text hangs on it: each number in the texts, and one that is in none. */
function openCaller(caller: Caller, texts: readonly string[]): Opened {
  const numbers = new Set(texts.flatMap((text) => text.match(/\d+/gu) ?? []));
  const values = [unheardOf, ...[...numbers].slice(0, maxNumbers)];
  const hangs = (part: RegExp): boolean => texts.some((text) => part.test(text));
  const open: Open[] = [];
  const add = (name: keyof Caller, part: RegExp): void => {
    if (caller[name] === undefined && hangs(part)) open.push({ kind: 'caller', name, values });
  };
  add('owner', /^qcs:|\$\{owner_uin\}/u);
  add('uin', /\$\{uin\}/u);
  add('appId', /:uid\/|\$\{app_id\}/u);
  // Beside a digit or a `*`, a variable may be a part of a number.
  return { open, complete: open.length === 0 || (numbers.size <= maxNumbers && !hangs(/[\d*]\$\{|\}[\d*]/u)) };
}

/** A number that no text has. */
const unheardOf = '\u{f8fe}';

/** As many values of each as the limit allows. */
function limited(open: readonly Open[]): readonly Open[] {
  if (open.reduce((product, { values }) => product * values.length, 1) <= maxWorlds) return open;
  let left = maxWorlds;
  return open.map((one, index) => {
    const share = Math.max(1, Math.floor(left ** (1 / (open.length - index))));
    left /= Math.min(share, one.values.length);
    return { ...one, values: one.values.slice(0, share) };
  });
}

function worldAt(index: number, open: readonly Open[], said: ReadonlyMap<string, ContextValue>, caller: Caller): World {
  const context = new Map(said);
  const forced = new Map<object, boolean>();
  const filled = { uin: unheardOf, owner: unheardOf, appId: unheardOf, ...caller };
  let rest = index;
  for (const { kind, name, values, test } of open) {
    const value = values[rest % values.length] ?? null;
    rest = Math.floor(rest / values.length);
    if (test) forced.set(test, value === 'true');
    else if (kind === 'key') context.set(name, value);
    else if (typeof value === 'string') filled[name as keyof Caller] = value;
  }
  return { caller: filled, context, forced };
}

/** Whether a list of tags holds several values of one key, which no resource has. */
export const isImpossible = ({ context }: World): boolean =>
  [...context].some(([key, value]) => {
    if (!isTagListKey(key) || typeof value === 'string' || value === null) return false;
    const keys = value.map((each) => each.slice(0, Math.max(0, each.indexOf('&'))));
    return new Set(keys).size < keys.length;
  });
