import assert from 'node:assert/strict';
import fc from 'fast-check';
import { policyText } from '../../../../test/arbitrary-policy.js';
import { runs } from '../../../../test/sampling.js';
import { shippedCatalogue as catalogue, shippedLanguage as language } from '../../../../test/shipped-catalogue.js';
import { can } from '../../access/can.js';
import { compare } from '../../access/compare.js';
import { readPolicy } from '../../policy/read.js';
import { applyEdits } from '../../span.js';
import { least, type Least } from './least.js';
import { policyFor } from './new-policy.js';
import type { Use } from './uses.js';

const facts = { catalogue, language };
const policyOf = (...statement: readonly object[]): ReturnType<typeof readPolicy> =>
  readPolicy(JSON.stringify({ version: '2.0', statement }));
const statementsOf = (text: string): unknown => (JSON.parse(text) as { readonly statement: unknown }).statement;
const office = { ip_equal: { 'qcs:ip': '10.0.0.0/8' } };
const stop = { action: 'cvm:StopInstances' };

/** The statements that are left, and the uses that are not allowed. */
function leastOf(policy: ReturnType<typeof readPolicy>, ...uses: readonly Use[]): readonly [unknown, readonly Use[]] {
  const found = least(policy, uses, facts);
  assert.ok(found.is === 'least', JSON.stringify(found));
  assert.equal(applyEdits(policy.tree.text, found.edits), found.text);
  return [statementsOf(found.text), found.left];
}

const refusal = (is: string): string => (is === 'denied' ? 'not-allowed' : is);

const whyNot = (found: Least): string => (found.is === 'unchanged' ? found.why : found.text);

describe('least privilege', () => {
  it('keeps the used actions of wildcards, conditions and denies, and leaves out the rest', () => {
    const deny = { effect: 'deny', action: 'cvm:Terminate*', resource: '*' };
    const policy = policyOf(
      { effect: 'allow', action: ['name/cvm:*', 'cos:GetObject'], resource: '*', condition: office },
      { effect: 'allow', action: 'cdb:*', resource: '*' },
      deny,
    );
    assert.deepEqual(leastOf(policy, stop, { action: 'cam:GetUser' }), [
      [{ effect: 'allow', action: ['name/cvm:StopInstances'], resource: '*', condition: office }, deny],
      [{ action: 'cam:GetUser' }],
    ]);
  });

  it('keeps the layout', () => {
    const text = `{
\t"version": "2.0",
\t"statement": [
\t\t{ "effect": "allow", "action": ["cdb:*"], "resource": "*" },
\t\t{
\t\t\t"action": [
\t\t\t\t"cos:GetObject",
\t\t\t\t"cvm:*",
\t\t\t\t"cam:GetUser"
\t\t\t],
\t\t\t"effect": "allow",
\t\t\t"resource": "*"
\t\t}
\t]
}
`;
    const found = least(readPolicy(text), [stop, { action: 'cvm:StartInstances' }, { action: 'cam:GetUser' }], facts);
    assert.equal(
      whyNot(found) === '' || (found.is === 'least' && found.text),
      text
        .replace('\t\t{ "effect": "allow", "action": ["cdb:*"], "resource": "*" },\n', '')
        .replace('\t\t\t\t"cos:GetObject",\n', '')
        .replace('"cvm:*",', '"cvm:StopInstances",\n\t\t\t\t"cvm:StartInstances",'),
    );
  });

  it('narrows resources to those used, in a statement of their own where other actions need others', () => {
    const on = (path: string): string => `qcs::cvm:ap-guangzhou:uin/100000000001:${path}`;
    const all = policyOf({ effect: 'allow', action: 'cvm:*', resource: ['qcs::cvm:::instance/*', 'qcs::cos:::x'] });
    const instance = (id: string): string => `qcs::cvm:ap-guangzhou::instance/${id}`;
    assert.deepEqual(
      leastOf(all, { ...stop, resource: on('instance/ins-1') }, { ...stop, resource: on('instance/ins-2') }),
      [[{ effect: 'allow', action: 'cvm:StopInstances', resource: [instance('ins-1'), instance('ins-2')] }], []],
    );
    const everything = policyOf({ effect: 'allow', action: ['cvm:*'], resource: '*' });
    assert.deepEqual(
      leastOf(everything, { action: 'cvm:DescribeInstances' }, { ...stop, resource: on('instance/ins-1') }),
      [
        [
          { effect: 'allow', action: ['cvm:DescribeInstances'], resource: '*' },
          { effect: 'allow', action: ['cvm:StopInstances'], resource: on('instance/ins-1') },
        ],
        [],
      ],
    );
  });

  it('keeps variables, sets of actions, and what takes a condition to allow', () => {
    const queue = 'qcs::cmqqueue::uin/100000000001:queueName/uin/${uin}/*';
    const policy = policyOf(
      { effect: 'allow', action: ['cmqqueue:*', 'permid/280'], resource: queue },
      { effect: 'allow', action: 'cvm:*', resource: '*', condition: office },
      { effect: 'allow', action: 'cvm:St*', resource: '*', condition: { ip_equal: { 'qcs:ip': '11.0.0.0/8' } } },
    );
    const send = {
      action: 'cmqqueue:SendMessage',
      resource: 'qcs::cmqqueue:ap-chengdu:uin/100000000001:queueName/uin/100000000002/q',
    };
    assert.deepEqual(leastOf(policy, send, stop)[0], [
      { effect: 'allow', action: ['cmqqueue:SendMessage', 'permid/280'], resource: queue },
      { effect: 'allow', action: 'cvm:StopInstances', resource: '*', condition: office },
      {
        effect: 'allow',
        action: 'cvm:StopInstances',
        resource: '*',
        condition: { ip_equal: { 'qcs:ip': '11.0.0.0/8' } },
      },
    ]);
  });

  it('offers nothing where nothing can be left out or nothing is used, and of broken texts', () => {
    const all = policyOf({ effect: 'allow', action: 'cvm:StopInstances', resource: '*' });
    assert.equal(whyNot(least(all, [stop], facts)), 'exact');
    assert.equal(whyNot(least(readPolicy('{"statement": [{'), [stop], facts)), 'broken');
    assert.equal(whyNot(least(all, [{ action: 'cos:GetObject' }], facts)), 'nothing');
  });

  it('allows each use as before and nothing new, of random policies', () => {
    const used = fc.constantFrom<Use>(
      { action: 'cvm:DescribeInstances' },
      { action: 'cvm:TerminateInstances', resource: 'qcs::cvm:ap-guangzhou:uin/100000000001:instance/ins-1' },
      { action: 'trtc:RemoveUser', resource: 'qcs::trtc::uin/100000000001:sdkappid/1400000001' },
      { action: 'trtc:DismissRoom', resource: 'qcs::trtc::uin/100000000001:sdkappid/1400000002' },
      { action: 'trtc:RemoveUser', resource: 'qcs::trtc::uin/100000000009:sdkappid/1400000001' },
      { action: 'mps:ProcessMedia' },
    );
    let offered = 0;
    fc.assert(
      fc.property(policyText, fc.uniqueArray(used, { minLength: 1, maxLength: 4 }), (text, uses) => {
        const policy = readPolicy(text);
        const found = least(policy, uses, facts);
        if (found.is !== 'least') return found.why !== 'broken' && found.why !== 'unproven';
        offered++;
        const after = readPolicy(found.text);
        const { gained } = compare({ before: { policies: [policy] }, after: { policies: [after] } }, facts);
        assert.equal(gained.is, 'none', found.text);
        for (const { action, resource = '*' } of uses) {
          const on = (one: typeof policy): string => can({ policies: [one], action, resource }, facts).is;
          if (resource !== '*') assert.equal(refusal(on(after)), refusal(on(policy)), `${action} ${found.text}`);
        }
        // Once more leaves nothing out.
        assert.notEqual(least(after, uses, facts).is, 'least', found.text);
        return true;
      }),
      runs(2000),
    );
    assert.ok(offered > 20);
  });
});

describe('a policy for what is used', () => {
  it('has a statement for the actions of the same resources', () => {
    const on = 'qcs::cvm:ap-guangzhou:uin/100000000001:instance/ins-1';
    const { text, everywhere } = policyFor(
      [{ ...stop, resource: on }, { action: 'name/cvm:StartInstances', resource: on }, { action: 'cos:GetObject' }],
      facts,
    );
    assert.deepEqual(statementsOf(text), [
      { effect: 'allow', action: ['cos:GetObject'], resource: '*' },
      { effect: 'allow', action: ['cvm:StartInstances', 'cvm:StopInstances'], resource: [on] },
    ]);
    assert.deepEqual(everywhere, ['cos:GetObject']);
  });
});
