import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../span.js';
import { formatJson } from './format.js';

const options = { tabSize: 2, insertSpaces: true };
const formatted = (text: string): string => applyEdits(text, formatJson(text, undefined, options));

describe('formatting', () => {
  it('lays out a policy', () => {
    assert.equal(
      formatted('{"version":"2.0","statement":[{"action":["a:B"],"resource":"*"}]}'),
      '{\n  "version": "2.0",\n  "statement": [\n    {\n      "action": [\n        "a:B"\n      ],\n      "resource": "*"\n    }\n  ]\n}',
    );
  });

  it('keeps line ends, and uses tabs where asked to', () => {
    assert.equal(formatted('{"a":\r\n1}'), '{\r\n  "a": 1\r\n}');
    const text = '{"a":[1]}';
    const tabs = formatJson(text, undefined, { tabSize: 4, insertSpaces: false });
    assert.equal(applyEdits(text, tabs), '{\n\t"a": [\n\t\t1\n\t]\n}');
  });

  it('touches only the lines of a range, which keep their first indentation', () => {
    const text = '{\n"a":1,\n  "b":[2]\n}';
    const start = text.indexOf('"b"');
    assert.equal(
      applyEdits(text, formatJson(text, { start, end: start + 7 }, options)),
      '{\n"a":1,\n  "b": [\n    2\n  ]\n}',
    );
  });

  it('changes nothing but white space, whatever the text', () => {
    const piece = fc.constantFrom('{', '}', '[', ']', ',', ':', '"a b"', '1', ' ', '\n', '\t', '"', '// c\n', '“', 'x');
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join('')),
        (text) => {
          const bare = (from: string): string => from.replace(/\s+/gu, '');
          assert.equal(bare(formatted(text)), bare(text));
        },
      ),
    );
  });
});
