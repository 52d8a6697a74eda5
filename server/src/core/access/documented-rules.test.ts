/** The tables of docs/access.md, in both languages: each row is shown by questions, and no row goes without. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { shippedCatalogue as catalogue, shippedLanguage as language } from '../../../test/shipped-catalogue.js';
import { readPolicy } from '../policy/read.js';
import { can } from './can.js';
import type { AccessQuestion, Decision } from './question.js';

const pages = ['docs/access.md', 'docs/access.zh-CN.md'].map((name) => readFileSync(name, 'utf8'));

/** The rows of the table below the heading that is the `section`th of the page, from 0, without its head. */
const rowsOf = (page: string, section: number): readonly (readonly string[])[] =>
  (page.split(/^## /mu)[section + 1] ?? '')
    .split('\n')
    .filter((line) => line.startsWith('| ') || line.startsWith('|-'))
    .slice(2)
    .map((line) => line.slice(2, -2).split(' | '));

const headings = [...(pages[0] ?? '').matchAll(/^## (.*)$/gmu)].map(([, heading]) => heading);
const decidedAt = headings.indexOf('What is decided, and where it is documented');
const openAt = headings.indexOf('What no document decides');

const vm = 'qcs::cvm:ap-guangzhou:uin/100000000001:instance/ins-1';
const allow = (action: string, resource = '*', condition?: object): object => ({
  effect: 'allow',
  action,
  resource,
  ...(condition && { condition }),
});
const deny = (...parts: Parameters<typeof allow>): object => ({ ...allow(...parts), effect: 'deny' });
const policyOf = (...statement: readonly object[]): ReturnType<typeof readPolicy> =>
  readPolicy(JSON.stringify({ version: '2.0', statement }));
const ask = (statements: readonly object[], question: Partial<AccessQuestion> = {}): Decision =>
  can(
    {
      policies: [policyOf(...statements)],
      caller: { uin: '100000000002', owner: '100000000001', appId: '1250000001' },
      action: 'cvm:StopInstances',
      resource: vm,
      ...question,
    },
    { catalogue, language },
  );

type Shown = readonly [statements: readonly object[], question: Partial<AccessQuestion>, is: Decision['is']];

const on = (resource: string, is: Decision['is'], asked = vm): Shown => [
  [allow('*', resource)],
  { resource: asked },
  is,
];
const when = (condition: object, context: AccessQuestion['context'], is: Decision['is']): Shown => [
  [allow('cvm:*', '*', condition)],
  { ...(context && { context }) },
  is,
];
const operation = { action: 'trtc:CreateTrtcApp', resource: '*' };
const application = 'qcs::trtc::uin/100000000001:sdkappid/1';
const queue = 'qcs::cmqqueue::uin/100000000001:queueName/uin';
const bucket = 'qcs::cos:ap-guangzhou:uid/1250000001:b-1250000001';
const ip = (...values: readonly string[]): object => ({ 'qcs:ip': values });
const tags = (...values: readonly string[]): object => ({ 'qcs:resource_tag': values });

/** What shows each row of what is decided, in the rows' order. */
const decided: readonly (readonly Shown[])[] = [
  [
    [[], {}, 'not-allowed'],
    [[allow('cvm:*'), deny('cvm:Stop*')], {}, 'denied'],
    [[deny('cvm:Stop*'), allow('cvm:*')], {}, 'denied'],
  ],
  [[[], { caller: { uin: '100000000001', owner: '100000000001' } }, 'allowed']],
  [
    [[allow('cvm:*')], { boundary: policyOf(allow('trtc:*')) }, 'not-allowed'],
    [[], { boundary: policyOf(allow('cvm:*')) }, 'not-allowed'],
    [[allow('cvm:*')], { boundary: policyOf(allow('cvm:*'), deny('cvm:Stop*')) }, 'denied'],
  ],
  [
    [[allow('name/cvm:StopInstances')], {}, 'allowed'],
    [[allow('cvm:Stop*Instances')], {}, 'allowed'],
  ],
  [
    on('qcs::cvm:ap-*:uin/100000000001:instance/*', 'allowed'),
    on('qcs::cvm:*guangzhou:uin/100000000001:instance/ins-1', 'allowed'),
    on('qcs::cvm:*::', 'not-allowed'),
    on('qcs::cvm:ap-guangzhou:uin/100000000001:a:b', 'allowed', 'qcs::cvm:ap-guangzhou:uin/100000000001:a:b'),
  ],
  [
    on('qcs:::::instance/*', 'allowed'),
    on('qcs:id/0:cvm:::instance/*', 'allowed'),
    on('qcs:*:cvm:::instance/*', 'allowed'),
    on('qcs:id/7:cvm:::instance/*', 'not-allowed'),
  ],
  [
    on('qcs::cvm:::instance/*', 'allowed'),
    on('qcs::cvm::uin/:instance/*', 'allowed'),
    on('qcs::cvm::uid/1250000001:instance/*', 'allowed'),
    on('qcs::cvm::uin/100000000009:instance/*', 'not-allowed'),
  ],
  [on('qcs::cvm:gz:uin/100000000001:instance/*', 'allowed')],
  [
    [[allow('trtc:*', application)], operation, 'not-allowed'],
    [[allow('trtc:*')], operation, 'allowed'],
    [[allow('trtc:*'), deny('trtc:*', application)], operation, 'allowed'],
  ],
  [
    on(`${queue}/\${uin}/q`, 'allowed', `${queue}/100000000002/q`),
    on(`${queue}/\${owner_uin}/\${app_id}`, 'allowed', `${queue}/100000000001/1250000001`),
    on(`${bucket}/\${uin}/*`, 'not-allowed', `${bucket}/100000000002/a`),
    when({ string_equal: { 'cvm:a': '${uin}' } }, { 'cvm:a': '100000000002' }, 'allowed'),
  ],
  [
    when({ ip_equal: ip('10.0.0.0/8', '8.8.8.8') }, { 'qcs:ip': '8.8.8.8' }, 'allowed'),
    when(
      { ip_equal: ip('10.0.0.0/8'), string_equal: { 'cvm:a': 'x' } },
      { 'qcs:ip': '10.1.1.1', 'cvm:a': 'y' },
      'not-allowed',
    ),
    when({ ip_not_equal: ip('10.0.0.0/8', '8.8.8.8') }, { 'qcs:ip': '8.8.8.8' }, 'not-allowed'),
  ],
  [
    when({ ip_equal_if_exist: ip('10.0.0.0/8') }, { 'qcs:ip': null }, 'allowed'),
    when({ null_equal: { 'qcs:ip': 'true' } }, { 'qcs:ip': null }, 'allowed'),
    when({ ip_equal: ip('10.0.0.0/8') }, { 'qcs:ip': null }, 'not-allowed'),
  ],
  [
    when({ 'for_any_value:string_equal': tags('a&b') }, { 'qcs:resource_tag': ['a&b', 'c&d'] }, 'allowed'),
    when({ 'for_all_value:string_equal': tags('a&b') }, { 'qcs:resource_tag': ['a&b', 'c&d'] }, 'not-allowed'),
  ],
];

/** What hangs on each question that no document answers, and what it comes to where the question is answered as it is by default. */
const open = new Map<string, Shown>([
  ['absentNegated', when({ ip_not_equal: ip('10.0.0.0/8') }, { 'qcs:ip': null }, 'not-allowed')],
  ['forAllAbsent', when({ 'for_all_value:string_equal': tags('a&b') }, { 'qcs:resource_tag': null }, 'allowed')],
  ['directory', on(`${bucket}/dir`, 'not-allowed', `${bucket}/dir/a`)],
  ['dirSelf', on(`${queue}/1/*`, 'not-allowed', `${queue}/1`)],
  ['starSix', [[allow('trtc:*', 'qcs::trtc:::*')], operation, 'not-allowed']],
  ['case', [[allow('cvm:stopinstances')], {}, 'not-allowed']],
  ['unqualified', when({ string_equal: { 'cvm:a': 'x' } }, { 'cvm:a': ['x', 'y'] }, 'not-allowed')],
  ['secondName', [[allow('consolevod:*')], { action: 'vod:DescribeMediaInfos', resource: '*' }, 'not-allowed']],
]);

describe('the rules of docs/access', () => {
  it('each have a source, and are shown by questions', () => {
    for (const page of pages) {
      const rows = rowsOf(page, decidedAt);
      assert.equal(rows.length, decided.length);
      for (const row of rows) assert.ok(row.length === 2 && row[1], row.join(' | '));
    }
    for (const [index, questions] of decided.entries())
      for (const [statements, question, is] of questions)
        assert.equal(
          ask(statements, question).is,
          is,
          `${rowsOf(pages[0] ?? '', decidedAt)[index]?.[0]}: ${JSON.stringify({ statements, question })}`,
        );
  });

  it('and what no document decides is undecided, with the default that is said', () => {
    for (const page of pages) {
      const rows = rowsOf(page, openAt);
      assert.deepEqual(
        rows.map(([name = '']) => name.replaceAll('`', '')),
        [...open.keys()],
      );
      for (const [name = '', , byDefault = ''] of rows) {
        const [, , otherwise] = open.get(name.replaceAll('`', '')) ?? [];
        assert.equal(/^(?:yes|是)/u.test(byDefault), otherwise === 'allowed', name);
      }
    }
    for (const [name, [statements, question, otherwise]] of open) {
      const decision = ask(statements, question);
      assert.ok(decision.is === 'undecided', `${name}: ${decision.is}`);
      assert.deepEqual(decision.because, [{ flag: name }]);
      assert.equal(decision.otherwise.is, otherwise, name);
    }
  });
});
