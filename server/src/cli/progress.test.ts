import assert from 'node:assert/strict';
import { createProgress } from './progress.js';

describe('progress', () => {
  const run = (isTTY: boolean, columns = 30) => {
    const written: string[] = [];
    let time = 0;
    const stream = { isTTY, columns, write: (text: string) => written.push(text) };
    const progress = createProgress({ stream, now: () => time, locale: 'en' });
    return { progress, written, wait: (ms: number) => (time += ms) };
  };
  it('is silent for a second, then speaks ten times a second at most, on one line', () => {
    const { progress, written, wait } = run(true);
    progress.at('a', 1);
    wait(999);
    progress.at('b', 2);
    progress.clear();
    assert.deepEqual(written, []);
    wait(1);
    progress.at('c', 3);
    progress.at('d', 4);
    wait(100);
    progress.at('名\n'.repeat(50), 5);
    progress.clear();
    progress.clear();
    assert.equal(written.length, 3);
    const start = '\r\u001b[K';
    assert.equal(written[0], `${start}files done: 3; now c`);
    assert.equal(written[1], `${start}files done: 5; now 名 名 名 `);
    assert.equal(written[2], start);
  });
  it('says nothing in a pipe', () => {
    const { progress, written, wait } = run(false);
    wait(5000);
    progress.at('a', 1);
    progress.clear();
    assert.deepEqual(written, []);
  });
});
