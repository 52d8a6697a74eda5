import assert from 'node:assert/strict';
import { findingsOf, testRule } from '../../../../test/rule-tester.js';

testRule('json-syntax', {
  // Where nothing stands yet, not even comments are mistakes.
  valid: [
    '',
    '// why',
    '/* why',
    '{}',
    '[1, 2.5e-3, "\\u4e2d\\n", true, false, null]',
    ' \t\r\n{"a":{"b":[]}}\n',
    '"a string"',
  ],
  invalid: [
    { text: '{"a":1«,»}', messages: ['trailing-comma'], severity: 'error', fixed: '{"a":1}' },
    { text: '[1«,» ]', messages: ['trailing-comma'], fixed: '[1 ]' },
    { text: '[1,«,»2]', messages: ['extra-comma'], fixed: '[1,2]' },
    { text: '{"a":"b«"» "c":1}', messages: ['comma-expected'], fixed: '{"a":"b", "c":1}' },
    { text: '{"a":1} «// why»', messages: ['comment'], fixed: '{"a":1}' },
    { text: '{\n  «/* why */»\n  "a":1}', messages: ['comment'], fixed: '{\n  "a":1}' },
    { text: '[1 «# why»\n]', messages: ['comment'], fixed: '[1\n]' },
    { text: '{"a": "allow«”»,\n"b":1}', messages: ['wrong-quotes'], fixed: '{"a": "allow",\n"b":1}' },
    { text: '{«“a”»:1}', messages: ['wrong-quotes'], fixed: '{"a":1}' },
    { text: "{«'a'»:1}", messages: ['wrong-quotes'], fixed: '{"a":1}' },
    // A backslash may stand before a quote of the same kind, and before the one that JSON has.
    { text: String.raw`{"a":«'it\'s "x"'»}`, messages: ['wrong-quotes'], fixed: String.raw`{"a":"it's \"x\""}` },
    { text: String.raw`{"a":«'say \"x\"'»}`, messages: ['wrong-quotes'], fixed: String.raw`{"a":"say \"x\""}` },
    { text: String.raw`{"a":«'b\'»}`, messages: ['wrong-quotes'], fixed: String.raw`{"a":"b\\"}` },
    { text: '{"a"«：»1}', messages: ['wrong-punctuation'], fixed: '{"a":1}' },
    { text: '[1«，»2]', messages: ['wrong-punctuation'], fixed: '[1,2]' },
    { text: '«\ufeff»{}', messages: ['byte-order-mark'], fixed: '{}' },
    { text: '{«\u00a0»"a":1}', messages: ['wrong-space'], fixed: '{ "a":1}' },
    { text: '{"a":«allow»}', messages: ['missing-quotes'], fixed: null, suggested: ['{"a":"allow"}'] },
    { text: '{«qcs:ip»: []}', messages: ['missing-quotes'], fixed: null, suggested: ['{"qcs:ip": []}'] },
    { text: '{"a":«"mps:Proc»}', messages: ['unclosed-string'], fixed: null, suggested: ['{"a":"mps:Proc"}'] },
    { text: '«{»"a":1', messages: ['unclosed-object'], suggested: ['{"a":1}'] },
    { text: '{"a":«[»1}', messages: ['unclosed-array'], suggested: ['{"a":[1]}'] },
    { text: '{"a":«[»1,\n  2\n}', messages: ['unclosed-array'], suggested: ['{"a":[1,\n  2\n]\n}'] },
    { text: '{"a«"»}', messages: ['colon-expected'] },
    {
      text: '{"action":"a:B","c:D«"»,"resource":"*"}',
      messages: ['brackets-expected'],
      says: 'need brackets',
      fixed: null,
      suggested: ['{"action":["a:B","c:D"],"resource":"*"}'],
      preferred: [true],
    },
    {
      text: '{"action":"a:B","c:D«"»,"e:F«"»}',
      messages: ['brackets-expected'],
      suggested: ['{"action":["a:B","c:D","e:F"]}'],
    },
    // A name that is still being written, and one behind what is no string.
    { text: '{"action":"a:B","resour«"»}', messages: ['colon-expected'], suggested: [] },
    { text: '{"action":["a:B"],"c:D«"»}', messages: ['colon-expected'], suggested: [] },
    { text: '{"c:D«"»}', messages: ['colon-expected'], suggested: [] },
    { text: '{"a"«:»}', messages: ['value-expected'] },
    { text: '{«1»}', messages: ['key-expected'] },
    { text: '{} «{}»', messages: ['extra-text'] },
    { text: '[«0»1]', messages: ['comma-expected'] },
    { text: '[«"\\q"»]', messages: ['invalid-escape'] },
    { text: '[«"\t"»]', messages: ['invalid-character'] },
    { text: '[«1.»]', messages: ['invalid-number'] },
    { text: '«"»version": "2.0"}', messages: ['opening-expected'], suggested: ['{"version": "2.0"}'] },
    { text: '{"a": "b"\n«:»}', messages: ['unexpected'] },
    { text: '{"a": [1]«]», "b": 2}', messages: ['unexpected'], fixed: null, suggested: ['{"a": [1], "b": 2}'] },
    { text: '{"a": "b" «@»}', messages: ['unexpected'], suggested: ['{"a": "b" }'] },
    { text: '[1]«]»', messages: ['extra-text'], fixed: null },
    // What ends something in other languages goes, with nothing else said of it.
    { text: '{"a":1}«;»', messages: ['extra-text'], fixed: '{"a":1}' },
    { text: '{"a":1}«);»\n', messages: ['extra-text'], fixed: '{"a":1}\n' },
    { text: '{"a":1} «x;»', messages: ['extra-text'], fixed: null, suggested: [] },
    { text: '{"a":1«;»}', messages: ['trailing-comma'], fixed: '{"a":1}' },
    { text: '{"a":1«;»"b":2}', messages: ['wrong-punctuation'], fixed: '{"a":1,"b":2}' },
    // An item that is left out goes with its comma.
    { text: '["a", «...»]', messages: ['unexpected'], fixed: null, suggested: ['["a"]'] },
    { text: '[«...», "a"]', messages: ['unexpected'], fixed: null, suggested: ['[ "a"]'] },
    { text: '{"a":1, «...»}', messages: ['unexpected'], fixed: null, suggested: ['{"a":1}'] },
    { text: '["a" «+» "b"]', messages: ['unexpected'], fixed: null, suggested: ['["ab"]'] },
    // Other languages write an equals sign or an arrow for a colon.
    { text: '{"a"«=»"b"}', messages: ['wrong-punctuation'], says: ':', fixed: '{"a":"b"}' },
    { text: '{"a" «=>» "b"}', messages: ['wrong-punctuation'], fixed: '{"a" : "b"}' },
    { text: '{"a":«cos:GetObject»}', messages: ['missing-quotes'], suggested: ['{"a":"cos:GetObject"}'] },
    { text: '["a", «cos:Get*»]', messages: ['missing-quotes'], suggested: ['["a", "cos:Get*"]'] },
  ],
});

describe('json-syntax', () => {
  it('mends nothing unseen on a line where a quote is missing: what seems to stand between strings may stand in one', () => {
    const found = findingsOf('json-syntax', '{ version": "2.0",\n"a": 1 "b": 2}');
    assert.ok(found.some(({ messageId, fix }) => messageId === 'missing-quotes' && !fix));
    assert.deepEqual(
      found.filter(({ fix }) => fix).map(({ messageId, span }) => [messageId, span.start]),
      [['comma-expected', 24]],
    );
  });
});
