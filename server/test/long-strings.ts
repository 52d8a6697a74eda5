/** Policies with strings made to keep a reader busy: one longer than any policy, or as many as are read of the greatest length that is read. */
import { maxPolicyLength } from '../src/core/policy/length.js';

/** Makes a string of at least `length` UTF-16 units, fit to stand between quotes as it is. */
interface Kind {
  readonly name: string;
  readonly of: (length: number) => string;
}

const run = (unit: string, before = '', behind = '') => ({
  name: `${before}${unit}…${behind}`.replaceAll('\\', '\\\\').trim(),
  of: (length: number) => before + unit.repeat(Math.ceil(length / unit.length)) + behind,
});

export const kinds: readonly Kind[] = [
  run('a', '', '***!'),
  run('a1', '', 'xxxa'),
  run('a_xxx', '', 'a!'),
  { ...run(' ', '2024-01-01', 'T00:00:00'), name: '2024-01-01, blanks, T00:00:00' },
  { ...run(' ', 'mps', ':ProcessMedia'), name: 'mps, blanks, :ProcessMedia' },
  run('*', '', '!'),
  run('a*', '', 'b'),
  run('a', '*', 'b'),
  run('$${{'),
  run('${'),
  run('<'),
  run('/'),
  run(':', 'qcs'),
  run('your-', '', '!'),
  run('yourA-', '', 'xxxa!'),
  run('1.', '', 'x'),
  run('uin/1/', 'qcs::cam::uin/1:', '!'),
  { ...run('\ud800'), name: 'halves of surrogate pairs' },
  { ...run('\\u0061'), name: 'escapes' },
];

/** Where such strings stand. */
export const positions = {
  action: (strings: string) => `"action":[${strings}],"resource":"*"`,
  resource: (strings: string) => `"action":"mps:ProcessMedia","resource":[${strings}]`,
  'last segment': (strings: string) =>
    `"action":"mps:ProcessMedia","resource":[${strings.replaceAll(/(^|,)"/gu, '$1"qcs::mps::uin/1:')}]`,
  principal: (strings: string) => `"principal":{"qcs":[${strings}]},"action":"cos:GetObject","resource":"*"`,
  'condition key': (strings: string) =>
    `"action":"*","resource":"*","condition":{"string_equal":{${strings.replaceAll(/"(?=,|$)/gu, '":"1"')}}}`,
  'condition value': (strings: string) =>
    `"action":"*","resource":"*","condition":{"date_greater_than":{"qcs:current_time":[${strings}]},"ip_equal":{"qcs:ip":[${strings}]}}`,
  sid: (strings: string) => `"sid":[${strings}],"action":"*","resource":"*"`,
} as const;

export type Position = keyof typeof positions;

const policy = (members: string): string => `{"version":"2.0","statement":[{"effect":"allow",${members}}]}`;

/** A policy with one string of `length` UTF-16 units. */
export const oneString = (kind: Kind, position: Position, length = 200_000): string =>
  policy(positions[position](`"${kind.of(length)}"`));

/** A little less than `length` UTF-16 units of strings that are just short enough to be read, all different. */
export function manyStrings(kind: Kind, position: Position, length: number): string {
  const longest = maxPolicyLength - 60;
  const count = Math.floor(length / longest / (position === 'condition value' ? 2 : 1));
  const strings = Array.from({ length: count }, (_, index) => `"${kind.of(longest)}${index}"`);
  return policy(positions[position](strings.join()));
}
