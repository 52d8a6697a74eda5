import assert from 'node:assert/strict';
import { findingsOf, testRule } from '../../../../test/rule-tester.js';
import { asMuchAs } from '../../../../test/sampling.js';

const of = (resource: string): string =>
  `{"statement":[{"effect":"allow","action":"cvm:DescribeInstances","resource":${resource}}]}`;

testRule('redundant-resource', {
  valid: [
    of('"*"'),
    of('["qcs::cvm:gz::instance/a","qcs::cvm:gz::instance/b"]'),
    of('["qcs::cvm:gz::instance/*","qcs::cvm:sh::instance/a"]'),
    // Whose account an empty segment is cannot be told.
    of('["qcs::cvm:::instance/*","qcs::cvm::uin/1:instance/a"]'),
    // COS's documents list a bucket beside its objects.
    of('["qcs::cos:gz:uid/1:b-1/*","qcs::cos:gz:uid/1:b-1/"]'),
    // No document says what a wildcard stands for but at the end of the last segment.
    ...[
      'qcs::cvm:gz::instance/****',
      'qcs::cvm:gz::instance/*a',
      'qcs::cvm:gz::*/a',
      'qcs::cvm:g*::instance/*',
      'qcs::cvm:*::instance/*',
      'qcs::*:gz::instance/*',
    ].map((pattern) => of(`["${pattern}","qcs::cvm:gz::instance/a"]`)),
    of('["qcs::cvm::uin/*:instance/*","qcs::cvm::uin/1:instance/a"]'),
    of('["qcs::cvm::*:instance/*","qcs::cvm::uin/1:instance/a"]'),
    of('["*","nonsense"]'),
    // The second resource in the string would go with the first.
    of('["qcs::cvm:::instance/*","qcs::cvm:::instance/a, qcs::cvm:::image/b"]'),
    of('[*,"qcs::cvm:gz::a"]'),
    '{"statement":[{"resource":["qcs::cvm:::a"]},{"resource":["qcs::cvm:::a"]}]}',
  ],
  invalid: [
    {
      text: of('["qcs::cvm:gz::a",«"qcs::cvm:gz::a"»,«"qcs::cvm:gz::a"»]'),
      messages: ['twice'],
      severity: 'hint',
      fixed: of('["qcs::cvm:gz::a","qcs::cvm:gz::a"]'),
    },
    { text: of('["*",«"qcs::cvm:gz::a"»]'), messages: ['covered'], says: '"*"', fixed: of('["*"]') },
    {
      text: of('[«"qcs::cvm:gz::instance/a"»,"qcs::cvm:gz::instance/*"]'),
      messages: ['covered'],
      fixed: of('["qcs::cvm:gz::instance/*"]'),
    },
    { text: of('["qcs::cvm:gz::a",«"qcs::cvm:gz::a"»,"qcs::cvm:::b"]'), messages: ['twice'] },
    { text: of('[«"qcs::cvm:gz::a"»,"qcs::cvm:::a"]'), messages: ['covered'] },
    // Two codes of one region: the first stays.
    { text: of('["qcs::cvm:gz::a/*",«"qcs::cvm:ap-guangzhou::a/*"»]'), messages: ['covered'] },
    { text: of('[«"qcs::cvm:gz::a/b*"»,"qcs::cvm:gz::a/*",«"qcs::cvm:gz::a/bc"»]'), messages: ['covered'] },
    // But it is the same as itself.
    { text: of('["qcs::cvm:g*:uin/*:a/*",«"qcs::cvm:g*:uin/*:a/b"»]'), messages: ['covered'] },
    { text: of('["qcs:::gz::*/*",«"qcs::cvm:gz::a"»]'), messages: ['covered'] },
    { text: of('["nonsense",«"nonsense"»]'), messages: ['twice'] },
  ],
});

describe('redundant-resource, at length', () => {
  it('looks at thousands of resources without comparing each with each', () => {
    const resources = Array.from({ length: asMuchAs(15_000, 500) }, (_, n) => `"qcs::cvm:gz::instance/${n}*"`);
    assert.ok(findingsOf('redundant-resource', of(`[${resources.join(',')}]`)).length > 0);
  });
});
