import assert from 'node:assert/strict';
import { rules } from '../lint/rules/index.js';
import { say } from '../text.js';
import { readTestFile } from './read.js';
import type { TestFile } from './test-file.js';

const read = (text: string): TestFile => readTestFile(text, rules['json-syntax'].messages);

const around = (tests: string): string => `{ "policies": ["a.cam.json"], "tests": [${tests}] }`;

/** The text in which `«…»` marks where problems are, and what they say. */
function saying(marked: string, ...messages: readonly RegExp[]): void {
  const text = marked.replace(/[«»]/gu, '');
  const { problems } = read(text);
  assert.deepEqual(
    problems.map(({ span }) => text.slice(span.start, span.end)),
    [...marked.matchAll(/«([^»]*)»/gu)].map(([, inside]) => inside),
    JSON.stringify(problems.map(({ message, data }) => say(message, 'en', data))),
  );
  problems.forEach(({ message, data }, index) => {
    assert.match(say(message, 'en', data), messages[index] ?? /^$/u);
  });
}

describe('a file with tests', () => {
  it('is read with comments and trailing commas, in its order', () => {
    const { problems, tests, policies, boundary, keys } = read(`// All of it.
{
  "$schema": "x", "policies": ["./a.cam.json", "b.tf#2"], "boundary": "../limit.cam.json",
  "caller": { "uin": "1", "owner": "2" }, "context": { "qcs:ip": "10.0.0.1", "k": null },
  "tests": [
    { "name": "one", "action": "a:B", "expect": "refused", "context": { "k": ["x", "y"], "qcs:resource_tag": [], }, "caller": { "uin": "3" } },
    { "name": "two", "notGranted": { "actions": ["cam:*"], "resource": "*" } },
    { "name": "three", "within": "r.cam.json" }, { "name": "four", "same": ["r.cam.json"] },
  ],
}`);
    assert.deepEqual(problems, []);
    assert.deepEqual(
      policies.map(({ text }) => text),
      ['./a.cam.json', 'b.tf#2'],
    );
    assert.equal(boundary?.text, '../limit.cam.json');
    assert.deepEqual(
      tests.map(({ index, name, kind }) => `${index} ${name} ${kind}`),
      ['0 one action', '1 two notGranted', '2 three within', '3 four same'],
    );
    const [first] = tests;
    assert.ok(first?.kind === 'action');
    assert.deepEqual(first.caller, { uin: '3', owner: '2' });
    assert.deepEqual(Object.fromEntries(first.context), {
      'qcs:ip': '10.0.0.1',
      k: ['x', 'y'],
      'qcs:resource_tag': [],
    });
    assert.deepEqual(
      keys.map(({ key }) => key),
      ['qcs:ip', 'k', 'k', 'qcs:resource_tag'],
    );
  });

  it('has tests of exactly one kind, each with what it needs', () => {
    saying(around('«{ "name": "x" }»'), /needs one of "action", "notGranted", "within", "same"/u);
    saying(
      around('{ "name": "x", "within": "a.cam.json", «"same"»: "a.cam.json" }'),
      /"same" cannot stand beside "within"/u,
    );
    saying(around('«{ "name": "x", "action": "a:B" }»'), /needs "expect"/u);
    saying(around('{ "name": "x", "same": "a.cam.json", «"expect"»: "allowed" }'), /"expect" does not go with "same"/u);
    saying(
      around('{ "name": "x", "notGranted": {"actions": "a:*"}, «"context"»: {} }'),
      /"context" does not go with "notGranted"/u,
    );
    saying(around('«{ "same": "a.cam.json" }»'), /needs "name"/u);
  });

  it('refuses what it does not know, and keeps no test of which a part is wrong', () => {
    const wrong = [
      '{ "name": "x", "action": "a:B", "expect": «"ok"» }',
      '{ "name": "x", "action": "a:B", "expect": "denied", "context": { "k": «1» } }',
      '{ "name": "x", "action": "a:B", "expect": "denied", "context": { "k": ["a", «2»] } }',
      '{ "name": "x", "action": «[]», "expect": "denied" }',
      '{ "name": "x", "action": ["a:B", «""»], "expect": "denied" }',
      '{ "name": "x", "action": "a:B", "expect": "denied", «"resuorce"»: "*" }',
      '{ "name": "x", "same": «"/abs.cam.json"» }',
      '{ "name": "x", "same": «"file:///a.cam.json"» }',
      '{ "name": "x", "action": "a:B", "expect": "denied", "caller": { "uin": «1» } }',
      '{ "name": «" "», "same": "a.cam.json" }',
    ];
    for (const each of wrong) {
      saying(around(each), /./u);
      assert.equal(read(around(each).replace(/[«»]/gu, '')).tests.length, 0, each);
    }
    const [second] = read(around('{ "name": "x" }, { "name": "y", "same": "a.cam.json" }')).tests;
    assert.equal(second?.index, 1);
    saying('{ "policies": «[]», "tests": [] }', /at least one/u);
    saying('«{}»', /needs "policies", "tests"/u);
  });

  it('tells how a value of a condition key is written', () => {
    const withContext = (value: string): string =>
      around(`{ "name": "x", "action": "a:B", "expect": "denied", "context": { "k": ${value} } }`);
    saying(withContext('«true»'), /^Write this as text: "true"\.$/u);
    saying(withContext('["a", «false»]'), /^Write this as text: "false"\.$/u);
    saying(withContext('«12»'), /^Write this as text: "12"\.$/u);
    saying(withContext('«{}»'), /must be a text in quotes or a list.* or null/u);
  });

  it('is read whatever it holds', () => {
    for (const text of [
      '',
      '[',
      '['.repeat(5000),
      '{"tests":'.repeat(3000),
      '{"tests":[{"context":{"__proto__":1}}]}',
      '\ufeff{}',
    ])
      assert.doesNotThrow(() => read(text), text.slice(0, 20));
  });
});
