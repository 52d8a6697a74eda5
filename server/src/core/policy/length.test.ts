import assert from 'node:assert/strict';
import fc from 'fast-check';
import { runs } from '../../../test/sampling.js';
import { readJson } from '../syntax/json.js';
import { countedLength } from './length.js';

const pieces = ['{', '}', '[', ']', ',', ':', '"a"', '"a b"', '"允许"', '"😀"', '"\\n"', '"\t', "'a b'", 'a', '😀'];
const blanks = [' ', '\n', '\r\n', '\t', '\u000b', '\u00a0', '// a b\n', '/* a b */', '# a b\n'];

describe('countedLength', () => {
  it('comes to the same by what reading has counted as by the text', () => {
    let quick = 0;
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces, ...blanks), { maxLength: 12 }), (parts) => {
        const tree = readJson(parts.join(''));
        if (tree.blanks !== undefined) quick++;
        assert.equal(countedLength(tree), countedLength({ ...tree, blanks: undefined }));
      }),
      runs(1000),
    );
    assert.ok(quick > 0);
  });

  it('counts no white space, no comments, and a pair of surrogates once', () => {
    assert.equal(countedLength(readJson('{ "a b":\t"😀" } // c')), 10);
  });

  it('has counted already where strings hold no blanks', () => {
    assert.equal(readJson('{\n  "a": 1\n}').blanks, 5);
    assert.equal(readJson('{ "a b": 1 }').blanks, undefined);
  });
});
