import assert from 'node:assert/strict';
import { shippedCatalogue as catalogue, shippedLanguage as language } from '../../../test/shipped-catalogue.js';
import { readPolicy } from '../policy/read.js';
import { least } from './least.js';

const facts = { catalogue, language };
const policyOf = (...statement: readonly object[]): ReturnType<typeof readPolicy> =>
  readPolicy(JSON.stringify({ version: '2.0', statement }));
const statementsOf = (text: string): unknown => (JSON.parse(text) as { readonly statement: unknown }).statement;
const office = { ip_equal: { 'qcs:ip': '10.0.0.0/8' } };

describe('least privilege', () => {
  it('keeps the used actions of wildcards, conditions and denies, and leaves out the rest', () => {
    const deny = { effect: 'deny', action: 'cvm:Terminate*', resource: '*' };
    const policy = policyOf(
      { effect: 'allow', action: ['name/cvm:*', 'cos:GetObject'], resource: '*', condition: office },
      { effect: 'allow', action: 'cdb:*', resource: '*' },
      deny,
    );
    const found = least(policy, [{ action: 'cvm:StopInstances' }, { action: 'cam:GetUser' }], facts);
    assert.ok(found.is === 'least');
    assert.deepEqual(statementsOf(found.text), [
      { effect: 'allow', action: ['name/cvm:StopInstances'], resource: '*', condition: office },
      deny,
    ]);
    assert.deepEqual(found.left, [{ action: 'cam:GetUser' }]);
  });

  it('offers nothing where nothing can be left out, and of broken texts', () => {
    const all = policyOf({ effect: 'allow', action: 'cvm:StopInstances', resource: '*' });
    assert.equal(least(all, [{ action: 'cvm:StopInstances' }], facts).is, 'unchanged');
    assert.equal(least(readPolicy('{"statement": [{'), [{ action: 'cvm:StopInstances' }], facts).is, 'unchanged');
    assert.equal(least(all, [{ action: 'cos:GetObject' }], facts).is, 'unchanged');
  });
});
