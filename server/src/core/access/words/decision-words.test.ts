/** Answers about access, read as people read them. */
import assert from 'node:assert/strict';
import { shippedCatalogue as catalogue, shippedLanguage as language } from '../../../../test/shipped-catalogue.js';
import { readPolicy } from '../../policy/read.js';
import { can } from '../can.js';
import type { AccessQuestion } from '../question.js';
import type { Doubt, Flag } from '../reading.js';
import { conditionInWords } from './condition-words.js';
import { decisionInWords } from './decision-words.js';
import { doubtInWords, doubtName } from './doubt-words.js';
import { linesAsText } from './explanation-words.js';
import { voiceOf } from './voice.js';
import { knownOperator } from '../../knowledge/operators.js';

const vm = (id: string): string => `qcs::cvm:ap-guangzhou:uin/1:instance/${id}`;
const allow = (action: string, resource = '*', condition = {}): object => ({
  effect: 'allow',
  action,
  resource,
  condition,
});

const told = (
  statements: readonly (readonly object[])[],
  question: Partial<AccessQuestion> = {},
  locale: 'en' | 'zh' = 'en',
): readonly string[] => {
  const policies = statements.map((each) => readPolicy(JSON.stringify({ version: '2.0', statement: each })));
  const asked = {
    policies,
    caller: { owner: '1', uin: '2', appId: '3' },
    action: 'cvm:StopInstances',
    resource: vm('ins-1'),
    ...question,
  };
  const nameOf = (policy: number | 'boundary'): string | undefined =>
    policies.length > 1 ? `p${String(policy)}.cam.json` : undefined;
  const line = decisionInWords(can(asked, { catalogue, language }), {
    question: asked,
    language,
    nameOf,
    voice: voiceOf(locale),
  });
  return linesAsText([line]).trimEnd().split('\n');
};

describe('an answer about access, in words', () => {
  it('names the statement that decides', () => {
    assert.deepEqual(told([[allow('cvm:*')]]), ['Allowed by statement 1.']);
    assert.deepEqual(told([[allow('cvm:*')], [{ ...allow('cvm:Stop*'), effect: 'deny' }]]), [
      'Denied by statement 1 of p1.cam.json.',
    ]);
  });
  it('says which part of the nearest statement fails', () => {
    assert.deepEqual(told([[allow('cvm:StartInstances')]]), [
      'Not allowed: no statement allows it.',
      '  Statement 1 does not name the action.',
    ]);
    assert.deepEqual(told([[allow('cvm:*', vm('ins-2').replace('guangzhou', 'beijing'))]]), [
      'Not allowed: no statement allows it.',
      '  Statement 1 is for other resources (other region, resource).',
    ]);
    assert.deepEqual(
      told([[allow('cvm:*', '*', { ip_equal: { 'qcs:ip': '10.0.0.0/8' } })]], { context: { 'qcs:ip': '1.1.1.1' } }),
      ['Not allowed: no statement allows it.', '  Statement 1 has a condition that is not met: ip_equal qcs:ip.'],
    );
  });
  it('tells statements of which the same fails together, and not all of many', () => {
    const many = Array.from({ length: 9 }, (_, index) => allow(`cvm:A${index}`));
    assert.deepEqual(told([many]), [
      'Not allowed: no statement allows it.',
      '  Statement 1, statement 2, statement 3, statement 4, 5 more do not name the action.',
    ]);
    const keys = Array.from({ length: 6 }, (_, index) => allow('cvm:*', '*', { string_equal: { [`k${index}`]: 'a' } }));
    const context = Object.fromEntries(keys.map((_, index) => [`k${index}`, 'b']));
    assert.deepEqual(told([keys], { context }).slice(3), [
      '  Statement 3 has a condition that is not met: string_equal k2.',
      '  Further statements come as near: 3.',
    ]);
  });
  it('says of a request for * that resources do not stand for it', () => {
    const [, near] = told([[allow('trtc:CreateTrtcApp', 'qcs::trtc::uin/1:sdkappid/2')]], {
      action: 'trtc:CreateTrtcApp',
      resource: 'qcs::trtc::uin/1:sdkappid/2',
    });
    assert.equal(near, '  Statement 1 names resources, and only the resource * stands for a request for *.');
  });
  it('names the deny that it hangs on, and a value that cannot be read', () => {
    const old = { ...allow('cvm:*', '*', { numeric_less_than: { v: 2 } }), effect: 'deny' };
    assert.deepEqual(told([[allow('cvm:*'), old]]), [
      'Allowed for some requests only: it hangs on v.',
      '  Statement 1 allows it.',
      '  Statement 2 denies it if v is less than 2.',
    ]);
    assert.deepEqual(told([[allow('cvm:*'), old]], { context: { v: 'new' } }).slice(1), [
      '  What v new means is in no document.',
      '  Taken as usual: Allowed by statement 1.',
    ]);
  });
  it('says what it hangs on, and what must hold', () => {
    assert.deepEqual(told([[allow('cvm:*', '*', { ip_equal: { 'qcs:ip': '10.0.0.0/8' } })]]), [
      'Allowed for some requests only: it hangs on qcs:ip.',
      '  Statement 1 allows it only if qcs:ip is in 10.0.0.0/8.',
    ]);
    assert.deepEqual(told([[allow('cvm:*', 'qcs::cvm:::instance/*')]], { caller: {} }), [
      'Allowed for some requests only: it hangs on whose account the policy is of.',
      '  Statement 1 allows it.',
    ]);
  });
  it('says what no document decides, and what is taken for it', () => {
    assert.deepEqual(
      told([[allow('cvm:*', '*', { ip_not_equal: { 'qcs:ip': '10.0.0.0/8' } })]], { context: { 'qcs:ip': null } }),
      [
        'Not decided.',
        '  No document says whether a negated operator without _if_exist is met where the key is absent.',
        '  Taken as usual: Not allowed: no statement allows it.',
      ],
    );
  });
  it('says that an action is asked with *, and that the root account needs no policy', () => {
    assert.deepEqual(
      told([[allow('trtc:*')]], { action: 'trtc:CreateTrtcApp', resource: 'qcs::trtc::uin/1:sdkappid/2' }),
      [
        'Allowed by statement 1.',
        '  The action cannot be restricted to resources, so CAM asks about it with the resource *.',
      ],
    );
    assert.deepEqual(told([[]], { caller: { owner: '1', uin: '1' } }), [
      'Allowed: policies do not apply to the root account.',
    ]);
    assert.match(told([[]], { action: 'cvm' })[0] ?? '', /^The action cannot be read/u);
  });
  it('speaks Chinese', () => {
    assert.deepEqual(told([[allow('cvm:*', '*', { numeric_less_than: { a: 1 } })]], {}, 'zh'), [
      '视请求而定：取决于 a。',
      '  语句 1：仅在满足以下条件时允许：a 小于 1。',
    ]);
  });
});

describe('conditions and doubts in words', () => {
  it('have words for each operator and each doubt, in both languages', () => {
    for (const locale of ['en', 'zh'] as const) {
      for (const { name } of language.data.operators) {
        const test = {
          operatorText: name,
          operator: knownOperator(name, language),
          key: 'the:key',
          values: ['a', 'b'],
        };
        const words = conditionInWords(test, voiceOf(locale));
        assert.match(words, /the:key/u, name);
        assert.match(words, /a( or | 或 |, |、)b/u, name);
        assert.doesNotMatch(words, /\{|does not document|未收录/u, name);
      }
      const flags: readonly Flag[] = [
        'absentNegated',
        'forAllAbsent',
        'directory',
        'dirSelf',
        'starSix',
        'case',
        'unqualified',
        'secondName',
      ];
      const doubts: readonly Doubt[] = [...flags.map((flag) => ({ flag })), { cap: 'search' }, { opaque: 'permid/1' }];
      const texts = doubts.map((doubt) => doubtInWords(doubt, voiceOf(locale)));
      assert.equal(new Set(texts).size, doubts.length);
      assert.deepEqual(doubts.map(doubtName), [...flags, 'search', 'permid/1']);
    }
  });
});
