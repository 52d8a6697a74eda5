import assert from 'node:assert/strict';
import { applyPatch } from 'diff';
import fc from 'fast-check';
import { patchOf } from './patch.js';

describe('the patch of a file', () => {
  it('leads from the text before to the text after', () => {
    const text = fc.array(fc.constantFrom('a\n', 'b\r\n', '\n', 'c', '名\n')).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        fc.pre(before !== after);
        assert.equal(applyPatch(before, patchOf('a.json', before, after), { autoConvertLineEndings: false }), after);
      }),
    );
  });
  it('replaces all where more lines change than the shortest way is looked for', () => {
    const before = Array.from({ length: 6000 }, (_, index) => `a${index}\n`).join('');
    const after = `${before.replaceAll('a', 'b')}end`;
    const patch = patchOf('a.json', before, after);
    assert.match(patch, /^--- a\/a\.json\n\+\+\+ b\/a\.json\n@@ -1,6000 \+1,6001 @@\n-a0\n/u);
    assert.equal(applyPatch(before, patch), after);
    assert.match(patchOf('a.json', '', after), /@@ -0,0 \+1,6001 @@/u);
  });
});
