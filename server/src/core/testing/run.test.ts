/** What tests of policies come to, against answers that are known. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { shippedCatalogue as catalogue, shippedLanguage as language } from '../../../test/shipped-catalogue.js';
import { voiceOf, type Line } from '../access/words/voice.js';
import { decidingOf } from './deciding.js';
import { loadPolicies, subjectOf } from './load.js';
import { reachOf } from './reach.js';
import { readTestFile } from './read.js';
import { resultInWords } from './result-words.js';
import { runTests, type TestResult } from './run.js';

const facts = { catalogue, language };
const me = { uin: '100000000002', owner: '100000000001', appId: '1250000001' };
const app = (id: string): string => `qcs::trtc::uin/100000000001:sdkappid/${id}`;

const statement = (effect: string, action: unknown, resource: unknown = '*', condition?: object): object => ({
  effect,
  action,
  resource,
  ...(condition && { condition }),
});
const policy = (...statements: readonly object[]): string => JSON.stringify({ version: '2.0', statement: statements });

const files: { readonly [path: string]: string } = {
  './dev.cam.json': policy(
    statement('allow', 'trtc:*', '*', { ip_equal: { 'qcs:ip': '10.0.0.0/8' } }),
    statement('deny', 'trtc:RemoveUser', app('1')),
    statement('allow', 'cos:GetObject'),
  ),
  'less.cam.json': policy(statement('allow', 'cos:GetObject')),
  'policies/more.cam.json': policy(statement('allow', ['trtc:*', 'cos:*'])),
  'negated.cam.json': policy(statement('allow', 'cos:*', '*', { ip_not_equal: { 'qcs:ip': '10.0.0.0/8' } })),
  'office.cam.json': policy(statement('allow', 'cos:*', '*', { ip_equal: { 'qcs:ip': '10.0.0.0/8' } })),
  'but.cam.json': policy(
    statement('allow', 'cos:*'),
    statement('deny', 'cos:*', '*', { ip_not_equal: { 'qcs:ip': '10.0.0.0/8' } }),
  ),
  'mine.cam.json': policy(statement('allow', 'cvm:*', 'qcs::cvm:::instance/*')),
  'theirs.cam.json': policy(statement('allow', 'cvm:*', 'qcs::cvm::uin/100000000001:instance/*')),
  'broken.cam.json': '{ "version": ',
  'none.tf': 'locals {}\n',
  'two.tf': ['"cos:*"', '"cvm:*"']
    .map(
      (action, index) =>
        `p${index} = jsonencode({ version = "2.0", statement = [{ effect = "allow", action = ${action}, resource = "*" }] })\n`,
    )
    .join(''),
  'open.tf':
    'p = jsonencode({ version = "2.0", statement = [{ effect = "allow", action = var.a, resource = "*" }] })\n',
};

interface Run {
  readonly results: readonly TestResult[];
  readonly lines: readonly string[];
  /** What it rests on: the policy's name and the statement's number from 1. */
  readonly by: readonly string[];
  readonly reached: readonly string[];
}

const flat = ({ text, below }: Line): readonly string[] => [text, ...below.flatMap(flat)];

async function run(file: object, ...tests: readonly object[]): Promise<Run> {
  const named = tests.map((test) => ({ name: 'x', ...test }));
  const text = JSON.stringify({ policies: ['./dev.cam.json'], caller: me, ...file, tests: named });
  const read = readTestFile(text, {});
  assert.deepEqual(
    read.problems.map(({ message }) => message.en),
    [],
  );
  const loaded = await loadPolicies(read, (path) =>
    Promise.resolve(Object.hasOwn(files, path) ? files[path] : undefined),
  );
  const subject = subjectOf(read, loaded);
  const whole = 'problem' in subject ? undefined : subject;
  const results = runTests(read, loaded, facts);
  const told = { subject: whole, language, voice: voiceOf('en') };
  return {
    results,
    lines: results.map((result) => flat(resultInWords(result, told)).join(' | ')),
    by: results.map((result) => {
      const by = whole && decidingOf(result, whole, loaded);
      return by ? `${by.of.name}#${by.source.statement + 1}` : '';
    }),
    reached: whole
      ? reachOf(whole, results, facts).flatMap(({ of, statements }) =>
          statements.flatMap(({ index, requests }) => (requests > 0 ? [`${of.name}#${index + 1} ${requests}`] : [])),
        )
      : [],
  };
}

const outcomes = ({ results }: Run): readonly string[] =>
  results.map((result) => (result.is === 'broken' ? 'broken' : result.passed ? 'passed' : 'failed'));

/** Of one test of `file`. */
const outcome = async (file: object, test: object): Promise<string> => outcomes(await run(file, test)).join();

const remove = { action: 'trtc:RemoveUser', resource: app('1') };
const inside = { context: { 'qcs:ip': '10.0.0.1' } };

describe('a test of a request', () => {
  it('passes where the verdict is the expected one, and else fails', async () => {
    const verdicts: readonly (readonly [object, string])[] = [
      [{ ...remove, ...inside }, 'denied'],
      [{ ...remove, resource: app('2'), ...inside }, 'allowed'],
      [{ ...remove, resource: app('2') }, 'conditional'],
      [{ ...remove, resource: app('2'), context: { 'qcs:ip': null } }, 'not-allowed'],
      [{ action: 'cvm:RunInstances' }, 'not-allowed'],
    ];
    for (const [request, verdict] of verdicts)
      for (const expect of ['allowed', 'denied', 'not-allowed', 'conditional', 'undecided', 'refused']) {
        const isRight = expect === verdict || (expect === 'refused' && ['denied', 'not-allowed'].includes(verdict));
        assert.equal(await outcome({}, { ...request, expect }), isRight ? 'passed' : 'failed', `${verdict} ${expect}`);
      }
  });

  it('that no document decides passes as undecided only', async () => {
    const request = { action: 'cos:GetObject', resource: '*', context: { 'qcs:ip': null } };
    for (const expect of ['allowed', 'denied', 'not-allowed', 'refused', 'conditional', 'undecided'])
      assert.equal(
        await outcome({ policies: ['negated.cam.json'] }, { ...request, expect }),
        expect === 'undecided' ? 'passed' : 'failed',
        expect,
      );
  });

  it('says what to say where the answer hangs on it', async () => {
    const { lines, by } = await run({}, { action: 'trtc:DismissRoom', resource: app('2'), expect: 'allowed' });
    assert.match(
      lines[0] ?? '',
      /^Expected allowed, but: Allowed for some requests only.*Say in "context" what qcs:ip is\./u,
    );
    assert.deepEqual(by, ['dev.cam.json#1']);
  });

  it('is one for each action, and of several resources needs all', async () => {
    const asked = { action: ['trtc:DismissRoom', 'trtc:RemoveUser'], resource: [app('1'), app('2')], ...inside };
    assert.deepEqual(outcomes(await run({}, { ...asked, expect: 'allowed' })), ['passed', 'failed']);
  });

  it('takes caller and context of the file, and its own before them', async () => {
    const test = { action: 'trtc:DismissRoom', resource: app('2'), expect: 'allowed' };
    assert.equal(await outcome(inside, test), 'passed');
    assert.equal(await outcome(inside, { ...test, context: { 'qcs:ip': '8.8.8.8' } }), 'failed');
    assert.equal(await outcome(inside, { ...test, context: { 'qcs:mfa': 'true' } }), 'passed');
    // The root account may do all it owns.
    assert.equal(await outcome({}, { ...test, caller: { uin: me.owner } }), 'passed');
  });

  it('may name the statement that decides', async () => {
    const denied = { ...remove, ...inside, expect: 'denied' };
    for (const by of ['dev.cam.json#2', './dev.cam.json#2', '#2'])
      assert.equal(await outcome({}, { ...denied, by }), 'passed', by);
    const { lines, results } = await run({}, { ...denied, by: '#1' });
    assert.equal(results[0]?.passed, false);
    assert.match(lines[0] ?? '', /^Expected statement 1 of dev\.cam\.json to decide, but: Denied by statement 2\./u);
    for (const by of ['#4', '#0', 'other.cam.json#1', 'dev.cam.json', '#x'])
      assert.equal(await outcome({}, { ...denied, by }), 'broken', by);
    assert.equal(await outcome({}, { action: 'cvm:RunInstances', expect: 'not-allowed', by: '#1' }), 'broken');
    const several = { policies: ['./dev.cam.json', 'policies/more.cam.json'] };
    assert.equal(await outcome(several, { ...denied, by: '#2' }), 'broken');
    const allowed = { action: 'cos:PutObject', expect: 'allowed' };
    assert.equal(await outcome(several, { ...allowed, by: 'more.cam.json#1' }), 'passed');
  });

  it('is not run where its action or resource is no exact one', async () => {
    for (const test of [
      { action: 'trtc:*' },
      { action: 'trtc' },
      { action: 'name/trtc:RemoveUser' },
      { ...remove, resource: `${app('')}*` },
      { ...remove, resource: 'x' },
    ])
      assert.equal(await outcome({}, { ...test, expect: 'allowed' }), 'broken', JSON.stringify(test));
  });

  it('counts a boundary, and names policies where there are several', async () => {
    const bounded = { boundary: 'less.cam.json' };
    assert.equal(await outcome(bounded, { action: 'cos:GetObject', expect: 'allowed' }), 'passed');
    const { lines } = await run(bounded, { action: 'cos:GetObject', expect: 'denied' });
    assert.match(lines[0] ?? '', /statement 3 of dev\.cam\.json/u);
    const { results } = await run(bounded, {
      action: 'trtc:DismissRoom',
      resource: app('2'),
      ...inside,
      expect: 'allowed',
    });
    assert.equal(results[0]?.passed, false);
  });
});

describe('a test of all requests', () => {
  it('finds what is granted and should not be', async () => {
    assert.equal(await outcome({}, { notGranted: { actions: ['cam:*', 'sts:AssumeRole'] } }), 'passed');
    const { lines, results, by } = await run({}, { notGranted: { actions: ['cos:Get*'] } });
    assert.equal(results[0]?.passed, false);
    assert.match(lines[0] ?? '', /^Some of this is allowed: \| cos:GetObject on all resources, by statement 3/u);
    assert.doesNotMatch(lines[0] ?? '', /denied before/u);
    assert.deepEqual(by, ['dev.cam.json#3']);
  });

  it('looks at the resources that it names', async () => {
    const asked = (id: string): object => ({ notGranted: { actions: 'trtc:RemoveUser', resource: app(id) } });
    assert.equal(await outcome({}, asked('1')), 'passed');
    assert.equal(await outcome({}, asked('2')), 'failed');
    assert.equal(await outcome({}, asked('*')), 'failed');
  });

  it('is not run where a pattern is none: it would pass for nothing', async () => {
    for (const notGranted of [{ actions: ['cam'] }, { actions: ['cam:*'], resource: 'qcs' }])
      assert.equal(await outcome({}, { notGranted }), 'broken');
  });

  it('compares with other policies', async () => {
    assert.equal(await outcome({}, { within: 'policies/more.cam.json' }), 'passed');
    assert.equal(await outcome({}, { within: ['less.cam.json'] }), 'failed');
    assert.equal(await outcome({}, { within: ['less.cam.json', 'policies/more.cam.json'] }), 'passed');
    assert.equal(await outcome({}, { same: './dev.cam.json' }), 'passed');
    const { lines, by } = await run({}, { same: 'policies/more.cam.json' }, { within: 'less.cam.json' });
    assert.match(lines[0] ?? '', /^Less is allowed than by the reference:/u);
    assert.match(lines[1] ?? '', /^More is allowed than by the reference:/u);
    assert.deepEqual(by, ['policies/more.cam.json#1', 'dev.cam.json#1']);
  });

  it('that no document decides does not pass, and says so', async () => {
    const subject = { policies: ['but.cam.json'] };
    for (const test of [{ within: 'office.cam.json' }, { same: 'office.cam.json' }]) {
      const { lines, results } = await run(subject, test);
      assert.equal(results[0]?.passed, false);
      assert.match(lines[0] ?? '', /^It is not decided whether more is allowed\./u);
    }
    const { lines } = await run({ policies: ['office.cam.json'] }, { same: 'but.cam.json' });
    assert.match(lines[0] ?? '', /^It is not decided whether less is allowed\./u);
  });

  it('that hangs on whose account it is does not pass, and says so', async () => {
    const file = { policies: ['mine.cam.json'], caller: {} };
    const test = { within: 'theirs.cam.json' };
    const { lines, results } = await run(file, test);
    assert.equal(results[0]?.passed, false);
    assert.match(lines[0] ?? '', /say in "caller" what "owner" is/u);
    assert.equal(await outcome({ ...file, caller: { owner: me.owner } }, test), 'passed');
  });
});

describe('the policies of a test file', () => {
  it('may stand in other files', async () => {
    assert.equal(await outcome({ policies: ['two.tf#1'] }, { action: 'cos:GetObject', expect: 'allowed' }), 'passed');
    assert.equal(await outcome({ policies: ['two.tf#p0'] }, { action: 'cos:GetObject', expect: 'allowed' }), 'passed');
    assert.equal(await outcome({ policies: ['two.tf#2'] }, { action: 'cos:GetObject', expect: 'allowed' }), 'failed');
  });
  it('that cannot be had keep tests from running, and say why', async () => {
    const reasons: readonly (readonly [string, RegExp])[] = [
      ['nowhere.cam.json', /cannot be read/u],
      ['broken.cam.json', /JSON is not valid/u],
      ['none.tf', /holds no policy/u],
      ['two.tf', /holds 2 policies: say which/u],
      ['two.tf#3', /has no policy 3/u],
      ['two.tf#x', /has no policy x/u],
      ['open.tf', /only Terraform knows/u],
    ];
    for (const [path, reason] of reasons)
      for (const [file, test] of [
        [{ policies: [path] }, { action: 'cos:GetObject', expect: 'refused' }],
        [{ boundary: path }, { notGranted: { actions: 'cam:*' } }],
        [{}, { within: path }],
      ] as const) {
        const { lines, results } = await run(file, test);
        assert.equal(results[0]?.is, 'broken', path);
        assert.match(lines[0] ?? '', reason);
      }
  });
});

describe('the statements that tests reach', () => {
  it('are those that apply to a request, whether they decide or not', async () => {
    const tests = [
      { ...remove, ...inside, expect: 'denied' },
      { action: 'cvm:RunInstances', expect: 'not-allowed' },
      { notGranted: { actions: 'cos:*' } },
    ];
    assert.deepEqual((await run({}, ...tests)).reached, ['dev.cam.json#1 1', 'dev.cam.json#2 1']);
    const outside = { ...remove, context: { 'qcs:ip': '8.8.8.8' }, expect: 'denied' };
    assert.deepEqual((await run({}, outside)).reached, ['dev.cam.json#2 1']);
    const unsaid = { ...remove, resource: app('2'), expect: 'conditional' };
    assert.deepEqual((await run({ boundary: 'less.cam.json' }, unsaid)).reached, ['dev.cam.json#1 1']);
  });
});

/** Cases with answers, and the texts that they are asked of; they lie beside the repository. */
const worked = new URL('../../../../../shared/access-cases.json', `file://${__filename}`).pathname;

interface Case {
  readonly id: string;
  readonly kind: string;
  readonly policies: readonly object[];
  readonly boundary?: object;
  readonly request: {
    readonly principal?: { readonly uin?: string; readonly owner?: string; readonly appid?: string };
    readonly action: string;
    readonly resource: string | readonly string[];
    readonly context?: object;
  };
  readonly expect: { readonly verdict: string; readonly by?: { readonly policy: number; readonly statement: number } };
}

(existsSync(worked) ? describe : describe.skip)('the worked cases, as tests', () => {
  it('pass as they are expected, and not otherwise', async () => {
    const cases = (JSON.parse(readFileSync(worked, 'utf8')) as readonly Case[]).filter(({ kind }) => kind === 'can');
    assert.ok(cases.length > 10);
    for (const { id, policies, boundary, request, expect } of cases) {
      const { uin, owner, appid } = request.principal ?? {};
      const texts = new Map(policies.map((each, index) => [`p${index}.cam.json`, JSON.stringify(each)]));
      if (boundary) texts.set('limit.cam.json', JSON.stringify(boundary));
      const { action, resource, context = {} } = request;
      const test = { name: id, action, resource, context };
      for (const verdict of ['allowed', 'denied', 'not-allowed', 'conditional', 'undecided']) {
        const file = readTestFile(
          JSON.stringify({
            policies: policies.map((_, index) => `p${index}.cam.json`),
            ...(boundary && { boundary: 'limit.cam.json' }),
            caller: { ...(uin && { uin }), ...(owner && { owner }), ...(appid && { appId: appid }) },
            tests: [{ ...test, expect: verdict }],
          }),
          {},
        );
        const loaded = await loadPolicies(file, (path) => Promise.resolve(texts.get(path)));
        const [result] = runTests(file, loaded, facts);
        assert.equal(result?.passed, verdict === expect.verdict, `${id}: ${verdict}`);
      }
    }
  });
});
