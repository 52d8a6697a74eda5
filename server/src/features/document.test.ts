import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createLocator } from './document.js';

describe('positions of many offsets', () => {
  it('are those of each, in whatever order and with whatever ends of lines', () => {
    const text = fc.string({ unit: fc.constantFrom(...'ab\r\n中'), maxLength: 30 });
    fc.assert(
      fc.property(text, fc.array(fc.nat(32), { maxLength: 20 }), (content, offsets) => {
        const document = TextDocument.create('file:///a.cam.json', 'cam-policy', 1, content);
        assert.deepEqual(
          offsets.map(createLocator(document)),
          offsets.map((offset) => document.positionAt(offset)),
        );
      }),
    );
  });
});
