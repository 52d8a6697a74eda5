import assert from 'node:assert/strict';
import { findingsOf } from '../../../../test/rule-tester.js';
import { messageOf } from '../wording.js';
import { maxTextLength } from '../../syntax/json.js';
import { rules } from './index.js';

const statement = '{"effect":"allow","action":"mps:ProcessMedia","resource":"*"}';
const policy = (length: number): string => {
  const text = `{"version":"2.0","statement":[${statement}`;
  return `${text}${' '.repeat(length - text.length - 2)}]}`;
};

describe('too-large', () => {
  it('accepts a text of the greatest length that is read', () => {
    assert.equal(policy(maxTextLength).length, maxTextLength);
    assert.deepEqual(findingsOf('too-large', policy(maxTextLength)), []);
    assert.deepEqual(findingsOf('too-large', ''), []);
  });

  it('reports one character more, at the start of the text', () => {
    const [finding, ...others] = findingsOf('too-large', policy(maxTextLength + 1));
    assert.deepEqual(others, []);
    assert.ok(finding);
    assert.deepEqual([finding.span.start, finding.span.end], [0, 1]);
    assert.equal(finding.severity, 'information');
    assert.equal(finding.fix, undefined);
    const message = messageOf(rules, finding.code, finding, 'en');
    assert.match(message, /has 1000001 characters.* longer than 1000000.* policies of 6144/u);
  });

  it('is all that is said of such a text', () => {
    const text = `[${policy(maxTextLength)}`;
    for (const code of Object.keys(rules)) if (code !== 'too-large') assert.deepEqual(findingsOf(code, text), [], code);
  });
});
