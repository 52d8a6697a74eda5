/** The requests that a question may be about: one for each way to fill in what it leaves open. */
import { own } from '../own.js';
import { isTagListKey, tagKeyOf } from '../policy/condition.js';
import { callersOf, type Callers } from './callers.js';
import { bound, type Test } from './condition-test.js';
import { groupsOf, type Filling } from './key-groups.js';
import type { AccessQuestion, Caller, ContextValue } from './question.js';
import { bindingOf, type Binding } from './binding.js';
import type { World } from './request.js';
import type { Spellings } from '../policy/resource-pattern.js';

/** What the question leaves open: condition keys that hang together, a part of the caller, or whether a test is met. */
interface Open {
  readonly kind: 'key' | 'caller' | 'test';
  readonly names: readonly string[];
  readonly values: readonly Filling[];
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

/**
 * The requests for the question, whose relevant statements have `tests`; `texts` are all texts that may name an account. With `free`, each test of a key
 * that is not said is met in some and not in others, whatever its values: more worlds than there are, and none left out.
 */
export function worldsOf(
  question: AccessQuestion,
  tests: readonly Test[],
  texts: readonly string[],
  free: boolean,
  spellings: Spellings,
): Worlds {
  const { caller = {} } = question;
  const said = saidContext(question, tests);
  const callers = callersOf(caller, texts);
  const bind = createBind(spellings);
  const keys = free ? freeTests(tests.filter(({ key }) => !said.has(key))) : openKeys(tests, said, callers, bind);
  const open = [
    ...keys.open,
    ...callers.open.map(({ part, numbers }): Open => ({
      kind: 'caller',
      names: [part],
      values: numbers.map((number) => new Map([[part, number]])),
    })),
  ];
  const kept = limited(open);
  return {
    open: kept,
    size: kept.reduce((product, { values }) => product * values.length, 1),
    complete: keys.complete && callers.complete && kept === open,
    at: (index) => worldAt(index, kept, said, callers.base, bind),
  };
}

interface Opened {
  readonly open: readonly Open[];
  readonly complete: boolean;
}

function openKeys(tests: readonly Test[], said: Filling, callers: Callers, bind: Bind): Opened {
  const bounds = new Map(
    callers.all.flatMap((caller) =>
      tests.map((test) => {
        const own = bound(test, bind(caller));
        return [`${own.operatorText}\n${own.key}\n${own.values.join('\n')}`, own];
      }),
    ),
  );
  const groups = groupsOf([...bounds.values()], said);
  return {
    open: groups.map(({ keys, fillings }) => ({ kind: 'key', names: keys, values: fillings })),
    complete: groups.every(({ complete }) => complete),
  };
}

const freeTests = (tests: readonly Test[]): Opened => ({
  open: tests
    .filter(({ operator }) => operator !== undefined)
    .map((test) => ({
      kind: 'test',
      names: [test.key],
      values: ['false', 'true'].map((met) => new Map([[test.key, met]])),
      test,
    })),
  complete: true,
});

/** The value of a tag in a list of tags. */
function tagIn(list: ContextValue, tag: string): string | null {
  const found = [list ?? []].flat().find((each) => each.startsWith(`${tag}&`));
  return found === undefined ? null : found.slice(tag.length + 1);
}

/** What the question says of the keys, and what follows for keys of single tags. */
function saidContext({ context = {} }: AccessQuestion, tests: readonly Test[]): ReadonlyMap<string, ContextValue> {
  const said = new Map<string, ContextValue>(Object.entries(context));
  for (const { key } of tests) {
    const tag = tagKeyOf(key);
    const list = tag === undefined || said.has(key) ? undefined : own(context, key.slice(0, key.indexOf('/')));
    if (list === undefined) continue;
    said.set(key, tagIn(list, tag ?? ''));
  }
  return said;
}

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

type Bind = (caller: Required<Caller>) => Binding;

/** What is bound to a caller once serves all requests of that caller. */
function createBind(spellings: Spellings): Bind {
  const known = new Map<string, Binding>();
  return (caller) => {
    const key = `${caller.uin} ${caller.owner} ${caller.appId}`;
    const found = known.get(key) ?? bindingOf(caller, spellings);
    known.set(key, found);
    return found;
  };
}

function worldAt(
  index: number,
  open: readonly Open[],
  said: ReadonlyMap<string, ContextValue>,
  base: Required<Caller>,
  bind: Bind,
): World {
  const context = new Map(said);
  const forced = new Map<object, boolean>();
  const filled = { ...base };
  let rest = index;
  for (const { kind, values, test } of open) {
    const filling = values[rest % values.length] ?? nothing;
    rest = Math.floor(rest / values.length);
    for (const [name, value] of filling) {
      if (test) forced.set(test, value === 'true');
      else if (kind === 'key') context.set(name, value);
      else if (typeof value === 'string') filled[name as keyof Caller] = value;
    }
  }
  return { binding: bind(filled), context, forced };
}

const nothing: Filling = new Map();

/** Whether a list of tags holds several values of one key, which no resource has, or another one than the key of that tag says. */
export const isImpossible = ({ context }: Pick<World, 'context'>): boolean =>
  [...context].some(([key, value]) => {
    const tag = tagKeyOf(key);
    const list = tag === undefined ? undefined : context.get(key.slice(0, key.indexOf('/')));
    const single = [value ?? []].flat();
    if (tag !== undefined && list !== undefined) return single.length > 1 || tagIn(list, tag) !== (single[0] ?? null);
    if (!isTagListKey(key) || typeof value === 'string' || value === null) return false;
    const keys = value.map((each) => each.slice(0, Math.max(0, each.indexOf('&'))));
    return new Set(keys).size < keys.length;
  });
