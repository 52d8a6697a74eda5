import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits, type Edit } from '../span.js';
import { compatible, patchOf, type Patch } from './patches.js';

const edit = (start: number, end: number): Edit => ({ span: { start, end }, newText: `${start}-${end}` });
const patch = (...edits: readonly Edit[]): Patch => {
  const found = patchOf(edits);
  assert.ok(found);
  return found;
};

describe('patches', () => {
  it('that lie between the edits of another are applied with it', () => {
    assert.deepEqual(
      compatible([patch(edit(0, 1), edit(20, 21)), patch(edit(5, 6), edit(30, 31)), patch(edit(25, 26))]),
      [edit(0, 1), edit(5, 6), edit(20, 21), edit(25, 26), edit(30, 31)],
    );
  });

  it('are taken whole or not at all', () => {
    assert.deepEqual(compatible([patch(edit(0, 5)), patch(edit(3, 4), edit(8, 9))]), [edit(0, 5)]);
    assert.deepEqual(compatible([patch(edit(0, 1), edit(9, 10)), patch(edit(3, 4), edit(9, 9))]), [
      edit(0, 1),
      edit(9, 10),
    ]);
  });

  it('never overlap, whatever they are', () => {
    const edits = fc.array(fc.tuple(fc.nat(40), fc.nat(4)), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(edits, { maxLength: 12 }), (all) => {
        const patches = all.flatMap((each) => {
          const ordered = [...each].sort(([a], [b]) => a - b).map(([start, length]) => edit(start, start + length));
          const isSound = ordered.every(({ span }, index) => span.start > (ordered[index - 1]?.span.end ?? -1));
          const found = isSound ? patchOf(ordered) : undefined;
          return found ? [found] : [];
        });
        const taken = compatible(patches);
        applyEdits(' '.repeat(50), taken);
        assert.deepEqual(
          taken,
          [...taken].sort((a, b) => a.span.start - b.span.start),
        );
      }),
    );
  });
});
