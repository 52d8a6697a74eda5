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
    assert.match(message, /longer than 1000000 .*has 1000001,.* policies of 6144/u);
  });

  describe('of one string that is longer than a whole policy', () => {
    const long = 'aaaa.b:'.repeat(1000);
    const said = (text: string): readonly string[] => {
      const all = Object.keys(rules).flatMap((code) => findingsOf(code, text));
      return all.map(({ code, span, messageId }) => `${code} ${messageId} ${text.slice(span.start, span.end)}`);
    };
    const once = 'too-large string a';
    const allow = (members: object): string =>
      JSON.stringify({
        version: '2.0',
        statement: [{ effect: 'allow', action: 'mps:ProcessMedia', resource: '*', ...members }],
      });

    it('says this once and nothing else of it, whatever it stands for', () => {
      const tooLong = allow({ action: [long, 'mps:ProcessMedia'] });
      const [whole, ...rest] = findingsOf('policy-too-long', tooLong);
      assert.ok(whole && rest.length === 0);
      const expected = [once, 'policy-too-long long {'].sort();
      for (const members of [
        { action: [long, 'mps:ProcessMedia'] },
        { action: long },
        { effect: long },
        { resource: [long] },
        { [long]: '*' },
        { principal: { qcs: [long] } },
        { principal: { [long]: ['*'] } },
        { principal: long },
        { condition: { [long]: { 'qcs:ip': '1.1.1.1' } } },
        { condition: { ip_equal: { [long]: '1.1.1.1' } } },
        { condition: { ip_equal: { 'qcs:ip': ['1.1.1.1', long] } } },
      ]) {
        const found = said(allow(members)).filter((each) => !/^(?:missing-companion|unexpected-principal)/u.test(each));
        assert.deepEqual([...found].sort(), expected, JSON.stringify(members).slice(0, 60));
      }
      assert.deepEqual(
        said(`{"version":"${long}","statement":[]}`).filter((each) => each.startsWith('too-large')),
        [once],
      );
    });

    it('counts its characters, and reads one of the greatest length', () => {
      const [finding] = findingsOf('too-large', allow({ action: 'a'.repeat(6145) }));
      assert.ok(finding);
      assert.match(messageOf(rules, finding.code, finding, 'en'), /has 6145 characters.* policies of 6144/u);
      assert.deepEqual(findingsOf('too-large', allow({ action: 'a'.repeat(6144) })), []);
    });

    it('takes two of these for different ones, and both for names of their own', () => {
      const text = `{"version":"2.0","statement":[{"${long}1":1,"${long}2":2,"effect":"allow","action":"mps:ProcessMedia","resource":"*"}]}`;
      assert.deepEqual(findingsOf('duplicate-key', text), []);
      const statement = (key: string): string =>
        `{"effect":"allow","action":"mps:ProcessMedia","resource":"*","condition":{"ip_equal":{"${key}":"1.1.1.1"}}}`;
      const two = (a: string, b: string): string => `{"version":"2.0","statement":[${statement(a)},${statement(b)}]}`;
      assert.equal(findingsOf('duplicate-statement', two(long, long)).length, 1);
      assert.deepEqual(findingsOf('duplicate-statement', two(long, `${long}1`)), []);
    });
  });

  it('is all that is said of such a text', () => {
    const text = `[${policy(maxTextLength)}`;
    for (const code of Object.keys(rules)) if (code !== 'too-large') assert.deepEqual(findingsOf(code, text), [], code);
  });
});
