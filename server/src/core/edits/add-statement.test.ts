import assert from 'node:assert/strict';
import { shippedCatalogue, shippedLanguage } from '../../../test/shipped-catalogue.js';
import { allowancesOf } from '../access/surely.js';
import { applyEdits } from '../span.js';
import { addGrants } from './add-statement.js';
import type { Grant } from './statement-text.js';
import { readPolicy } from '../policy/read.js';

const facts = { catalogue: shippedCatalogue, language: shippedLanguage };

function added(text: string, ...grants: readonly Grant[]): string | undefined {
  const policy = readPolicy(text);
  const addition = addGrants(policy, grants, allowancesOf(policy, facts));
  if (!addition) return undefined;
  const result = applyEdits(text, addition.edits);
  assert.deepEqual(
    addGrants(readPolicy(result), grants, allowancesOf(readPolicy(result), facts))?.added,
    [],
    'what was added is allowed now',
  );
  return result;
}

const all = (...actions: readonly string[]): Grant => ({ actions, resources: ['*'] });
const on = (resource: string, ...actions: readonly string[]): Grant => ({ actions, resources: [resource] });

describe('adding a statement', () => {
  it('begins a policy', () => {
    const text = added('', all('a:B'));
    assert.equal(
      text,
      '{\n  "version": "2.0",\n  "statement": [\n    {\n      "effect": "allow",\n      "action": [\n        "a:B"\n      ],\n      "resource": "*"\n    }\n  ]\n}\n',
    );
    assert.deepEqual(readPolicy(text).tree.problems, []);
  });

  it('keeps short lists on one line where the policy does', () => {
    const policy = (...statements: readonly string[]): string => `{\n  "statement": [${statements.join(',')}\n  ]\n}`;
    const deny = '\n    {\n      "effect": "deny",\n      "action": ["a:B"],\n      "resource": "*"\n    }';
    const allow = (actions: string): string =>
      `\n    {\n      "effect": "allow",\n      "action": ${actions},\n      "resource": "*"\n    }`;
    assert.equal(added(policy(deny), all('a:C')), policy(deny, allow('["a:C"]')));
    assert.equal(
      added(policy(deny), all('a:C', 'a:D')),
      policy(deny, allow('[\n        "a:C",\n        "a:D"\n      ]')),
    );
  });

  it('adds to the statement of the same effect and resources', () => {
    assert.equal(
      added('{"statement":[{"effect":"allow","action":["a:B"],"resource":"*"}]}', all('a:C', 'a:D')),
      '{"statement":[{"effect":"allow","action":["a:B","a:C","a:D"],"resource":"*"}]}',
    );
    assert.equal(
      added('{"statement":{"effect":"allow","action":"a:B","resource":["*"]}}', all('a:C')),
      '{"statement":{"effect":"allow","action":["a:B","a:C"],"resource":["*"]}}',
    );
    assert.equal(
      added('{"statement":[{"effect":"allow","action":[\n  "a:B"\n],"resource":"*"}]}', all('a:C')),
      '{"statement":[{"effect":"allow","action":[\n  "a:B",\n  "a:C"\n],"resource":"*"}]}',
    );
  });

  it('adds a statement of its own beside denials, conditions and other resources', () => {
    for (const other of [
      '{"effect":"deny","action":["a:B"],"resource":"*"}',
      '{"effect":"allow","action":["a:B"],"resource":"*","condition":{"ip_equal":{"qcs:ip":"1.1.1.1"}}}',
      '{"effect":"allow","action":["a:B"],"resource":["qcs::a:::x/1"]}',
    ])
      assert.equal(
        added(`{"statement":[${other}]}`, all('a:C')),
        `{"statement":[${other}, { "effect": "allow", "action": ["a:C"], "resource": "*" }]}`,
      );
  });

  it('adds nothing that is allowed already', () => {
    for (const statement of [
      '{"effect":"allow","action":["name/a:B"],"resource":"*"}',
      '{"effect":"allow","action":"a:*","resource":"*"}',
      '{"effect":"allow","action":"*","resource":"*"}',
    ])
      assert.equal(added(`{"statement":[${statement}]}`, all('a:B')), `{"statement":[${statement}]}`);
  });

  it('puts grants on the same resources together, and others apart', () => {
    assert.equal(
      added('{"statement":[]}', all('a:B'), on('qcs::a:::x/1', 'a:C'), all('a:D')),
      '{"statement":[{ "effect": "allow", "action": ["a:B", "a:D"], "resource": "*" }, { "effect": "allow", "action": ["a:C"], "resource": ["qcs::a:::x/1"] }]}',
    );
  });

  it('writes as the policy is written', () => {
    const text =
      '{\r\n\t"version": "2.0",\r\n\t"statement": [\r\n\t\t{\r\n\t\t\t"effect": "deny",\r\n\t\t\t"action": "a:B",\r\n\t\t\t"resource": "*"\r\n\t\t}\r\n\t]\r\n}';
    assert.equal(
      added(text, all('a:C')),
      text.replace(
        '\t\t}\r\n\t]',
        '\t\t},\r\n\t\t{\r\n\t\t\t"effect": "allow",\r\n\t\t\t"action": [\r\n\t\t\t\t"a:C"\r\n\t\t\t],\r\n\t\t\t"resource": "*"\r\n\t\t}\r\n\t]',
      ),
    );
  });

  it('finds a place in policies without statements, with none, or with a lone one', () => {
    assert.equal(
      added('{"version":"2.0"}', all('a:B')),
      '{"version":"2.0", "statement": [{ "effect": "allow", "action": ["a:B"], "resource": "*" }]}',
    );
    assert.equal(
      added('{\n  "statement": []\n}', all('a:B')),
      '{\n  "statement": [\n    {\n      "effect": "allow",\n      "action": [\n        "a:B"\n      ],\n      "resource": "*"\n    }\n  ]\n}',
    );
    assert.equal(
      added('{"statement":{"effect":"deny","action":"a:B","resource":"*"}}', all('a:B')),
      '{"statement":[{"effect":"deny","action":"a:B","resource":"*"}, { "effect": "allow", "action": ["a:B"], "resource": "*" }]}',
    );
  });

  it('leaves alone what is no policy', () => {
    assert.equal(added('[1]', all('a:B')), undefined);
    assert.equal(added('{"statement":"x"}', all('a:B')), undefined);
  });
});
