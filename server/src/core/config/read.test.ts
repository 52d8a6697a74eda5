import assert from 'node:assert/strict';
import { rules } from '../lint/rules/index.js';
import { say } from '../text.js';
import { readConfiguration } from './read.js';

/** The problems of a text in which `«…»` marks where they are: message and marked text. */
function problems(marked: string): readonly (readonly [string, string])[] {
  const text = marked.replace(/[«»]/gu, '');
  const found = readConfiguration(text, rules).problems;
  const shown = found.map(
    ({ span, message, data }) => [text.slice(span.start, span.end), say(message, 'en', data)] as const,
  );
  const spans = [...marked.matchAll(/«([^»]*)»/gu)].map(([, inside = '']) => inside);
  assert.deepEqual(
    shown.map(([where]) => where),
    spans,
    marked,
  );
  return shown;
}

const saying = (marked: string, ...messages: readonly RegExp[]): void => {
  const found = problems(marked);
  assert.equal(found.length, messages.length, JSON.stringify(found));
  messages.forEach((message, index) => assert.match(found[index]?.[1] ?? '', message));
};

const suppression = (more: string): string =>
  `{"suppress":[{"rule":"allow-all","files":["a.cam.json"],"reason":"Reviewed."${more}}]}`;

describe('a configuration', () => {
  it('is read with comments and trailing commas', () => {
    const text = `// Of the whole repository.
{
  "$schema": "x",
  "account": { "uin": "100000000001", "appid": "1250000000", },
  "files": ["policies/*.json"], /* more */
  "rules": { "narrowable-resource": "off", },
  "overrides": [{ "files": ["b/**"], "rules": { "allow-all": "information" } }],
  "suppress": [{ "rule": "allow-all", "files": ["*.json"], "statement": 1, "reason": "x", "until": "2027-03-31", }],
}`;
    const read = readConfiguration(text, rules);
    assert.deepEqual(read.problems, []);
    assert.deepEqual(read.account, { uin: '100000000001', appid: '1250000000' });
    assert.deepEqual(read.rules, { 'narrowable-resource': 'off' });
    assert.deepEqual(
      read.overrides.map(({ files, rules: levels }) => [files.map((glob) => glob.text), levels]),
      [[['b/**'], { 'allow-all': 'information' }]],
    );
    const [one] = read.suppress;
    assert.deepEqual([one?.rule, one?.statement, one?.reason, one?.until], ['allow-all', 1, 'x', '2027-03-31']);
  });

  it('may be empty', () => {
    for (const text of ['', '{}', '// nothing yet'])
      assert.deepEqual(readConfiguration(text, rules).problems, [], text);
  });

  it('says where it is no JSON, and keeps the rest', () => {
    saying('«{» "rules": { "allow-all": "off" , }', /matching/u);
    assert.deepEqual(readConfiguration('{ "rules": { "allow-all": "off" } ', rules).rules, { 'allow-all': 'off' });
  });

  it('refuses what it does not know', () => {
    saying('{ «"rule"»: {} }', /no "rule" here; possible are \$schema, extends, account/u);
    saying('{ "rules": { «"allow-al"»: "off" } }', /no rule "allow-al"; did you mean "allow-all"\?/u);
    saying('{ "rules": { «"constructor"»: "off" } }', /no rule "constructor"\./u);
    saying('{ "rules": { "allow-all": «"fatal"» } }', /choose one of off, hint, information, warning, error/u);
    saying('{ "account": { "uin": «100000000001» } }', /digits in quotes/u);
    saying('{ "account": { «"owner"»: "1" } }', /possible are uin, appid/u);
    saying('{ "files": «"a.json"» }', /must be a list/u);
    saying(
      '{ "files": [«"/a.json"», «"../a"», «"!a"», «"a\\\\b"», «""», «1»] }',
      ...Array.from({ length: 6 }, () => /pattern of paths/u),
    );
    saying('«[]»', /must be an object/u);
    saying('{ "extends": «"base"» }', /"\.\/"/u);
    saying(
      '{ "overrides": [«{ "files": ["a"] }», { "files": «[]», "rules": {} }] }',
      /needs "rules"/u,
      /at least one/u,
    );
    saying('{ "rules": {}, «"rules"»: {} }', /twice/u);
  });

  it('takes a suppression only whole: it must not hold for more than it says', () => {
    assert.equal(readConfiguration(suppression(''), rules).suppress.length, 1);
    const wrong = [
      ',"acton":"cam:*"',
      ',"action":""',
      ',"until":"2027-02-30"',
      ',"until":"soon"',
      ',"statement":-1',
      ',"statement":1.5',
    ];
    for (const more of wrong) {
      const read = readConfiguration(suppression(more), rules);
      assert.deepEqual([read.suppress.length, read.problems.length], [0, 1], more);
    }
    saying('{"suppress":[{"rule":"allow-all","files":["a"],"reason":«"  "»}]}', /not empty/u);
    saying('{"suppress":[«{"rule":"allow-all"}»]}', /needs "files", "reason"/u);
    const half = '{"suppress":[{"rule":"allow-all","files":["a","/b"],"reason":"x"}]}';
    assert.equal(readConfiguration(half, rules).suppress.length, 0);
  });

  it('is read whatever it holds', () => {
    for (const text of ['['.repeat(5000), '{"a":'.repeat(5000), '"', 'x', '{"rules":{"__proto__":"off"}}', '\ufeff{}'])
      assert.doesNotThrow(() => readConfiguration(text, rules), text.slice(0, 20));
  });
});
