import assert from 'node:assert/strict';
import fc from 'fast-check';
import { documentOf, onlyPolicy, testContext, textOf } from '../../test/documents.js';
import type { Excerpt } from '../../../protocol/answers.js';
import { excerpt } from './excerpt.js';
import { masked } from '../core/syntax/masked.js';

const fine = '{"effect":"allow","action":"cvm:DescribeInstances","resource":"*"}';
const wrong =
  '{"effect":"allwo","action":"cvm:DescribeInstances","resource":"qcs::cvm::uin/100000123456:instance/ins-1"}';
const policy = (...statements: readonly string[]): string => `{"version":"2.0","statement":[${statements.join(',')}]}`;
const of = (text: string, needle?: string): Excerpt => {
  const document = documentOf(text);
  const position = needle === undefined ? undefined : textOf(document).positionAt(text.indexOf(needle));
  return excerpt(onlyPolicy(document), position, testContext);
};
const maskedWrong = wrong.replace('100000123456', '100000000001');

describe('an excerpt for a report', () => {
  it('is the first statement with a finding, its numbers masked, and the findings of that text', () => {
    assert.deepEqual(of(policy(fine, wrong, fine)), {
      text: policy(maskedWrong),
      findings: [{ code: 'invalid-effect', line: 1 }],
    });
  });

  it('is the statement at the cursor before any other', () => {
    assert.deepEqual(of(policy(fine, wrong), 'cvm:').text, policy(fine));
  });

  it('is all of the policy where one statement does not show the same', () => {
    // Two statements say the same: neither shows it by itself.
    const both = policy(fine, fine);
    const { text, findings } = of(both);
    assert.equal(text, both);
    assert.ok(findings.some(({ code }) => code === 'duplicate-statement'));
    assert.equal(of('nothing 123456 of the kind').text, 'nothing 100001 of the kind');
  });
});

describe('masked numbers', () => {
  it('are others of the same length, the same for the same; short ones, versions and dates stay', () => {
    assert.equal(masked('uin/100000123456 1250000000 100000123456'), 'uin/100000000001 1000000002 100000000001');
    assert.equal(
      masked('"2.0" 2026-11-22T08:00:00Z 1234 ap-guangzhou'),
      '"2.0" 2026-11-22T08:00:00Z 1234 ap-guangzhou',
    );
    assert.equal(masked('10.1.2.3/24, 10.1.2.4, 10.1.2.3'), '192.0.2.1/24, 192.0.2.2, 192.0.2.1');
  });

  it('leave nothing of a long number, and keep the length of the text', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[2-9]{5,20}$/), { minLength: 1, maxLength: 20 }), (numbers) => {
        const text = numbers.join(' ');
        const found = masked(text);
        assert.equal(found.length, text.length);
        for (const number of numbers) assert.ok(!found.includes(number));
        assert.equal(new Set(found.split(' ')).size, new Set(numbers).size);
      }),
    );
  });
});
