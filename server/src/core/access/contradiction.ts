/** Whether several comparisons of one condition key can be met together. Sure of its yes only: what it cannot read, it leaves out. */
import type { KnownOperator } from '../knowledge/operators.js';
import { isNegated, relationOf, type Test } from './condition-test.js';
import { singlesOf } from './values.js';

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
  if (!comparisons.some(({ operator }) => !operator.ifExist && !isNegated(operator))) return false;
  const byType = new Map<string, Test[]>();
  for (const { operator, values } of comparisons) {
    const { type } = operator.data;
    if (!isReadable(operator, values)) continue;
    byType.set(type, [...(byType.get(type) ?? []), { operatorText: operator.name, operator, key: '', values }]);
  }
  return [...byType.values()].some(isContradiction);
}

function isReadable({ name, data: { type } }: KnownOperator, values: readonly string[]): boolean {
  const most = type === 'ip' || name.includes('like') ? maxAlternatives : maxValues;
  return values.length > 0 && values.length <= most && !values.some((value) => value.includes('${'));
}

function isContradiction(tests: readonly Test[]): boolean {
  const read = tests.filter((test) => relationOf(test).sure);
  if (read.length === 0) return false;
  const { values, complete } = singlesOf(read);
  const meetsAll = (value: string): boolean =>
    read.every((test) => relationOf(test).holds(value) !== (test.operator !== undefined && isNegated(test.operator)));
  return complete && !values.some(meetsAll);
}
