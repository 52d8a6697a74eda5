/** The language configuration's patterns: what a word is, and where lines indent. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

interface LanguageConfiguration {
  readonly comments?: unknown;
  readonly autoClosingPairs: readonly {
    readonly open: string;
    readonly close: string;
    readonly notIn?: readonly string[];
  }[];
  readonly wordPattern: string;
  readonly indentationRules: { readonly increaseIndentPattern: string; readonly decreaseIndentPattern: string };
}

describe('language configuration', () => {
  const configuration = JSON.parse(readFileSync('language-configuration.json', 'utf8')) as LanguageConfiguration;
  const words = (text: string): string[] => text.match(new RegExp(configuration.wordPattern, 'gu')) ?? [];
  const increases = (line: string): boolean =>
    new RegExp(configuration.indentationRules.increaseIndentPattern, 'u').test(line);
  const decreases = (line: string): boolean =>
    new RegExp(configuration.indentationRules.decreaseIndentPattern, 'u').test(line);

  it('takes an action, a segment, a variable or an operator as one word', () => {
    assert.deepEqual(words('"action": ["name/trtc:Describe*", "*"]'), ['action', 'name', 'trtc', 'Describe*', '*']);
    assert.deepEqual(words('"qcs::cos:ap-guangzhou:uid/125:bucket-125/a.txt"'), [
      'qcs',
      'cos',
      'ap-guangzhou',
      'uid',
      '125',
      'bucket-125',
      'a.txt',
    ]);
    assert.deepEqual(words('"queueName/uin/${uin}/x"'), ['queueName', 'uin', '${uin}', 'x']);
    assert.deepEqual(words('{"for_any_value:string_equal_if_exist":{"qcs:tag":"组&${ui'), [
      'for_any_value',
      'string_equal_if_exist',
      'qcs',
      'tag',
      '组',
      '${ui',
    ]);
    assert.deepEqual(words('"service": "cvm.qcloud.com", "version":"2.0"'), [
      'service',
      'cvm.qcloud.com',
      'version',
      '2.0',
    ]);
  });

  it('never takes nothing as a word', () => {
    assert.doesNotMatch('', new RegExp(configuration.wordPattern, 'u'));
  });

  it('closes quotes and brackets outside strings only, and variables anywhere', () => {
    const open = configuration.autoClosingPairs
      .filter(({ notIn }) => !notIn?.includes('string'))
      .map((pair) => pair.open);
    assert.deepEqual(open, ['${']);
  });

  it('has no comments', () => {
    assert.equal(configuration.comments, undefined);
  });

  it('indents behind what is left open', () => {
    for (const line of ['{', '  "action": [', '"action": ["a:B",', '{ "a": [1],', '"resource": ["qcs::a:]", {'])
      assert.ok(increases(line), line);
    for (const line of [
      '',
      '"a": 1,',
      '"a": [],',
      '{ "a": "[" },',
      '"a": "{",',
      '}',
      '"action": ["a:B"],',
      '{"a": {"b": []}}',
    ]) {
      assert.ok(!increases(line), line);
    }
  });

  it('outdents a line of closing brackets', () => {
    for (const line of ['}', '  ],', '}]', '\t}],']) assert.ok(decreases(line), line);
    for (const line of ['', '"a": []', '], "b": 1', '{']) assert.ok(!decreases(line), line);
  });
});
