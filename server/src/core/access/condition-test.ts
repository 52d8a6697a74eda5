/** One operator of a condition on one key, and whether a request meets it. Source: CAM condition pages, 598/10608 and 598/73088. */
import type { Language, OperatorData } from '../catalogue/language.js';
import { knownOperator, type KnownOperator } from '../knowledge/operators.js';
import { readBoolean, readDate, readIp, readNumber, valueText } from '../policy/condition-value.js';
import type { Statement } from '../policy/model.js';
import { matches } from '../wildcard.js';
import type { ContextValue } from './question.js';
import type { Reading } from './reading.js';
import { withCaller, type World } from './request.js';

export interface Test {
  /** As written. */
  readonly operatorText: string;
  /** Undefined where CAM documents no such operator: whether it is met is in doubt. */
  readonly operator: KnownOperator | undefined;
  readonly key: string;
  readonly values: readonly string[];
}

/** The tests of a statement, all of which must be met. Of members with one name the last counts, as JSON readers have it. */
export function testsOf({ conditions }: Statement, text: string, language: Language): readonly Test[] {
  const operators = new Map(conditions.map((condition) => [condition.operator, condition]));
  return [...operators.values()].flatMap(({ operator, keys }) =>
    [...new Map(keys.map((key) => [key.key, key])).values()].map(({ key, values }): Test => {
      const texts = values.map((value) => valueText(text, value)).filter((value) => value !== undefined);
      const readable = texts.length === values.length && texts.length > 0;
      return {
        operatorText: operator,
        key,
        values: texts,
        operator: readable ? knownOperator(operator, language) : undefined,
      };
    }),
  );
}

const opaque = ({ operatorText, key, values }: Test): { readonly opaque: string } => ({
  opaque: `${operatorText} ${key} ${values.join(' ')}`,
});

/** Whether the request of `world`, in which every key is said, meets the test. */
export function isMet(test: Test, world: World, reading: Reading): boolean {
  const forced = world.forced.get(test);
  if (forced !== undefined) return forced;
  const { operator, key, values } = test;
  if (!operator) return reading.holds(opaque(test));
  const value = world.context.get(key) ?? null;
  const absent = value === null || (typeof value !== 'string' && value.length === 0);
  if (operator.data.type === 'null') return nullIsMet(test, absent, reading);
  if (absent) return metByAbsence(operator, reading);
  const constants = values.map((each) => withCaller(each, world.caller));
  const meets = (each: string): boolean => {
    const equal = constants.some((constant) => compare(test, each, constant) ?? reading.holds(opaque(test)));
    return equal !== isNegated(operator);
  };
  return severalMeet(operator, value, meets, reading);
}

const isNegated = ({ name }: KnownOperator): boolean => name.includes('_not_');

function nullIsMet(test: Test, absent: boolean, reading: Reading): boolean {
  return test.values.some((value) => {
    const asked = readBoolean(value);
    return asked === undefined ? reading.holds(opaque(test)) : asked === absent;
  });
}

function metByAbsence(operator: KnownOperator, reading: Reading): boolean {
  if (operator.ifExist) return true;
  if (operator.qualifier === 'for_all_value:') return reading.holds({ flag: 'forAllAbsent' });
  return isNegated(operator) && reading.holds({ flag: 'absentNegated' });
}

function severalMeet(
  { qualifier }: KnownOperator,
  value: Exclude<ContextValue, null>,
  meets: (each: string) => boolean,
  reading: Reading,
): boolean {
  const values = typeof value === 'string' ? [value] : value;
  if (qualifier === 'for_any_value:') return values.some(meets);
  if (values.every(meets)) return true;
  return qualifier === '' && values.some(meets) && reading.holds({ flag: 'unqualified' });
}

/** Whether `value` of the request stands in the operator's relation to `constant`; undefined where one of them cannot be read. */
function compare({ operator }: Test, value: string, constant: string): boolean | undefined {
  switch (operator?.data.type) {
    case 'string':
      return compareTexts(operator.name, value, constant);
    case 'number':
      return inOrder(operator.name, readNumber(value), readNumber(constant));
    case 'date':
      return inOrder(operator.name, readDate(value), readDate(constant));
    case 'boolean':
      return inOrder(operator.name, toNumber(readBoolean(value)), toNumber(readBoolean(constant)));
    case 'ip':
      return inRange(value, constant);
    default:
      return value === constant ? true : undefined;
  }
}

const toNumber = (value: boolean | undefined): number | undefined => (value === undefined ? undefined : Number(value));

function compareTexts(name: string, value: string, constant: string): boolean | undefined {
  if (name.includes('ignore_case')) return value.toLowerCase() === constant.toLowerCase();
  if (!name.includes('like')) return value === constant;
  // `?` may be a wildcard, too: no document says so, or not.
  return matches(constant, value) || (constant.includes('?') ? undefined : false);
}

function inOrder(name: string, value: number | undefined, constant: number | undefined): boolean | undefined {
  if (value === undefined || constant === undefined) return undefined;
  const equal = value === constant;
  if (name.includes('less_than')) return value < constant || (equal && name.endsWith('_equal'));
  if (name.includes('greater_than')) return value > constant || (equal && name.endsWith('_equal'));
  return equal;
}

function inRange(value: string, constant: string): boolean | undefined {
  const [address, range] = [readIp(value), readIp(constant)];
  if (!address || !range) return undefined;
  if (address === 'ipv6' && range === 'ipv6') return value.toLowerCase() === constant.toLowerCase() || undefined;
  return address !== 'ipv6' && range !== 'ipv6' && range.from <= address.from && address.to <= range.to;
}

/** Whether every value of the test is of its operator's kind, and so is `value`. */
export const canRead = (test: Test, value: string): boolean =>
  test.operator === undefined ||
  test.operator.data.type === 'null' ||
  test.values.every((each) => compare(test, value, each) !== undefined);

/** What the test compares with; undefined for tests of absence and for those in no known operator. */
export const typeOf = ({ operator }: Test): OperatorData['type'] | undefined =>
  operator?.data.type === 'null' ? undefined : operator?.data.type;
