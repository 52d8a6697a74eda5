/** Requests of which a part is open, or written otherwise than in the policy. */
import assert from 'node:assert/strict';
import { shippedCatalogue as catalogue, shippedLanguage as language } from '../../../test/shipped-catalogue.js';
import { readPolicy } from '../policy/read.js';
import { can } from './can.js';
import { compare } from './compare.js';
import type { AccessQuestion, Decision } from './question.js';
import { decisionInWords } from './words/decision-words.js';
import { doubtName } from './words/doubt-words.js';
import { voiceOf } from './words/voice.js';

const facts = { catalogue, language };
const policyOf = (...statement: readonly object[]): ReturnType<typeof readPolicy> =>
  readPolicy(JSON.stringify({ version: '2.0', statement }));
const allow = (action: string, resource: string, condition?: object): object => ({
  effect: 'allow',
  action,
  resource,
  ...(condition && { condition }),
});
const deny = (...parts: Parameters<typeof allow>): object => ({ ...allow(...parts), effect: 'deny' });
const me = { uin: '100000000002', owner: '100000000001', appId: '1250000001' };
const vm = 'qcs::cvm:ap-guangzhou:uin/100000000001:instance/ins-1';
const questionOf = (statements: readonly object[], question: Partial<AccessQuestion>): AccessQuestion => ({
  policies: [policyOf(...statements)],
  caller: me,
  action: 'cvm:StopInstances',
  resource: vm,
  ...question,
});
const ask = (statements: readonly object[], question: Partial<AccessQuestion> = {}): Decision =>
  can(questionOf(statements, question), facts);
const told = (decision: Decision): string =>
  decision.is === 'undecided'
    ? `${decision.because.map(doubtName).join()}, else ${decision.otherwise.is}`
    : decision.is === 'conditional'
      ? `conditional ${decision.keys.join()}`
      : decision.is;

/** What is allowed everywhere and denied on one resource. */
const denied = (resource: string, asked: string, question: Partial<AccessQuestion> = {}): string =>
  told(ask([allow('*', '*'), deny('*', resource)], { resource: asked, ...question }));

describe('what is open in a request', () => {
  it('leaves it open whether the older form of COS stands for the newer one', () => {
    const own = 'qcs::cos:ap-guangzhou:uid/1250000001';
    const cos = { action: 'cos:GetObject' };
    for (const old of ['b/*', 'b/a', 'b*', '*'].map((path) => `prefix//1250000001/${path}`)) {
      assert.equal(denied(`${own}:${old}`, `${own}:b-1250000001/a`, cos), `${old}, else allowed`);
      assert.equal(denied(`${own}:${old}`, `${own}:c-1250000009/a`, cos), 'allowed');
    }
    const asked = 'prefix//1250000001/b/a';
    assert.equal(denied(`${own}:b-1250000001/*`, `${own}:${asked}`, cos), `${asked}, else allowed`);
    assert.equal(denied(`${own}:prefix//1250000001/b/*`, `${own}:${asked}`, cos), 'denied');
    const { gained } = compare(
      {
        before: { policies: [policyOf(allow('cos:*', `${own}:prefix//1250000001/b/*`))] },
        after: { policies: [policyOf(allow('cos:*', `${own}:b-1250000001/*`))] },
        caller: me,
      },
      facts,
    );
    assert.ok(gained.is === 'undecided' && gained.otherwise === 'some', gained.is);
  });

  it('takes a region for what is written, too', () => {
    const asked = 'qcs::cvm:gz:uin/100000000001:instance/ins-1';
    assert.deepEqual([denied('qcs::cvm:g*::*', asked), denied('qcs::cvm:ap-g*::*', asked)], ['denied', 'denied']);
    assert.equal(denied('qcs::cvm:g*::*', vm), 'g*, else allowed');
    assert.equal(denied('qcs::cvm:sh*::*', vm), 'allowed');
  });

  it('leaves open which service and region an empty segment means', () => {
    const policy = 'qcs::cvm:ap-guangzhou::instance/ins-1';
    assert.equal(denied(policy, 'qcs:::ap-guangzhou:uin/100000000001:instance/ins-1'), 'cvm, else allowed');
    assert.equal(denied(policy, 'qcs::cvm::uin/100000000001:instance/ins-1'), 'ap-guangzhou, else allowed');
    assert.equal(denied(policy, 'qcs::cvm::uin/100000000001:instance/ins-2'), 'allowed');
    assert.equal(denied('qcs::cvm:::instance/ins-1', 'qcs::cvm::uin/100000000001:instance/ins-1'), 'denied');
    assert.equal(denied('qcs::cvm:*:*:instance/ins-1', 'qcs::cvm:::instance/ins-1'), 'denied');
  });

  it('leaves open whether numbers of two kinds are of one foreign account', () => {
    const at = (account: string): string => `qcs::cvm::${account}:instance/ins-1`;
    const foreign = 'uin/200000000009';
    assert.equal(denied(at('uid/1250000009'), at(foreign)), `uid/1250000009 = ${foreign}, else allowed`);
    assert.equal(denied(at('uid/*'), at(foreign)), `uid/* = ${foreign}, else allowed`);
    assert.equal(denied(at('uid/1250000001'), at(foreign)), 'allowed');
    assert.equal(denied(at('uid/1250000009'), at('uin/100000000001')), 'allowed');
    assert.equal(denied(at('uin/200000000008'), at(foreign)), 'allowed');
  });

  it('leaves open what ? stands for in a resource', () => {
    assert.equal(denied('qcs::cvm:::instance/ins-?', vm), 'instance/ins-?, else allowed');
    assert.equal(denied('qcs::cvm:::instance/x-?', vm), 'allowed');
    const question = questionOf([allow('*', '*'), deny('*', 'qcs::cvm:::instance/ins-?')], {});
    const { gained } = compare(
      { before: { policies: question.policies }, after: { policies: [policyOf(allow('*', '*'))] } },
      facts,
    );
    assert.equal(gained.is, 'some');
  });

  it('replaces no variables in paths of COS, whatever service the policy names', () => {
    const own = 'uid/1250000001:b-1250000001';
    const cos = { action: 'cos:GetObject' };
    const asked = (path: string): string => `qcs::cos:ap-guangzhou:${own}/${path}`;
    assert.equal(denied(`qcs::*::${own}/\${uin}/*`, asked('100000000002/a'), cos), 'allowed');
    assert.equal(denied(`qcs::::${own}/\${uin}/*`, asked('${uin}/a'), cos), 'denied');
    assert.equal(denied('qcs::*:::instance/${uin}', vm.replace('ins-1', me.uin)), 'denied');
  });

  it('gives each of several resources tags of its own', () => {
    const tagged = (id: string, tag: string): object =>
      allow('*', `qcs::cvm:::instance/${id}`, { 'for_any_value:string_equal': { 'qcs:resource_tag': [tag] } });
    const statements = [tagged('a', 'env&a'), tagged('b', 'env&b')];
    const resource = ['a', 'b'].map((id) => vm.replace('ins-1', id));
    assert.equal(told(ask(statements, { resource })), 'qcs:resource_tag, else not-allowed');
    assert.equal(told(ask(statements, { resource: [...resource, vm] })), 'not-allowed');
    assert.equal(told(ask(statements, { resource, context: { 'qcs:resource_tag': 'env&a' } })), 'not-allowed');
  });

  it('asks addresses of IPv6, too, and those that may be one of IPv4', () => {
    const when = (operator: string, ip: string): object => ({ [operator]: { 'qcs:ip': [ip] } });
    const everywhere = [allow('*', '*', when('ip_equal_if_exist', '0.0.0.0/0'))];
    assert.equal(told(ask(everywhere)), 'conditional qcs:ip');
    const { gained } = compare(
      { before: { policies: [policyOf(...everywhere)] }, after: { policies: [policyOf(allow('*', '*'))] } },
      facts,
    );
    assert.ok(gained.is === 'some' && gained.found[0]?.example.context['qcs:ip'] === '2001:db8::1');
    const outside = [allow('*', '*'), deny('*', '*', when('ip_equal', '10.0.0.0/8'))];
    const from = (ip: string): string => told(ask(outside, { context: { 'qcs:ip': ip } }));
    for (const mapped of ['::ffff:10.0.0.1', '0:0:0:0:0:ffff:a00:1', '::FFFF:a00:1', '64:ff9b::10.0.0.1'])
      assert.equal(from(mapped), `qcs:ip ${mapped}, else allowed`);
    assert.equal(from('2001:db8::1'), 'allowed');
    assert.equal(from('10.1.0.0/16'), 'denied');
    assert.equal(from('10.0.0.0/7'), 'qcs:ip 10.0.0.0/7, else allowed');
    assert.equal(from('11.0.0.0/8'), 'allowed');
  });

  it('does not tell apart numbers of more digits than a computer holds', () => {
    const many = [allow('*', '*', { numeric_equal: { n: ['9007199254740993'] } })];
    assert.equal(ask(many, { context: { n: '9007199254740992' } }).is, 'undecided');
    assert.equal(ask(many, { context: { n: '12' } }).is, 'undecided');
    assert.equal(ask([allow('*', '*', { numeric_equal: { n: ['1.50'] } })], { context: { n: '1.5' } }).is, 'allowed');
  });

  it('carries the key of a single tag over to the list of tags', () => {
    const tagged = [
      allow('*', '*', { 'for_any_value:string_equal': { 'qcs:resource_tag': ['env&prod', 'team&a&b'] } }),
    ];
    const said = (context: NonNullable<AccessQuestion['context']>): string => told(ask(tagged, { context }));
    assert.equal(said({ 'qcs:resource_tag/env': 'prod' }), 'allowed');
    assert.equal(said({ 'qcs:resource_tag/env': 'dev' }), 'conditional qcs:resource_tag');
    assert.equal(said({ 'qcs:resource_tag/env': null, 'qcs:resource_tag/team': 'b' }), 'not-allowed');
    assert.equal(said({ 'qcs:resource_tag/env': 'prod', 'qcs:resource_tag': ['env&dev'] }), 'unreadable');
    assert.equal(said({ 'qcs:resource_tag/env': null, 'qcs:resource_tag': ['env&dev'] }), 'unreadable');
    assert.equal(said({ 'qcs:resource_tag/team': 'a&b', 'qcs:resource_tag': ['team&a&b'] }), 'allowed');
  });

  it('calls no account another one that may be the own one', () => {
    const segments = (caller: AccessQuestion['caller'], account: string): readonly string[] => {
      const decision = ask([allow('*', `qcs::cvm::${account}:instance/x`)], { ...(caller && { caller }) });
      const part = decision.is === 'not-allowed' ? decision.near[0]?.part : undefined;
      return part?.kind === 'resource' ? part.segments : [];
    };
    assert.deepEqual(segments({}, ''), ['path']);
    assert.deepEqual(segments({ ...me, owner: '100000000009' }, ''), ['account', 'path']);
    assert.deepEqual(segments({}, 'uin/100000000009'), ['account', 'path']);
  });

  it('names each statement that an answer hangs on, and the limit where one was reached', () => {
    const words = (statements: readonly object[], question: Partial<AccessQuestion> = {}): readonly string[] => {
      const asked = questionOf(statements, question);
      const { text, below } = decisionInWords(can(asked, facts), {
        question: asked,
        language,
        nameOf: () => undefined,
        voice: voiceOf('en'),
      });
      return [text, ...below.map((line) => line.text)];
    };
    assert.deepEqual(
      words([
        allow('*', '*', { ip_equal: { 'qcs:ip': ['10.0.0.0/8'] } }),
        allow('*', '*', { bool_equal: { 'qcs:mfa': ['true'] } }),
      ]),
      [
        'Allowed for some requests only: it hangs on qcs:ip, qcs:mfa.',
        'Statement 1 allows it if qcs:ip is in 10.0.0.0/8.',
        'Statement 2 allows it if qcs:mfa is true.',
      ],
    );
    const keys = Object.fromEntries(Array.from({ length: 6 }, (_, index) => [`k${index}`, ['a', 'b']]));
    const many = [allow('*', '*', { string_not_equal: keys, numeric_greater_than: { n: ['5'] } })];
    const [text, first, ...more] = words(many);
    assert.deepEqual([text, first], ['Not decided.', 'There are more cases than are tried (search).']);
    assert.match(more.at(-1) ?? '', /^As far as was tried, taken as usual: /u);
  });
});
