import assert from 'node:assert/strict';
import { ofFewColours } from './webp.js';

describe('a picture of few colours', () => {
  const [black, almost, white, red] = [0xff000000, 0xff020202, 0xffffffff, 0xff0000ff];

  it('keeps the most frequent ones that are far apart; others become the nearest', () => {
    const pixels = Uint32Array.from([black, black, black, almost, almost, white, white, red]);
    const few = ofFewColours(pixels, { colours: 2, apart: 32 });
    assert.deepEqual([...few], [black, black, black, black, black, white, white, black]);
  });

  it('is the picture where it has no more', () => {
    const pixels = Uint32Array.from([black, white, red]);
    assert.deepEqual(ofFewColours(pixels, { colours: 12, apart: 32 }), pixels);
  });
});
