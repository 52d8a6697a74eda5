/**
 * What a condition operator asks of one value, with the negation left out: whether the value stands in its relation to one of the constants.
 * The one place that knows the operators. Source: CAM condition pages, 598/10608 and 598/73088.
 */
import type { ValueType } from '../catalogue/language.js';
import { readBoolean, readDate, readIp, readNumber } from '../policy/condition-value.js';
import { matches } from '../wildcard.js';

export interface Relation {
  /** Whether the value stands in the relation to some constant; undefined where the value or a constant cannot be read and no other one decides. */
  readonly holds: (value: string) => boolean | undefined;
  /** Whether every constant can be read. */
  readonly sure: boolean;
}

/** The relation of the operator `name`, which compares values of `type`, to `constants`. */
export function relationTo(name: string, type: ValueType, constants: readonly string[]): Relation {
  switch (type) {
    case 'string':
      return toTexts(name, constants);
    case 'number':
      return toNumbers(name, constants, readExactly);
    case 'date':
      return toNumbers(name, constants, readDate);
    case 'boolean':
      return toNumbers(name, constants, (text) => toNumber(readBoolean(text)));
    case 'ip':
      return toRanges(constants);
    default:
      return toUnknown(constants);
  }
}

/** Up to 15 digits are told apart, and more where they are what the computer itself writes for the number. Of others nothing is known. */
function readExactly(text: string): number | undefined {
  const [mantissa = ''] = text.split(/[eE]/u, 1);
  const digits = mantissa.replace(/\D/gu, '').replace(/^0+/u, '');
  const value = readNumber(text);
  return digits.length <= 15 || String(value) === text ? value : undefined;
}

const toNumber = (value: boolean | undefined): number | undefined => (value === undefined ? undefined : Number(value));

const toUnknown = (constants: readonly string[]): Relation => ({
  holds: (value) => constants.includes(value) || undefined,
  sure: false,
});

function toTexts(name: string, constants: readonly string[]): Relation {
  if (name.includes('ignore_case')) {
    const folded = new Set(constants.map((text) => text.toLowerCase()));
    return { holds: (value) => folded.has(value.toLowerCase()), sure: true };
  }
  const exact = new Set(constants);
  if (!name.includes('like')) return { holds: (value) => exact.has(value), sure: true };
  const globs = [...exact].filter((text) => text.includes('*'));
  // `?` may be a wildcard, too: no document says so, or not.
  const odd = constants.some((text) => text.includes('?'));
  const met = (value: string): boolean => exact.has(value) || globs.some((glob) => matches(glob, value));
  return { holds: (value) => met(value) || (odd ? undefined : false), sure: !odd };
}

function toNumbers(name: string, constants: readonly string[], read: (text: string) => number | undefined): Relation {
  const numbers = constants.map(read).filter((value) => value !== undefined);
  const odd = numbers.length < constants.length;
  const met = relationOfNumbers(name, numbers);
  return {
    holds: (text) => {
      const value = read(text);
      return value === undefined ? undefined : met(value) || (odd ? undefined : false);
    },
    sure: !odd,
  };
}

function relationOfNumbers(name: string, numbers: readonly number[]): (value: number) => boolean {
  const orEqual = name.endsWith('_equal');
  if (name.includes('less_than')) {
    const most = numbers.reduce((a, b) => Math.max(a, b), -Infinity);
    return (value) => value < most || (orEqual && value === most);
  }
  if (name.includes('greater_than')) {
    const least = numbers.reduce((a, b) => Math.min(a, b), Infinity);
    return (value) => value > least || (orEqual && value === least);
  }
  const all = new Set(numbers);
  return (value) => all.has(value);
}

/** An address of IPv4, written as one of IPv6: `::ffff:10.0.0.1`, `::ffff:a00:1`, `64:ff9b::10.0.0.1`. */
const mayBeShort = /\.|^(?:0*:)+:?ffff:|^::/iu;

function toRanges(constants: readonly string[]): Relation {
  const ranges = constants.map(readIp);
  const known = ranges.filter((range) => range !== undefined && range !== 'ipv6');
  const odd = ranges.includes(undefined);
  const long = new Set(constants.filter((_, index) => ranges[index] === 'ipv6').map((text) => text.toLowerCase()));
  return {
    holds(text) {
      const address = readIp(text);
      if (address === undefined) return undefined;
      // What an address of IPv6 is in is not looked at.
      if (address === 'ipv6')
        return long.has(text.toLowerCase()) || (odd || long.size > 0 || mayBeShort.test(text) ? undefined : false);
      if (known.some(({ from, to }) => from <= address.from && address.to <= to)) return true;
      // Of a range some addresses may be in it, and others not.
      return odd || known.some(({ from, to }) => from <= address.to && address.from <= to) ? undefined : false;
    },
    sure: !odd && long.size === 0,
  };
}
