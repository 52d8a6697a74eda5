/** Values of one condition key, such that any other value stands in the same relations to the constants of all tests as one of these. */
import type { ValueType } from '../catalogue/language.js';
import { readDate, readIp, readNumber } from '../policy/condition-value.js';
import { relationOf, typeOf, type Test } from './condition-test.js';
import { fresh, generic, meet, type Budget } from './glob.js';

export interface Singles {
  readonly values: readonly string[];
  /** Whether no value is left out. */
  readonly complete: boolean;
}

/** Patterns of one key with more patterns in their intersections than this are not all looked at. */
const maxGlobs = 200;

/** What finding them may cost where nothing else is said. */
export const newBudget = (): Budget => ({ steps: 200_000 });

/** So many letters of a text are tried in both cases. */
const maxCased = 8;

/**
 * Values of the key that all of `tests` are of, none of which does as another one does. `form`, where there is one, is a pattern that all values have;
 * values of different kinds are not taken for the same. `budget`: what may be spent on overlapping patterns; where it runs out, values may be left out.
 */
export function singlesOf(
  tests: readonly Test[],
  form?: string,
  kindOf: (value: string) => string = () => '',
  budget: Budget = newBudget(),
): Singles {
  const types = new Set(tests.map(typeOf).filter((type) => type !== undefined));
  const found = [...types].map((type) => candidates(tests, type, budget, form));
  const values = found.flatMap((each) => each.values);
  if (values.length === 0) values.push(form === undefined ? fresh : generic(form));
  const byMark = new Map<string, string>();
  for (const value of values) {
    const mark = `${kindOf(value)} ${markOf(tests, value)}`;
    if (!byMark.has(mark)) byMark.set(mark, value);
  }
  return {
    values: [...byMark.values()],
    complete: types.size <= 1 && found.every(({ complete }) => complete),
  };
}

/** What tests say of a value, a sign each. */
export const markOf = (tests: readonly Test[], value: string): string =>
  tests.map((test) => ({ true: '+', false: '-', undefined: '?' })[`${relationOf(test).holds(value)}`]).join('');

interface Candidates {
  readonly values: readonly string[];
  readonly complete: boolean;
}

function candidates(tests: readonly Test[], type: ValueType, budget: Budget, form?: string): Candidates {
  const own = tests.filter((test) => typeOf(test) === type);
  const constants = own.flatMap(({ values }) => values);
  const all = (values: readonly string[]): Candidates => ({ values, complete: true });
  switch (type) {
    case 'number':
      return all(around(constants.map(readNumber), 1, String));
    case 'date':
      return all(around(constants.map(readDate), 1000, (time) => new Date(time).toISOString()));
    case 'ip':
      return all(addresses(constants));
    case 'boolean':
      return all(['true', 'false']);
    default:
      return texts(own, budget, form);
  }
}

/** Each number, one between any two neighbours, and one beyond either end. */
function around(
  read: readonly (number | undefined)[],
  step: number,
  write: (value: number) => string,
): readonly string[] {
  const sorted = [...new Set(read.filter((value) => value !== undefined))].sort((a, b) => a - b);
  const first = sorted[0] ?? 0;
  const last = sorted.at(-1) ?? 0;
  const between = sorted.slice(1).map((value, index) => ((sorted[index] ?? value) + value) / 2);
  return [...sorted, ...between, first - step, last + step].map(write);
}

const lastAddress = 2 ** 32 - 1;

/** Of no range of IPv4. It is for documents, as `192.0.2.1` is. */
const longAddress = '2001:db8::1';

/** Both ends of each range, and what lies just outside; an address of IPv6, and ranges of these as they are written. */
function addresses(constants: readonly string[]): readonly string[] {
  const ranges = constants.map(readIp);
  const known = ranges.filter((range) => range !== undefined && range !== 'ipv6');
  const short = known
    .flatMap(({ from, to }) => [from, to, from - 1, to + 1])
    .filter((address) => address >= 0 && address <= lastAddress)
    .map((address) => [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join('.'));
  return [
    ...short,
    ...constants.filter((_, index) => ranges[index] === 'ipv6'),
    ...(known.length > 0 ? [] : ['192.0.2.1']),
    longAddress,
  ];
}

const isBlind = ({ operator }: Test): boolean => operator?.name.includes('ignore_case') === true;
const isLike = ({ operator }: Test): boolean => operator?.name.includes('like') === true;

/** The constants, a text of each set of patterns that some text meets together, those in other case where some tests are blind to it, and a text of none. */
function texts(tests: readonly Test[], budget: Budget, form = '*'): Candidates {
  const patterns = [...new Set(tests.filter(isLike).flatMap(({ values }) => values))].filter((text) =>
    text.includes('*'),
  );
  const constants = tests.flatMap((test) => test.values.filter((value) => !isLike(test) || !value.includes('*')));
  const closed = closure([form, ...patterns], budget);
  const blind = new Set(tests.filter(isBlind).flatMap(({ values }) => values.map((value) => value.toLowerCase())));
  const spelt = tests.every(isBlind) ? [] : [...blind].map((text) => spellings(text, patterns, constants));
  return {
    values: [...constants, ...closed.globs.map(generic), ...spelt.flatMap(({ values }) => values)],
    complete: closed.complete && spelt.every(({ complete }) => complete),
  };
}

/** All intersections of the patterns, the first of which holds all the others are wanted of. */
function closure(
  [form = '*', ...patterns]: readonly string[],
  budget: Budget,
): { readonly globs: readonly string[]; readonly complete: boolean } {
  const globs = new Set<string>([form]);
  let complete = true;
  for (const pattern of patterns)
    for (const known of [...globs]) {
      const both = globs.size > maxGlobs ? undefined : meet(known, pattern, budget);
      if (!both) complete = false;
      for (const glob of both ?? []) globs.add(glob);
    }
  return { globs: [...globs], complete };
}

/** The text in the cases that matter: as no constant has it, and, where patterns may stand for it, in all of a few letters. */
function spellings(text: string, patterns: readonly string[], constants: readonly string[]): Candidates {
  const cased = Array.from(text.matchAll(/\p{L}/gu), ({ index }) => index).filter(
    (index) => text.charAt(index) !== text.charAt(index).toUpperCase(),
  );
  const few = cased.slice(0, maxCased);
  const taken = new Set(constants);
  const inCase = (mask: number): string =>
    Array.from({ length: text.length }, (_, index) => {
      const bit = few.indexOf(index);
      return bit >= 0 && Math.floor(mask / 2 ** bit) % 2 === 1 ? text.charAt(index).toUpperCase() : text.charAt(index);
    }).join('');
  const all = Array.from({ length: 2 ** few.length }, (_, mask) => mask);
  if (patterns.length > 0) return { values: all.map(inCase), complete: few.length === cased.length };
  const free = all.find((mask) => !taken.has(inCase(mask)));
  return { values: free === undefined ? [] : [inCase(free)], complete: true };
}
