/** What the end-to-end tests use of `node:assert/strict`, for hosts without Node. A test that uses more of it fails there. */
import type nodeAssert from 'node:assert/strict';

function fail(message: unknown, otherwise: () => string): never {
  if (message instanceof Error) throw message;
  throw new Error(typeof message === 'string' ? message : otherwise());
}

const shown = (value: unknown): string => JSON.stringify(value, undefined, 2);

/** Whether two values of plain data (no cycles, no maps, no dates) are the same, whatever the order of their keys. */
function same(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return Object.is(a, b);
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && same(Reflect.get(a, key), Reflect.get(b, key)))
  );
}

export default {
  ok(value: unknown, message?: unknown): asserts value {
    if (!value) fail(message, () => `not true: ${shown(value)}`);
  },
  equal(actual: unknown, expected: unknown, message?: unknown): void {
    if (!Object.is(actual, expected)) fail(message, () => `${shown(actual)} is not ${shown(expected)}`);
  },
  deepEqual(actual: unknown, expected: unknown, message?: unknown): void {
    if (!same(actual, expected)) fail(message, () => `${shown(actual)} is not ${shown(expected)}`);
  },
  match(text: string, pattern: RegExp, message?: unknown): void {
    if (!pattern.test(text)) fail(message, () => `${shown(text)} does not match ${String(pattern)}`);
  },
  doesNotMatch(text: string, pattern: RegExp, message?: unknown): void {
    if (pattern.test(text)) fail(message, () => `${shown(text)} matches ${String(pattern)}`);
  },
} satisfies { readonly [name in keyof typeof nodeAssert]?: unknown };
