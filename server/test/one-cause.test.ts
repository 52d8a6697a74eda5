/** What two rules could say of one value for one cause is said once, by the rule that says it best. */
import assert from 'node:assert/strict';
import { lint } from '../src/core/lint/lint.js';
import { rules } from '../src/core/lint/rules/index.js';
import { readPolicy } from '../src/core/policy/read.js';
import { shippedCatalogue, shippedLanguage } from './shipped-catalogue.js';

const findingsIn = (text: string): readonly string[] =>
  lint(readPolicy(text), { catalogue: shippedCatalogue, language: shippedLanguage, rules }).map(
    ({ code, span }) => `${code} ${text.slice(span.start, span.end)}`,
  );

const findingsOf = (service: string, resource: string): readonly string[] => {
  const action = service === 'cos' ? 'cos:GetObject' : 'cvm:StartInstances';
  const statement = { effect: 'allow', action, resource };
  return findingsIn(JSON.stringify({ version: '2.0', statement: [statement] }));
};

const instance = 'instance/ins-1a2b3c4d';

/** Resources of a service, and the one finding of each. */
const said: readonly (readonly [service: string, resource: string, finding: string])[] = [
  ['cvm', `qcs::cvm::1000****3456:${instance}`, 'placeholder 1000****3456'],
  ['cvm', `qcs::cvm::uin/1000****3456:${instance}`, 'placeholder 1000****3456'],
  ['cvm', `qcs::cvm::uin/<account>:${instance}`, 'placeholder <account>'],
  ['cvm', `qcs::cvm::UIN/<account>:${instance}`, 'placeholder <account>'],
  // What belongs there instead is said of these, and where the bucket tells it, offered.
  ['cvm', `qcs::cvm::uid/<account>:${instance}`, 'invalid-account uid/<account>'],
  ['cos', 'qcs::cos::uin/<account>:a-1250000001/*', 'invalid-account uin/<account>'],
  ['cos', 'qcs::cos::16xxx472:a-1250000001/*', 'invalid-account 16xxx472'],
  ['cvm', `qcs::your_service:::${instance}`, 'placeholder your_service'],
  // What stands in the second segment goes, whatever it is.
  ['cvm', `qcs:id/xxxx:cvm:::${instance}`, 'resource-project id/xxxx'],
  ['cvm', `qcs:\${project}:cvm:::${instance}`, 'resource-project ${project}'],
  ['cvm', 'your_uin', 'malformed-resource "your_uin"'],
];

describe('a value that two rules could speak of', () => {
  for (const [service, resource, finding] of said)
    it(`has one finding: ${resource}`, () => {
      assert.deepEqual(findingsOf(service, resource), [finding]);
    });
});

describe('a text that is no JSON', () => {
  for (const resource of [
    String.raw`"C:\Users\q"`,
    String.raw`"a/\q"`,
    String.raw`"x\*"`,
    "'legacy'",
    "'instance/ins-1a2b3c4d'",
  ])
    it(`is told so, whatever else is said of the same string: ${resource}`, () => {
      const text = `{"version":"2.0","statement":[{"effect":"allow","action":"cvm:StartInstances","resource":${resource}}]}`;
      assert.ok(findingsIn(text).includes(`json-syntax ${resource}`));
    });
});

describe('a string in parts', () => {
  it('is not judged by the part behind the plus', () => {
    const text = '{"version":"2.0","statement":[{"effect":"allow","action":["cos:GetObject" + "Acl"],"resource":"*"}]}';
    assert.deepEqual(findingsIn(text), ['json-syntax +']);
  });
});

describe('an object that is no policy', () => {
  for (const text of [
    '{"effect":"allow","action":"cvm:*","resource":"*"}',
    '{"policyName":"a","policyDocument":{"version":"2.0","statement":[]}}',
  ])
    it(`has one finding: ${text}`, () => {
      assert.deepEqual(findingsIn(text), ['missing-element {']);
    });
});
