import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../span.js';
import { runs } from '../../../test/sampling.js';
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

  it('uses one line end where the text has two, and the same when done again', () => {
    const once = formatted('{"a":\r\n1,\n"b":2}');
    assert.equal(once, '{\n  "a": 1,\n  "b": 2\n}');
    const inComment = formatted('\n/*\r\n*/{"a":1}');
    assert.equal(inComment, '/*\r\n*/ {\n  "a": 1\n}');
    assert.equal(formatted(inComment), inComment);
  });

  it('leaves the line end at the end as it is, and takes blank lines behind it away', () => {
    const laidOut = (text: string, insertFinalNewline?: boolean): string =>
      applyEdits(
        text,
        formatJson(text, undefined, {
          tabSize: 2,
          insertSpaces: true,
          ...(insertFinalNewline === undefined ? {} : { insertFinalNewline }),
        }),
      );
    for (const [text, ...after] of [
      ['{}', '{}'],
      ['{}\n', '{}\n'],
      ['{}\r\n', '{}\r\n'],
      ['{}\n\n \n', '{}\n'],
      ['{} // end\n', '{} // end\n'],
    ]) {
      assert.deepEqual([laidOut(text ?? '')], after);
      assert.deepEqual([laidOut(text ?? '', false)], after);
    }
    assert.equal(laidOut('{}', true), '{}\n');
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

  it('leaves a text alone where it cannot be told what is in a string', () => {
    for (const text of [
      '{"resource":["qcs::cvm:gz::*\', "qcs::cvm:gz::instance/*"]}',
      '{"resource":“qcs::cvm:gz::*”}',
      "{'resource':'qcs::cvm:gz::*'}",
      '{"resource":"qcs::cvm:gz::*}',
      '{"resource":qcs::cvm:gz::*}',
      '{"a":"b\n","c":1}',
    ])
      assert.equal(formatted(text), text);
  });

  it('lays out what only lacks or repeats a comma, a colon or a bracket', () => {
    assert.equal(formatted('{"a":[1,2,],}'), '{\n  "a": [\n    1,\n    2,\n  ],\n}');
    assert.equal(formatted('{"a":"b::c"'), '{\n  "a": "b::c"');
    assert.equal(formatted('{"a":1 // c\n}'), '{\n  "a": 1 // c\n}');
  });

  it('changes nothing when done again, and no string, whatever the text', () => {
    const piece = fc.constantFrom(
      ...[
        '{',
        '}',
        '[',
        ']',
        ',',
        ':',
        '"qcs::a b"',
        '1',
        '-',
        'true',
        ' ',
        '\n',
        '\t',
        '\r\n',
        '\r',
        '"',
        "'",
        '“',
        '”',
        '`',
        'x',
      ],
      ...['// c\n', '/* c */', '/*', '\\', 'qcs::', '"a":', '：', '，', '\u00a0', '\ufeff', '{"a":[1,2]}'],
    );
    const strings = (text: string): readonly string[] => text.match(/"qcs::a b"|qcs::(?!a b)/gu) ?? [];
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join('')),
        fc.boolean(),
        (text, insertSpaces) => {
          const lay = (from: string): string =>
            applyEdits(from, formatJson(from, undefined, { tabSize: 2, insertSpaces }));
          const once = lay(text);
          assert.equal(lay(once), once);
          assert.deepEqual(strings(once), strings(text));
        },
      ),
      runs(20_000),
    );
  });
});
