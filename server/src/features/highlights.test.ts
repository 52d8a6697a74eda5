import assert from 'node:assert/strict';
import { documentAt, textIn } from '../../test/documents.js';
import { highlights } from './highlights.js';

const highlighted = (marked: string): string[] => {
  const { document, position } = documentAt(marked);
  return highlights(document, position).map(({ range }) => textIn(document, range));
};

describe('highlights', () => {
  it('show an action with the patterns that stand for it', () => {
    assert.deepEqual(highlighted('{"statement":{"action":["mps:Edit|Media","mps:*","trtc:*"]}}'), [
      'mps:EditMedia',
      'mps:*',
    ]);
  });

  it('show nothing where nothing is named', () => {
    assert.deepEqual(highlighted('{"state|ment":{"action":["mps:EditMedia"]}}'), []);
  });
});
