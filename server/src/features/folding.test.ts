import assert from 'node:assert/strict';
import { documentOf } from '../../test/documents.js';
import { foldingRanges } from './folding.js';

/** Folded lines, `first-last`, from 0. */
const folds = (...lines: readonly string[]): string =>
  foldingRanges(documentOf(lines.join('\n')))
    .map(({ startLine, endLine }) => `${startLine}-${endLine}`)
    .join(' ');

describe('folding', () => {
  it('folds objects and arrays up to the line before their end', () => {
    assert.equal(folds('{', '"statement": [', '{', '"action": "a:B"', '}', ']', '}'), '0-5 1-4 2-3');
  });

  it('leaves alone what has nothing to hide', () => {
    assert.equal(folds('{"a":[1,2]}'), '');
    assert.equal(folds('{', '}'), '');
  });

  it('folds once per line', () => {
    assert.equal(folds('{"statement":[{', '"a":1', '}]}'), '0-1');
  });

  it('folds what is not closed to its end', () => {
    assert.equal(folds('{', '"a": [', '1,'), '0-2 1-2');
  });
});
