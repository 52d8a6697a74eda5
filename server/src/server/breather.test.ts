import assert from 'node:assert/strict';
import { CancellationTokenSource } from 'vscode-languageserver';
import { breatherFor } from './breather.js';

describe('a long answer', () => {
  it('lets others go first when it has worked for a while, and ends when it is cancelled', async () => {
    const source = new CancellationTokenSource();
    let now = 0;
    let turns = 0;
    const turn = (): Promise<void> => {
      turns++;
      return Promise.resolve();
    };
    const breathe = breatherFor(source.token, turn, () => now);
    assert.equal(await breathe(), true);
    now = 19;
    assert.equal(await breathe(), true);
    assert.equal(turns, 0, 'not after every step');
    now = 20;
    assert.equal(await breathe(), true);
    assert.equal(turns, 1);
    now = 39;
    assert.equal(await breathe(), true);
    assert.equal(turns, 1, 'counted from the last turn');
    source.cancel();
    now = 40;
    assert.equal(await breathe(), false);
  });
});
