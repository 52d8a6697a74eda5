/** What an edit changes, read as people read it. */
import assert from 'node:assert/strict';
import { shippedCatalogue as catalogue, shippedLanguage as language } from '../../../../test/shipped-catalogue.js';
import { readPolicy } from '../../policy/read.js';
import { compare } from '../compare.js';
import type { Comparison } from '../comparison.js';
import { comparisonInShort, comparisonInWords, isSame } from './comparison-words.js';
import { linesAsText } from './explanation-words.js';
import { voiceOf } from './voice.js';

const app = 'qcs::trtc::uin/1:sdkappid/1';
const allow = (action: string, resource = '*', condition = {}): object => ({
  effect: 'allow',
  action,
  resource,
  condition,
});
const deny = (action: string, resource = '*', condition = {}): object => ({
  effect: 'deny',
  action,
  resource,
  condition,
});
const between = (before: readonly object[], after: readonly object[]): Comparison => {
  const read = (statement: readonly object[]): { readonly policies: readonly ReturnType<typeof readPolicy>[] } => ({
    policies: [readPolicy(JSON.stringify({ version: '2.0', statement }))],
  });
  return compare({ before: read(before), after: read(after), counted: true }, { catalogue, language });
};
const told = (comparison: Comparison, locale: 'en' | 'zh' = 'en'): readonly string[] =>
  linesAsText(comparisonInWords(comparison, voiceOf(locale)))
    .trimEnd()
    .split('\n');
const short = (comparison: Comparison, locale: 'en' | 'zh' = 'en'): string =>
  comparisonInShort(comparison, voiceOf(locale));

describe('a comparison in words', () => {
  it('counts no actions of several services', () => {
    const { gained } = between([allow('cvm:Go')], [allow('cmq*:*'), allow('trtc:RemoveUser')]);
    const found = gained.is === 'some' ? gained.found : [];
    assert.deepEqual(
      found.map(({ among, known }) => [among, known?.length]),
      [
        ['cmq*:*', undefined],
        ['trtc:RemoveUser', 1],
      ],
    );
  });
  it('says that nothing changes', () => {
    const same = between([allow('trtc:*')], [allow('trtc:*')]);
    assert.deepEqual(told(same), ['Nothing is newly allowed.', 'Nothing is taken away.']);
    assert.deepEqual([short(same), short(same, 'zh'), isSame(same)], ['allows the same', '权限不变', true]);
  });
  it('names what comes back when a deny goes, with the statement that denied it', () => {
    const [before, after] = [[allow('trtc:*', app), deny('trtc:RemoveUser', app)], [allow('trtc:*', app)]];
    const back = between(before, after);
    assert.deepEqual(told(back), [
      'Newly allowed:',
      `  trtc:RemoveUser among trtc:* on ${app}, by statement 1; denied before by statement 2`,
      `    for example trtc:RemoveUser on ${app}`,
      'Nothing is taken away.',
    ]);
    assert.deepEqual(told(between(after, before)), [
      'Nothing is newly allowed.',
      'No longer allowed:',
      `  trtc:RemoveUser among trtc:* on ${app}, by statement 1; denied now by statement 2`,
      `    for example trtc:RemoveUser on ${app}`,
    ]);
    assert.equal(short(back), `newly allows trtc:RemoveUser on ${app}`);
    assert.equal(isSame(back), false);
  });
  it('tells how much is new: names of few, numbers of many by access class, and where', () => {
    const actions = ['cmqqueue:SendMessage', 'cmqqueue:CreateQueue', 'cmqqueue:DeleteQueue', 'cmqqueue:ReceiveMessage'];
    const few = actions.slice(0, 3).map((action) => allow(action));
    assert.equal(
      short(between([], few)),
      'newly allows cmqqueue:SendMessage, cmqqueue:CreateQueue, cmqqueue:DeleteQueue on all resources',
    );
    const many = between([], [...few, allow('cmqqueue:ReceiveMessage'), allow('trtc:RemoveUser', app)]);
    assert.match(short(many), /^newly allows 5 write actions of cmqqueue, trtc on all resources$/u);
    assert.match(short(many, 'zh'), /^新增 cmqqueue、trtc 的 5 个写操作，资源 全部$/u);
    const places = [allow('trtc:RemoveUser', app), allow('trtc:RemoveUser', app.replace(/1$/u, '2'))];
    assert.equal(short(between(places, [])), 'no longer allows trtc:RemoveUser on 2 resources');
  });
  const sumOf = (text: string): number => [...text.matchAll(/\d+/gu)].reduce((all, [count]) => all + Number(count), 0);
  it('counts what a wildcard newly stands for, not all that it stands for', () => {
    const names = (catalogue.service('trtc')?.actions() ?? []).map(({ name }) => `trtc:${name}`);
    const [first = '', second = '', ...others] = names;
    const widened = between([allow(first), allow(second)], [allow('trtc:*')]);
    const counts = /newly allows (.*) actions of trtc on all resources/u.exec(short(widened))?.[1] ?? '';
    assert.equal(sumOf(counts), others.length);
    assert.equal(
      short(between([allow('trtc:*')], [allow('*')])),
      'newly allows actions of every service on all resources',
    );
    // A deny that is gone brings back what it denied, and no more.
    const lifted = short(between([allow('*'), deny('trtc:*')], [allow('*'), deny('trtc:Describe*')]));
    assert.match(lifted, / of trtc on all resources$/u);
    assert.equal(sumOf(lifted), names.filter((name) => !name.startsWith('trtc:Describe')).length);
    const wide = 'newly allows actions among *:Delete* on all resources';
    assert.equal(short(between([allow('*'), deny('*:Delete*')], [allow('*')])), wide);
    assert.equal(short(between([], [allow('nosuch:*')])), 'newly allows actions among nosuch:* on all resources');
    const range = { ip_equal: { 'qcs:ip': '10.0.0.0/8' } };
    assert.equal(
      short(between([], [allow('trtc:RemoveUser', '*', range)])),
      'newly allows trtc:RemoveUser on all resources, under conditions',
    );
  });
  it('says of several patterns how much they are together, above them', () => {
    const [sum, ...each] = told(between([], [allow('trtc:RemoveUser'), allow('trtc:DismissRoom', app)]));
    assert.equal(sum, 'Newly allowed: trtc:RemoveUser, trtc:DismissRoom on all resources');
    assert.match(each[0] ?? '', /^ {2}trtc:RemoveUser on all resources, by statement 1$/u);
  });
  it('leaves out an example that would say the same again, and tells what else a request must have', () => {
    assert.deepEqual(told(between([], [allow('trtc:RemoveUser', app)])).slice(0, 2), [
      'Newly allowed:',
      `  trtc:RemoveUser on ${app}, by statement 1`,
    ]);
    const condition = { ip_equal: { 'qcs:ip': '10.0.0.0/8' } };
    assert.match(told(between([], [allow('trtc:RemoveUser', app, condition)])).join('\n'), / with qcs:ip 10\.\d+/u);
  });
  it('says what it hangs on', () => {
    const account = between([allow('cvm:*', 'qcs::cvm:::instance/*')], [allow('cvm:*', 'qcs::cvm::uin/1:instance/*')]);
    assert.match(told(account)[0] ?? '', /^Whether something is newly allowed hangs on whose account/u);
    assert.match(short(account), /hangs on whose account/u);
    const range = { 'qcs:ip': '10.0.0.0/8' };
    const doubt = between(
      [allow('cos:*', '*', { ip_equal: range })],
      [allow('cos:*'), deny('cos:*', '*', { ip_not_equal: range })],
    );
    assert.match(told(doubt).join('\n'), /^It is not decided[^]*No document says whether a negated/u);
    assert.match(short(doubt), /not decided/u);
    assert.match(told(doubt, 'zh').join('\n'), /^无法确定/u);
  });
});
