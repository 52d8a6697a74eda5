/** One operator of a condition on one key, and whether a request meets it. Source: CAM condition pages, 598/10608 and 598/73088. */
import type { Language, ValueType } from '../catalogue/language.js';
import { knownOperator, type KnownOperator } from '../knowledge/operators.js';
import { memoByObject } from '../memo.js';
import { readBoolean, valueText } from '../policy/condition-value.js';
import type { Statement } from '../policy/model.js';
import { withCaller, type Binding } from './binding.js';
import type { ContextValue } from './question.js';
import type { Opaque, Reading } from './reading.js';
import { relationTo, type Relation } from './relation.js';
import type { World } from './request.js';
import type { UnclearKind } from './unclear.js';

export interface Test {
  /** As written. */
  readonly operatorText: string;
  /** Undefined where CAM documents no such operator: whether it is met is in doubt. */
  readonly operator: KnownOperator | undefined;
  readonly key: string;
  readonly values: readonly string[];
  /** It is no operator with keys and texts; its own text stands for it. */
  readonly unread?: true;
  /** It stands for a part of a policy whose meaning is not known: the operator is that part, the key all that it stands in, the value what it may do. */
  readonly unclear?: UnclearKind;
}

/** The tests of a statement, all of which must be met. Of members with one name the last counts, as JSON readers have it. */
export function testsOf({ conditions }: Statement, text: string, language: Language): readonly Test[] {
  const operators = new Map(conditions.map((condition) => [condition.operator, condition]));
  return [...operators.values()].flatMap(({ operator, keys, property: { value } }) => {
    // What is no object of keys is still a condition.
    if (value?.kind !== 'object' || !value.closed)
      return [unreadable(operator, value ? text.slice(value.start, value.end) : '')];
    return [...new Map(keys.map((key) => [key.key, key])).values()].map(({ key, values }): Test => {
      const texts = values.map((each) => valueText(text, each)).filter((each) => each !== undefined);
      const readable = texts.length === values.length && texts.length > 0;
      return {
        operatorText: operator,
        key,
        values: readable ? texts : values.map((each) => text.slice(each.start, each.end)),
        operator: readable ? knownOperator(operator, language) : undefined,
        ...(!readable && { unread: true }),
      };
    });
  });
}

/** A test of which nothing but its text is known. */
export const unreadable = (operatorText: string, ...values: readonly string[]): Test => ({
  operatorText,
  operator: undefined,
  key: '',
  values,
  unread: true,
});

/** The test with the variables of its values replaced. */
export const bound = (test: Test, { caller }: Binding): Test =>
  test.values.some((value) => value.includes('${'))
    ? { ...test, values: test.values.map((value) => withCaller(value, caller)) }
    : test;

const opaque = ({ operatorText, key, values, unclear }: Test): Opaque =>
  unclear
    ? { opaque: operatorText, why: unclear, of: `${values.join(' ')} ${key}` }
    : { opaque: [operatorText, key, ...values].filter((text) => text !== '').join(' ') };

/** Whether the request of `world`, in which every key is said, meets the test. */
export function isMet(test: Test, world: World, reading: Reading): boolean {
  const forced = world.forced.get(test);
  if (forced !== undefined) return forced;
  const { operator, key } = test;
  if (!operator) return reading.holds(opaque(test));
  const value = world.context.get(key) ?? null;
  const absent = value === null || (typeof value !== 'string' && value.length === 0);
  if (operator.data.type === 'null') return nullIsMet(test, absent, reading);
  if (absent) return metByAbsence(operator, reading);
  const { holds, sure } = relationOf(bound(test, world.binding));
  // Where every constant can be read, it is the value that cannot.
  const doubt = (each: string): Opaque => (sure ? { opaque: `${key} ${each}` } : opaque(test));
  const meets = (each: string): boolean => (holds(each) ?? reading.holds(doubt(each))) !== isNegated(operator);
  return severalMeet(operator, value, meets, reading);
}

/** What the test compares one value with, whether it is negated or not. Of an unknown operator or a test of absence nothing is known. */
export const relationOf = memoByObject(({ operator, values }: Test): Relation =>
  operator && operator.data.type !== 'null'
    ? relationTo(operator.name, operator.data.type, values)
    : { holds: () => undefined, sure: false },
);

export const isNegated = ({ name }: KnownOperator): boolean => name.includes('_not_');

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

/** What the test compares with; undefined for tests of absence and for those in no known operator. */
export const typeOf = ({ operator }: Test): ValueType | undefined =>
  operator?.data.type === 'null' ? undefined : operator?.data.type;
