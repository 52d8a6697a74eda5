import assert from 'node:assert/strict';
import fc from 'fast-check';
import { distance } from './nearest.js';

describe('distance', () => {
  it('counts insertions, deletions, replacements and swaps of neighbours as one each', () => {
    assert.equal(distance('DescribeUser', 'DescribeUsers', 9), 1);
    assert.equal(distance('DescribeUser', 'DecribeUser', 9), 1);
    assert.equal(distance('DescribeUser', 'DescribeUzer', 9), 1);
    assert.equal(distance('DescribeUser', 'DescribeUsre', 9), 1);
    assert.equal(distance('abcd', 'badc', 9), 2);
    assert.equal(distance('', 'abc', 9), 3);
  });

  it('stops at the limit', () => {
    assert.equal(distance('abcdef', 'uvwxyz', 2), 3);
    assert.equal(distance('a', 'abcdef', 2), 3);
  });

  it('is a symmetric distance', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        const found = distance(a, b, 20);
        return found === distance(b, a, 20) && (found === 0) === (a === b) && found <= Math.max(a.length, b.length);
      }),
    );
  });
});
