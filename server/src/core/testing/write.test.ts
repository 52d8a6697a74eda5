import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { policyText } from '../../../test/arbitrary-policy.js';
import { runs } from '../../../test/sampling.js';
import { shippedCatalogue as catalogue, shippedLanguage as language } from '../../../test/shipped-catalogue.js';
import { readPolicy } from '../policy/read.js';
import { loadPolicies } from './load.js';
import { problemsOfTests } from './problems.js';
import { readTestFile } from './read.js';
import { runTests } from './run.js';
import { writeTests } from './write.js';

const facts = { catalogue, language };

/** The written tests, after it was seen that all of them pass and that nothing is wrong with them. */
async function written(policy: string): Promise<string | undefined> {
  const text = writeTests(readPolicy(policy), './a.cam.json', facts, 'en');
  if (text === undefined) return undefined;
  const file = readTestFile(text, {});
  const loaded = await loadPolicies(file, () => Promise.resolve(policy));
  // A policy may name actions that do not exist.
  const wrong = problemsOfTests(file, loaded, facts).filter(
    ({ severity, message }) => severity === 'error' || message.en.includes('looks at'),
  );
  const results = runTests(file, loaded, facts);
  assert.deepEqual(
    [wrong.map(({ message }) => message.en), results.filter(({ passed }) => !passed).map(({ test }) => test.name)],
    [[], []],
    `${policy}\n${text}`,
  );
  assert.equal(results.length, (JSON.parse(text) as { readonly tests: readonly object[] }).tests.length);
  return text;
}

describe('tests that are written for a policy', () => {
  it('ask about each statement, inside and outside of its condition', async () => {
    const text = await written(
      JSON.stringify({
        version: '2.0',
        statement: [
          { effect: 'allow', action: 'trtc:*', resource: '*', condition: { ip_equal: { 'qcs:ip': '10.0.0.0/8' } } },
          { Effect: 'deny', action: 'trtc:RemoveUser', resource: 'qcs::trtc::uin/100000000009:sdkappid/1400000000' },
        ],
      }),
    );
    const { policies, caller, tests } = JSON.parse(text ?? '') as {
      readonly policies: unknown;
      readonly caller: { readonly owner: string };
      readonly tests: readonly {
        readonly name: string;
        readonly expect?: string;
        readonly by?: string;
        readonly context?: object;
      }[];
    };
    assert.deepEqual([policies, caller.owner], [['./a.cam.json'], '100000000009']);
    assert.deepEqual(
      tests.map(({ expect, by, context }) => [expect, by, context && Object.keys(context)]),
      [
        ['allowed', 'a.cam.json#1', ['qcs:ip']],
        ['not-allowed', undefined, ['qcs:ip']],
        ['denied', 'a.cam.json#2', undefined],
        [undefined, undefined, undefined],
      ],
    );
    assert.match(tests[1]?.name ?? '', /without qcs:ip$/u);
  });

  it('are none where there is nothing to ask about', async () => {
    for (const policy of [
      '',
      '{',
      '{"version":"2.0","statement":[]}',
      '{"version":"2.0","statement":[{"effect":"allow"}]}',
    ])
      assert.equal(await written(policy), undefined, policy);
  });

  it('pass, whatever the policy', async () => {
    await fc.assert(
      fc.asyncProperty(policyText, async (text) => {
        await written(text);
      }),
      runs(300),
    );
  });

  it('pass for the policies of the examples', async () => {
    for (const folder of ['examples/good', 'examples/bad'])
      for (const name of readdirSync(folder).filter((each) => each.endsWith('.cam.json')))
        await written(readFileSync(`${folder}/${name}`, 'utf8'));
  });
});
