import assert from 'node:assert/strict';
import { testContext } from '../../test/documents.js';
import { warmUp } from './warm-up.js';

describe('warming up', () => {
  it('words findings, and no rule fails', () => {
    const failed: string[] = [];
    const found = warmUp({ ...testContext, onFailure: (code) => failed.push(code) });
    assert.ok(found.length > 0);
    assert.deepEqual(failed, []);
  });
});
