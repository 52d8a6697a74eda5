import assert from 'node:assert/strict';
import { maxRelated } from '../limits.js';
import { messageOf } from '../wording.js';
import { rules } from './index.js';
import { findingsOf, testRule } from '../../../../test/rule-tester.js';

testRule('element-case', {
  valid: [
    '{"version":"2.0","statement":[{"effect":"allow","action":"*","resource":"*"}]}',
    // Principals and conditions have no elements.
    '{"principal":{"QCS":["*"]},"statement":[{"condition":{"StringEqual":{"A":"b"}}}]}',
    // Other rules speak of these.
    '{"statement":[{"Sid":"x","Actions":"*"}]}',
    '{"version":"2.0","Version":"2.0"}',
    // The COS console writes the policies of buckets so.
    '{"Statement":[{"Principal":{"qcs":["*"]},"Effect":"allow","Action":["name/cos:GetObject"],"Resource":["*"]}],"version":"2.0"}',
  ],
  invalid: [
    {
      text: '{"version":"2.0","statement":[{«"Effect"»:"allow","action":"cos:*"}]}',
      messages: ['lower'],
      severity: 'warning',
      says: 'write `effect`, not `Effect`',
      fixed: '{"version":"2.0","statement":[{"effect":"allow","action":"cos:*"}]}',
    },
    // One habit, one finding: on the first of them.
    {
      text: '{«"Version"»:"2.0","Statement":[{"Effect":"allow","action":"cos:*"},{"Effect":"deny","action":"cos:*"}]}',
      messages: ['lower'],
      severity: 'warning',
      says: 'write `version`, not `Version`. (4 places)',
      fixed: '{"version":"2.0","statement":[{"effect":"allow","action":"cos:*"},{"effect":"deny","action":"cos:*"}]}',
    },
    // A name that stands there already is not written twice.
    {
      text: '{«"Version"»:"2.0","statement":[],"Statement":[]}',
      messages: ['lower'],
      fixed: '{"version":"2.0","statement":[],"Statement":[]}',
    },
    {
      text: '{"STATEMENT":[]}'.replace('"STATEMENT"', '«"STATEMENT"»'),
      messages: ['lower'],
      fixed: '{"statement":[]}',
    },
    // Everyone may upload: COS is spoken of, but not in every statement.
    {
      text: '{"statement":[{«"Principal"»:"*","action":"cos:*"},{"principal":"*","action":"cvm:*"}]}',
      messages: ['lower'],
    },
  ],
});

describe('element-case, its related places', () => {
  it('names the other members, and no more than a person reads', () => {
    const statement = '{"Effect":"allow"}';
    const text = `{"version":"2.0","statement":[${Array(80).fill(statement).join()}]}`;
    const [finding, ...others] = findingsOf('element-case', text);
    assert.deepEqual(others, []);
    assert.ok(finding);
    assert.match(messageOf(rules, 'element-case', finding, 'zh'), /（共 80 处）$/u);
    assert.equal(finding.related?.length, maxRelated);
    const [first] = finding.related;
    assert.equal(first && text.slice(first.span.start, first.span.end), '"Effect"');
  });
});
