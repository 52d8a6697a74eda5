import assert from 'node:assert/strict';
import { meets, meetsAny, type Span } from './span.js';

describe('a span among others', () => {
  it('meets one of them where comparing each by each says so', () => {
    const ends = [0, 1, 2, 3, 5, 6, 9];
    const all: readonly Span[] = ends.flatMap((start) =>
      ends.filter((end) => end >= start).map((end) => ({ start, end })),
    );
    for (const one of all)
      for (const other of all) {
        const spans = [other, { start: 7, end: 8 }, one];
        const meetsOne = meetsAny(spans);
        for (const span of all)
          assert.equal(
            meetsOne(span),
            spans.some((each) => meets(each, span)),
            JSON.stringify({ spans, span }),
          );
      }
    assert.equal(meetsAny([])({ start: 0, end: 9 }), false);
  });
});
