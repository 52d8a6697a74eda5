import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { indexLines } from './lines.js';

describe('lines and columns', () => {
  it('count from 1 and know each kind of line end', () => {
    const { at } = indexLines('ab\ncd\r\nef\rg');
    assert.deepEqual([0, 2, 3, 7, 10, 11].map(at), [
      { line: 1, column: 1 },
      { line: 1, column: 3 },
      { line: 2, column: 1 },
      { line: 3, column: 1 },
      { line: 4, column: 1 },
      { line: 4, column: 2 },
    ]);
  });

  it('bring offsets outside the text to its ends', () => {
    const { at } = indexLines('ab');
    assert.deepEqual(
      [at(-5), at(99)],
      [
        { line: 1, column: 1 },
        { line: 1, column: 3 },
      ],
    );
  });

  it('are what LSP says, but for counting from 0 and line ends themselves', () => {
    const texts = fc.string({ unit: fc.constantFrom('a', '😀', '\n', '\r', '\r\n') });
    fc.assert(
      fc.property(texts, fc.nat(20), (text, offset) => {
        if (/[\r\n]/u.test(text.charAt(offset - 1)) && text.charAt(offset) === '\n') return;
        const { line, character } = TextDocument.create('', '', 0, text).positionAt(offset);
        assert.deepEqual(indexLines(text).at(offset), { line: line + 1, column: character + 1 });
      }),
    );
  });
});
