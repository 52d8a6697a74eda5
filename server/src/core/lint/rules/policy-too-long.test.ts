import assert from 'node:assert/strict';
import { findingsOf, testRule } from '../../../../test/rule-tester.js';
import { asMuchAs } from '../../../../test/sampling.js';

/** A policy that has `length` characters without white space. */
function policyOf(length: number, between = '', member = ''): string {
  const [head, tail] = [`{"statement":[{${member}"action":[${between}"cos:`, '"]}]}'];
  return head + 'x'.repeat(length - (head + tail).replaceAll(/\s/gu, '').length) + tail;
}

const some = 'x'.repeat(6100);

testRule('policy-too-long', {
  valid: ['{}', `{"statement":["${some}"]}`, `"${some.repeat(2)}"`],
  invalid: [
    {
      text: `«{»"statement":["${some}${'x'.repeat(60)}"]}`,
      messages: ['long'],
      severity: 'error',
      says: '34 characters too long: it has 6178 of 6144',
      fixed: null,
    },
    { text: ` «{» "statement": ["${some}", "${some}" ] }`, messages: ['long'] },
    { text: `«{»"version":"2.0","statement":["${some.repeat(asMuchAs(50, 2))}`, messages: ['long'] },
  ],
});

describe('policy-too-long', () => {
  const accepts = (text: string): void => assert.deepEqual(findingsOf('policy-too-long', text), []);
  const reports = (text: string, count: number): void => {
    const [finding, ...others] = findingsOf('policy-too-long', text);
    assert.deepEqual(others, []);
    assert.ok(finding);
    assert.equal(finding.severity, 'error');
    assert.deepEqual(finding.span, { start: text.indexOf('{'), end: text.indexOf('{') + 1 });
    assert.equal(finding.data['count'], count);
    assert.equal(finding.data['over'], count - 6144);
  };

  it('accepts 6144 characters', () => accepts(policyOf(6144)));
  it('accepts any amount of white space', () => accepts(policyOf(6144, ' \n\t'.repeat(5000))));
  it('accepts what is longer for its comments only', () => {
    accepts(`// ${'x'.repeat(300)}\n${policyOf(6000)}`);
  });
  it('counts a character outside the Basic Multilingual Plane once', () =>
    accepts(policyOf(6144).replace('xx', '𠮷x')));
  it('says nothing of bucket policies, which COS keeps', () =>
    accepts(policyOf(7000, '', `"principal":{"qcs":["*"]},"note":"${'x'.repeat(3000)}",`)));

  it('reports one character more', () => reports(policyOf(6145), 6145));
  it('counts a string that is too long to be read', () => reports(policyOf(9000), 9000));
  it('reports a long policy behind a line end', () => reports(`\n${policyOf(9000, ' ')}`, 9000));
  it('reports what is too long without its comments', () =>
    reports(policyOf(6160, '/* why */'), 6160 - '/*why*/'.length));
});
