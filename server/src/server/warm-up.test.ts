import assert from 'node:assert/strict';
import { shippedLanguage, shippedCatalogue } from '../../test/shipped-catalogue.js';
import { warmUp } from './warm-up.js';

describe('warming up', () => {
  const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  const ports = { catalogue: shippedCatalogue, language: shippedLanguage, nextTurn };

  const failed: string[] = [];
  const onFailure = (code: string): void => void failed.push(code);

  afterEach('no rule fails', () => {
    assert.deepEqual(failed.splice(0), []);
  });

  it('words findings', async () => {
    const found = await warmUp(ports, () => true, onFailure);
    assert.ok(found.some(({ code }) => code === 'unknown-action'));
  });

  it('lets messages be read between its samples, and ends when it is not needed', async () => {
    let turns = 0;
    const counted = { ...ports, nextTurn: () => ((turns += 1), nextTurn()) };
    const found = await warmUp(counted, () => turns < 2, onFailure);
    assert.deepEqual(
      found.map(({ code }) => code),
      ['empty-value'],
    );
    assert.equal(turns, 2);
  });
});
