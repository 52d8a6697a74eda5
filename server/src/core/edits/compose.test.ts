import assert from 'node:assert/strict';
import fc from 'fast-check';
import { composeEdits } from './compose.js';
import { applyEdits, type Edit } from '../span.js';

/** Edits of a text of `length` units that do not overlap. */
const editsOf = (length: number): fc.Arbitrary<readonly Edit[]> =>
  fc
    .tuple(
      fc.uniqueArray(fc.nat(length), { maxLength: 8 }),
      fc.array(fc.string({ maxLength: 3 }), { minLength: 4, maxLength: 4 }),
    )
    .map(([offsets, texts]) => {
      const sorted = offsets.sort((a, b) => a - b);
      return texts.flatMap((newText, index): Edit[] => {
        const [start, end] = [sorted[index * 2], sorted[index * 2 + 1]];
        return start === undefined ? [] : [{ span: { start, end: end ?? start }, newText }];
      });
    });

describe('composeEdits', () => {
  it('does at once what two lists of edits do one after the other', () => {
    const cases = fc
      .string({ maxLength: 20 })
      .chain((text) => editsOf(text.length).map((first) => ({ text, first })))
      .chain(({ text, first }) => editsOf(applyEdits(text, first).length).map((second) => ({ text, first, second })));
    fc.assert(
      fc.property(cases, ({ text, first, second }) => {
        const both = composeEdits(first, second);
        assert.equal(applyEdits(text, both), applyEdits(applyEdits(text, first), second));
      }),
    );
  });

  it('leaves alone what neither touches', () => {
    const at = (start: number, end: number, newText: string): Edit => ({ span: { start, end }, newText });
    assert.deepEqual(composeEdits([at(1, 2, 'XY')], [at(2, 3, ''), at(8, 9, 'z')]), [at(1, 2, 'X'), at(7, 8, 'z')]);
    assert.deepEqual(composeEdits([], []), []);
  });
});
