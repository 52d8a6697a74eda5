/** Whether several comparisons of one condition key can be met together. Sure of its yes only: what it cannot read, it leaves out. */
import type { KnownOperator } from '../knowledge/operators.js';
import { readBoolean, readDate, readIp, readNumber, type IpRange } from '../policy/condition-value.js';
import { covers, matches, overlaps } from '../wildcard.js';

/** One operator on the key. Several values are alternatives; a negated operator excludes each of them. */
export interface Comparison {
  readonly operator: KnownOperator;
  readonly values: readonly string[];
}

/** Comparisons with more patterns or ranges than this are left out. */
const maxAlternatives = 100;

/** Comparisons with more values than this are left out: no policy has so many that CAM takes. */
const maxValues = 2000;

/**
 * Whether no request can meet all of `comparisons`, which are of one key that holds one value. Where every operator may be met by the key's
 * absence, it never says so. Source of the logic (operators and keys and, values or): CAM condition pages, 598/10608.
 */
export function neverMet(comparisons: readonly Comparison[]): boolean {
  if (!comparisons.some(({ operator }) => !operator.ifExist && !operator.name.includes('_not_'))) return false;
  const readable = comparisons.filter(
    ({ values }) => values.length > 0 && values.length <= maxValues && !values.some((value) => value.includes('${')),
  );
  const of = (type: string): readonly Comparison[] => readable.filter(({ operator }) => operator.data.type === type);
  return (
    noString(of('string')) ||
    noNumber(of('number').flatMap((comparison) => numeric(comparison, readNumber))) ||
    noNumber(of('date').flatMap((comparison) => numeric(comparison, readDate))) ||
    noAddress(of('ip')) ||
    noBoolean(of('boolean'))
  );
}

interface TextTest {
  readonly base: string;
  readonly values: readonly string[];
  readonly exact: ReadonlySet<string>;
  readonly folded: ReadonlySet<string>;
}

function noString(comparisons: readonly Comparison[]): boolean {
  const tests = comparisons
    // `?` may be a wildcard, too: no document says so, or not.
    .filter(
      ({ operator, values }) =>
        !operator.name.includes('like') ||
        (values.length <= maxAlternatives && !values.some((value) => value.includes('?'))),
    )
    .map(({ operator: { name: base }, values }): TextTest => ({
      base,
      values,
      exact: new Set(values),
      folded: new Set(values.map(fold)),
    }));
  const equal = tests.find(({ base }) => base === 'string_equal');
  if (equal) return equal.values.every((value) => tests.some((test) => !holds(test, value)));
  const alike = tests.find(({ base }) => base === 'string_equal_ignore_case');
  if (alike) return alike.values.every((value) => tests.some((test) => !holdsInSomeCase(test, value)));
  return noPattern(tests);
}

const fold = (text: string): string => text.toLowerCase();

function holds({ base, values, exact, folded }: TextTest, value: string): boolean {
  switch (base) {
    case 'string_equal':
      return exact.has(value);
    case 'string_not_equal':
      return !exact.has(value);
    case 'string_equal_ignore_case':
      return folded.has(fold(value));
    case 'string_not_equal_ignore_case':
      return !folded.has(fold(value));
    case 'string_like':
      return values.some((pattern) => matches(pattern, value));
    case 'string_not_like':
      return !values.some((pattern) => matches(pattern, value));
    default:
      return true;
  }
}

/** Whether `value` in some mixture of cases may pass the test. */
function holdsInSomeCase(test: TextTest, value: string): boolean {
  if (fold(value) === value.toUpperCase() || test.base.includes('ignore_case')) return holds(test, value);
  return test.base !== 'string_like' || test.values.some((pattern) => matches(fold(pattern), fold(value)));
}

/** Patterns only: two lists of which no two overlap, or a list that is wholly excluded. */
function noPattern(tests: readonly TextTest[]): boolean {
  const likes = tests.filter(({ base }) => base === 'string_like');
  const excluded = tests.filter(({ base }) => base === 'string_not_like').flatMap(({ values }) => values);
  return likes.some(
    ({ values }, index) =>
      values.every((pattern) => excluded.some((other) => covers(other, pattern))) ||
      likes.slice(index + 1).some((other) => !values.some((a) => other.values.some((b) => overlaps(a, b)))),
  );
}

interface NumberTest {
  readonly relation: string;
  readonly values: readonly number[];
}

/** The comparison with its values as numbers; nothing where one is none. */
function numeric(
  { operator: { name: base }, values }: Comparison,
  read: (text: string) => number | undefined,
): readonly NumberTest[] {
  const numbers = values.map(read).filter((value) => value !== undefined);
  return numbers.length < values.length ? [] : [{ relation: base.slice(base.indexOf('_') + 1), values: numbers }];
}

const most = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b), -Infinity);
const least = (values: readonly number[]): number => values.reduce((a, b) => Math.min(a, b), Infinity);

function passes({ relation, values }: NumberTest, value: number): boolean {
  switch (relation) {
    case 'equal':
      return values.includes(value);
    case 'not_equal':
      return !values.includes(value);
    case 'less_than':
      return value < most(values);
    case 'less_than_equal':
      return value <= most(values);
    case 'greater_than':
      return value > least(values);
    case 'greater_than_equal':
      return value >= least(values);
    default:
      return true;
  }
}

function noNumber(tests: readonly NumberTest[]): boolean {
  const candidates = tests.find(({ relation }) => relation === 'equal')?.values;
  if (candidates) return candidates.every((value) => tests.some((test) => !passes(test, value)));
  const upper = least(tests.filter(({ relation }) => relation.startsWith('less')).map(({ values }) => most(values)));
  const lower = most(tests.filter(({ relation }) => relation.startsWith('greater')).map(({ values }) => least(values)));
  return lower > upper || (lower === upper && tests.some((test) => !passes(test, lower)));
}

type Range = Exclude<IpRange, 'ipv6'>;

function noAddress(comparisons: readonly Comparison[]): boolean {
  let left: readonly Range[] | undefined;
  const excluded: Range[] = [];
  for (const { operator, values } of comparisons) {
    const ranges = values.slice(0, maxAlternatives + 1).map(readIp);
    const known = ranges.filter((range) => range !== undefined && range !== 'ipv6');
    if (known.length < values.length) continue;
    if (operator.name === 'ip_not_equal') excluded.push(...known);
    else left = left ? left.flatMap((range) => known.flatMap((other) => common(range, other))) : known;
  }
  return (
    left !== undefined &&
    excluded.reduce((rest, range) => rest.flatMap((each) => without(each, range)), left).length === 0
  );
}

function common(a: Range, b: Range): readonly Range[] {
  const range = { from: Math.max(a.from, b.from), to: Math.min(a.to, b.to) };
  return range.from <= range.to ? [range] : [];
}

const without = (range: Range, gone: Range): readonly Range[] => [
  ...common(range, { from: -Infinity, to: gone.from - 1 }),
  ...common(range, { from: gone.to + 1, to: Infinity }),
];

function noBoolean(comparisons: readonly Comparison[]): boolean {
  const sets = comparisons.map(({ values }) => values.map(readBoolean)).filter((set) => !set.includes(undefined));
  return sets.length > 0 && ![true, false].some((value) => sets.every((set) => set.includes(value)));
}
