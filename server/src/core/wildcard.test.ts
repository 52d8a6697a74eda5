import assert from 'node:assert/strict';
import fc from 'fast-check';
import { runs } from '../../test/sampling.js';
import { covers, matches, overlaps } from './wildcard.js';

const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '*'), maxLength: 6 });

/** All texts over a and b of up to six letters. */
const texts = Array.from({ length: 7 }, (_, length) =>
  Array.from({ length: 2 ** length }, (_, bits) =>
    bits.toString(2).padStart(length, '0').slice(0, length).replaceAll('0', 'a').replaceAll('1', 'b'),
  ),
).flat();
const meant = (wildcard: string): readonly string[] => {
  const expression = new RegExp(`^${wildcard.replaceAll('*', '.*')}$`, 'u');
  return texts.filter((text) => expression.test(text));
};

describe('wildcards', () => {
  it('match as a regular expression does', () => {
    const all = (length: number): readonly string[] =>
      length === 0 ? [''] : all(length - 1).flatMap((start) => ['a', 'b', '*'].map((sign) => start + sign));
    for (const wildcard of [0, 1, 2, 3, 4].flatMap(all))
      assert.deepEqual(
        texts.filter((text) => matches(wildcard, text)),
        meant(wildcard),
        wildcard,
      );
  });

  it('cover each other where one stands for all that the other does', () => {
    fc.assert(
      fc.property(pattern, pattern, (a, b) => {
        // A letter that occurs in neither pattern shows what a star of `b` alone can stand for.
        const samples = meant(b).concat(b.replaceAll('*', 'c'));
        assert.equal(
          covers(a, b),
          samples.every((text) => matches(a, text)),
        );
      }),
      runs(500),
    );
  });

  it('overlap where some text is meant by both', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'b', '*'), maxLength: 3 }),
        fc.string({ unit: fc.constantFrom('a', 'b', '*'), maxLength: 3 }),
        (a, b) => {
          const both = new Set(meant(a));
          assert.equal(
            overlaps(a, b),
            meant(b).some((text) => both.has(text)),
            `${a} ${b}`,
          );
        },
      ),
      runs(500),
    );
  });

  it('stay linear on hostile patterns', () => {
    assert.equal(matches(`${'a*'.repeat(10_000)}b`, 'a'.repeat(20_000)), false);
    assert.equal(matches('*a'.repeat(10_000), 'a'.repeat(20_000)), true);
  });
});
