/** Values of one condition key, such that a request with any other value meets the same tests as one of these. */
import { isTagListKey } from '../policy/condition.js';
import { readDate, readIp, readNumber } from '../policy/condition-value.js';
import { canRead, typeOf, type Test } from './condition-test.js';
import type { ContextValue } from './question.js';

export interface Representatives {
  readonly values: readonly ContextValue[];
  /** Whether no request is left out. Where it is false, what no value shows may still happen. */
  readonly complete: boolean;
}

/** A text that no policy holds. */
const other = '\u{f8ff}';

/** Sets of more values than this are not all tried. */
const maxInSets = 5;

/** Keys with more values than this are not all tried. */
const maxValues = 256;

/** The representatives of the key that all of `tests` are of. The key may also be absent. */
export function representativesOf(tests: readonly Test[], key: string): Representatives {
  const types = new Set(tests.map(typeOf).filter((type) => type !== undefined));
  const found = new Set<string>([...types].flatMap((type) => candidates(tests, type)));
  if (found.size === 0) found.add(other);
  const usable = [...found].filter((value) => tests.every((test) => canRead(test, value)));
  const single = usable.slice(0, maxValues);
  const starred = new Set(tests.filter(isLike).flatMap(({ values }) => values.filter((value) => value.includes('*'))));
  const sets = tests.some(({ operator }) => operator !== undefined && operator.qualifier !== '');
  const complete =
    types.size <= 1 &&
    starred.size <= 1 &&
    (sets || !isTagListKey(key)) &&
    usable.length <= maxValues &&
    tests.every(({ operator, values }) => operator !== undefined && values.every((value) => !value.includes('${'))) &&
    (!sets || single.length <= maxInSets);
  return { values: [null, ...single, ...(sets ? setsOf(single) : [])], complete: complete && usable.length > 0 };
}

const isLike = ({ operator }: Test): boolean => operator?.name.includes('like') === true;

function candidates(tests: readonly Test[], type: string): readonly string[] {
  const own = tests.filter((test) => typeOf(test) === type);
  const constants = own.flatMap(({ values }) => values);
  switch (type) {
    case 'number':
      return around(constants.map(readNumber), 1, String);
    case 'date':
      return around(constants.map(readDate), 1, (time) => new Date(time).toISOString());
    case 'ip':
      return addresses(constants);
    case 'boolean':
      return ['true', 'false'];
    default:
      return texts(own);
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
  return [first - step, ...sorted, ...between, last + step].map(write);
}

const lastAddress = 2 ** 32 - 1;

/** Both ends of each range, and what lies just outside. */
function addresses(constants: readonly string[]): readonly string[] {
  const ranges = constants.map(readIp).filter((range) => range !== undefined && range !== 'ipv6');
  return ranges
    .flatMap(({ from, to }) => [from, to, from - 1, to + 1])
    .filter((address) => address >= 0 && address <= lastAddress)
    .map((address) => [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join('.'));
}

/** Each text, in other case where a test is blind to it, what a pattern stands for, and a text of none. */
function texts(tests: readonly Test[]): readonly string[] {
  const found = new Set<string>([other]);
  const blind = tests.some(({ operator }) => operator?.name.includes('ignore_case'));
  for (const test of tests)
    for (const value of test.values) {
      const written = isLike(test) ? [value.replaceAll('*', ''), value.replaceAll('*', other)] : [value];
      for (const text of written) {
        found.add(text);
        if (blind) found.add(text.toLowerCase()).add(text.toUpperCase()).add(otherCase(text));
      }
    }
  return [...found];
}

/** The text with the case of its first letter turned. */
function otherCase(text: string): string {
  const at = Array.from(text).findIndex((letter) => letter.toLowerCase() !== letter.toUpperCase());
  return Array.from(text, (letter, index) =>
    index !== at ? letter : letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase(),
  ).join('');
}

/** Sets of two or more: all where there are few values, else the pairs of the first ones. */
function setsOf(values: readonly string[]): readonly (readonly string[])[] {
  const some = values.slice(0, maxInSets);
  const sets = Array.from({ length: 2 ** some.length }, (_, mask) =>
    some.filter((_value, index) => Math.floor(mask / 2 ** index) % 2 === 1),
  );
  return sets.filter((set) => set.length > 1);
}
