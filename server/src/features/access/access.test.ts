/** What clients are told of access: the explanation as data, answers, choices and lenses. */
import assert from 'node:assert/strict';
import type { AccessLine } from '../../../../protocol/access.js';
import { documentOf, onlyPolicy, testContext } from '../../../test/documents.js';
import { answerAccess } from './can.js';
import { accessChoices } from './choices.js';
import { explainAccess } from './explain.js';
import { compareAccess } from './compare.js';
import { codeLenses } from './lenses.js';

const app = (id: string): string => `qcs::trtc::uin/100000000001:sdkappid/${id}`;
const policy = (...statement: readonly object[]): string => JSON.stringify({ version: '2.0', statement }, undefined, 1);
const statement = (effect: string, action: unknown, resource: unknown = '*', condition?: object): object => ({
  effect,
  action,
  resource,
  ...(condition && { condition }),
});
const one = policy(
  statement('allow', ['trtc:*', 'nosuch:Go'], [app('1'), app('2')]),
  statement('deny', 'trtc:RemoveUser', app('1')),
);
const texts = (lines: readonly AccessLine[]): readonly string[] =>
  lines.flatMap(({ text, below }) => [text, ...texts(below)]);

describe('the explanation for clients', () => {
  const document = onlyPolicy(documentOf(one));
  const explained = explainAccess(document, testContext);

  it('is titled with the name of the policy', () => {
    const terraform = `resource "tencentcloud_cam_policy" "dev" {\n  policy = <<EOF\n${one}\nEOF\n}\n`;
    const titles = [documentOf(one), documentOf(terraform, { uri: 'file:///a/main.tf', language: 'terraform' })].map(
      (host) => explainAccess(onlyPolicy(host), testContext).markdown.split('\n')[0],
    );
    assert.deepEqual(titles, ['# What a.cam.json allows', '# What main.tf#dev allows']);
  });

  it('lists services, classes and actions, with the statements that allow them', () => {
    assert.deepEqual(
      explained.services.map(({ title, classes }) => [
        title,
        ...classes.map(({ access, actions }) => `${access}: ${actions.map(({ name }) => name).join()}`),
      ]),
      [
        [
          'trtc · Real-Time Communication',
          'read: DescribeCallDetail,DescribeTRTCMarketScaleData',
          'write: CreateSpearConf,DismissRoom,RemoveUser',
        ],
        ['nosuch · not in the catalogue', 'other: Go'],
      ],
    );
    const [place = -1] = explained.services[0]?.classes[1]?.actions[2]?.grants ?? [];
    const grant = explained.grants[place];
    assert.ok(grant);
    assert.equal(grant.range?.start.line, 3);
    assert.match(texts([grant]).join('\n'), /except RemoveUser on .*sdkappid\/1: denied by statement 2/u);
  });

  it('is Markdown in which names are code', () => {
    assert.match(
      explained.markdown,
      /^# What .* allows\n\n## `trtc` · Real-Time Communication\n\n- Statement 1 allows every action/u,
    );
    assert.match(
      explained.markdown,
      /\n {2}- except `RemoveUser` on `qcs::trtc::uin\/100000000001:sdkappid\/1`: denied/u,
    );
  });

  it('says what has no effect', () => {
    const { services, rest } = explainAccess(
      onlyPolicy(documentOf(policy(statement('allow', 'trtc:RemoveUser'), statement('deny', 'trtc:*')))),
      testContext,
    );
    assert.deepEqual(services, []);
    assert.deepEqual(texts(rest), [
      'This policy allows nothing.',
      'Without effect',
      'Statement 1 allows nothing: statement 2 denies all of it',
    ]);
  });
});

describe('the explanation of several services for clients', () => {
  it('does not say of the actions that the catalogue lacks them', () => {
    for (const action of ['*', 'cmq*:*', '*:Create*']) {
      const document = onlyPolicy(documentOf(policy(statement('allow', action))));
      const [service] = explainAccess(document, testContext).services;
      assert.deepEqual(
        service?.classes.map(({ title }) => title),
        ['not listed one by one'],
        action,
      );
    }
  });
});

describe('a policy that holds what CAM does not take', () => {
  const odd = one.replace('"effect"', '"conditions": {}, "effect"');
  const why = 'CAM has no such element, so what is said with it is not known: "conditions":{}';

  it('is not certain, in the lens, in the explanation, in an answer and in a comparison', () => {
    const document = onlyPolicy(documentOf(odd));
    const [lens] = codeLenses(documentOf(odd), testContext, undefined);
    assert.equal(lens?.command?.title, `What this policy allows is not certain. ${why}`);
    const { rest, markdown } = explainAccess(document, testContext);
    assert.deepEqual(texts(rest).slice(0, 2), ['Not certain', `Statement 1: ${why}`]);
    assert.match(markdown, /## Not certain\n\n- Statement 1: CAM has no such element/u);
    const { verdict, answer } = answerAccess(document, testContext, { action: 'trtc:DismissRoom', resource: app('1') });
    assert.deepEqual([verdict, answer.below[0]?.text], ['undecided', why]);
    assert.equal(compareAccess(document, testContext, { with: one })?.lost, 'undecided');
  });
});

describe('an answer for clients', () => {
  const conditional = policy(
    statement('allow', 'trtc:DismissRoom', app('1'), { ip_equal: { 'qcs:ip': '10.0.0.0/8' } }),
  );
  const ask = (text: string, asked: object): ReturnType<typeof answerAccess> =>
    answerAccess(onlyPolicy(documentOf(text)), testContext, { owner: '100000000001', ...asked });

  it('names the statement, and what it hangs on', () => {
    const { verdict, answer, keys } = ask(conditional, { action: 'trtc:DismissRoom', resource: app('1') });
    assert.deepEqual([verdict, keys, answer.range?.start.line], ['conditional', ['qcs:ip'], 3]);
    const request = { action: 'trtc:DismissRoom', resource: app('1'), context: { 'qcs:ip': '10.1.1.1' } };
    assert.equal(ask(conditional, request).verdict, 'allowed');
    assert.equal(ask(one, { action: 'trtc:RemoveUser', resource: [app('2')] }).verdict, 'allowed');
    assert.equal(ask(one, { action: 'trtc:RemoveUser', resource: [app('2'), app('1')] }).verdict, 'denied');
  });

  it('takes what it is not meant to get', () => {
    for (const asked of [
      {},
      { action: 1 },
      { action: 'trtc:DismissRoom', resource: {}, context: [1, { a: 2 }], uin: 3 },
    ])
      assert.ok(ask(conditional, asked).answer.text.length > 0);
    assert.equal(ask(conditional, {}).verdict, 'unreadable');
  });
});

describe('choices of a question', () => {
  const choices = (asked: object): readonly string[] =>
    accessChoices(onlyPolicy(documentOf(one)), testContext, { ...asked }).map(({ value }) => value);
  it('are the actions of the policy’s services first, then other services; behind a colon those of the service', () => {
    const found = choices({});
    assert.ok(found.indexOf('trtc:DismissRoom') >= 0 && found.indexOf('trtc:DismissRoom') < found.indexOf('mps:'));
    assert.ok(choices({ typed: 'mps:Ed' }).includes('mps:EditMedia'));
    assert.deepEqual(choices({ typed: 'nosuch:' }), []);
  });
  it('are an action’s resources: its formats, those of the policy, and all', () => {
    assert.deepEqual(choices({ action: 'trtc:DismissRoom' }), [
      'qcs::trtc::uin/100000000001:sdkappid/${SdkAppId}',
      app('1'),
      app('2'),
      '*',
    ]);
    assert.deepEqual(choices({ action: 'trtc:CreateTrtcApp' }), ['*']);
  });
});

describe('code lenses', () => {
  const lenses = (text: string): readonly string[] =>
    codeLenses(documentOf(text), testContext, 'the.command').map(
      ({ range, command }) => `${range.start.line} ${command?.title ?? ''}`,
    );
  it('say what the policy comes to, and what statements make of each other', () => {
    assert.deepEqual(lenses(one), [
      '0 This policy allows 5 known actions of trtc, nosuch (reading: 2, changing: 3)',
      '3 Statement 1 is denied in part by statement 2',
      '14 Statement 2 takes away from statement 1',
    ]);
  });
  it('name statements without effect, and leave others alone', () => {
    const text = policy(
      statement('allow', 'trtc:RemoveUser'),
      statement('deny', 'trtc:Rem*'),
      statement('deny', 'mps:EditMedia'),
      statement('allow', 'trtc:CreateTrtcApp', app('1')),
      statement('allow', 'cmqqueue:ListQueue'),
      statement('allow', 'cmqqueue:ListQueue'),
    );
    assert.deepEqual(
      lenses(text).map((title) => title.replace(/^\d+ /u, '')),
      [
        'This policy allows 1 known action of cmqqueue (reading: 1, changing: 0)',
        'Statement 3 denies what this policy does not allow anyway; it counts against other policies',
        'Statement 1 allows nothing: statement 2 denies all of it',
        'Statement 4 reaches none of its actions: CAM asks about them with the resource *, which it does not name',
        'Statement 6 changes nothing: statement 5 says all of it',
      ],
    );
    const between = (...ranges: readonly string[]): object =>
      statement('allow', 'trtc:*', '*', { ip_equal: { 'qcs:ip': ranges } });
    const halves = [between('10.0.0.0/16'), between('10.1.0.0/16')];
    assert.deepEqual(
      lenses(policy(...halves, between('10.0.0.0/15'), between('10.0.0.0/16')))
        .slice(1)
        .map((title) => title.replace(/^\d+ /u, '')),
      [
        'Statement 3 changes nothing as long as the others stay: without it the policy allows and denies the same',
        'Statement 4 changes nothing: statement 1 says all of it',
      ],
    );
    const terraform = (resource: string): string =>
      `x = jsonencode({ version = "2.0", statement = [{ effect = "allow", action = "*", resource = ${resource} }] })`;
    const inTerraform = (resource: string): number =>
      codeLenses(documentOf(terraform(resource), { language: 'terraform' }), testContext, undefined).length;
    assert.deepEqual([inTerraform('"*"'), inTerraform('var.x')], [1, 0]);
    assert.deepEqual(lenses(''), []);
    assert.deepEqual(lenses(policy(statement('allow', '*'))), ['0 This policy allows every action of every service']);
  });
  it('count nothing where a wildcard stands for several services', () => {
    for (const [actions, services] of [
      [['cmq*:*'], 'cmq*'],
      [['*:Create*', 'trtc:D*'], '*:Create*, trtc'],
      [['trtc:D*', 'mps:*', 'cmqqueue:*', 'cmq*:*'], 'trtc, mps, cmqqueue, …'],
    ] as const)
      assert.deepEqual(lenses(policy(statement('allow', actions))), [`0 This policy allows actions of ${services}`]);
  });
  it('do not say of a deny what is not sure', () => {
    const named = policy(statement('allow', 'trtc:RemoveUser'), statement('deny', 'trtc:removeuser'));
    assert.deepEqual(lenses(named), ['0 This policy allows 1 known action of trtc (reading: 0, changing: 1)']);
  });
  it('say that every action is allowed only within bounds where there are some', () => {
    const within = ['0 This policy allows every action within its resources, conditions and denies'];
    const bucket = statement('allow', '*', 'qcs::cos:ap-guangzhou:uid/1250000000:b-1250000000/*');
    const fromWithin = statement('allow', '*', '*', { ip_equal: { 'qcs:ip': '10.0.0.0/8' } });
    assert.deepEqual(lenses(policy(bucket)), within);
    assert.deepEqual(lenses(policy(fromWithin)), within);
    assert.deepEqual(lenses(policy(statement('allow', '*'), statement('deny', 'mps:*')))[0], within[0]);
    assert.deepEqual(
      lenses(policy(bucket, statement('allow', '*')))[0],
      '0 This policy allows every action of every service',
    );
  });
});
