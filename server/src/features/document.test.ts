import assert from 'node:assert/strict';
import fc from 'fast-check';
import { documentOf, onlyPolicy } from '../../test/documents.js';

describe('ranges of many spans', () => {
  it('are those of each, in whatever order and with whatever ends of lines', () => {
    const text = fc.string({ unit: fc.constantFrom(...'ab\r\n中'), maxLength: 30 });
    fc.assert(
      fc.property(text, fc.array(fc.tuple(fc.nat(32), fc.nat(32)), { maxLength: 20 }), (content, pairs) => {
        const policy = onlyPolicy(documentOf(content));
        const spans = pairs.map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
        const locator = policy.locator();
        assert.deepEqual(
          spans.map((span) => locator.rangeOf(span)),
          spans.map((span) => policy.rangeOf(span)),
        );
      }),
    );
  });
});
