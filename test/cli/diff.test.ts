/** `cam-policy diff`, as a process. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { camPolicy, type Outcome } from './run.js';
import { sarifLog } from './sarif.js';

const statement = (effect: string, action: string, resource = '*', condition = {}): object => ({
  effect,
  action,
  resource,
  condition,
});
const app = 'qcs::trtc::uin/100000000001:sdkappid/1400000000';

interface Answer {
  readonly newAccess: string;
  readonly because?: readonly string[];
  readonly examples: readonly Readonly<Record<string, unknown>>[];
  readonly lostAccess: string;
  readonly files?: readonly { readonly path: string; readonly newAccess: string; readonly lostAccess: string }[];
}

describe('cam-policy diff', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'cam-policy-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });
  const write = (name: string, ...statements: readonly object[]): void => {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify({ version: '2.0', statement: statements }));
  };
  const run = (...args: readonly string[]): Promise<Outcome> => camPolicy(['diff', ...args], { cwd: folder });
  const answer = async (...args: readonly string[]): Promise<Answer> =>
    JSON.parse((await run('--json', ...args)).out) as Answer;

  const all = statement('allow', 'trtc:*', app);
  const but = statement('deny', 'trtc:RemoveUser', app);

  it('answers in the fixed form, and fails where it is asked to', async () => {
    write('a.cam.json', all, but);
    write('b.cam.json', all);
    assert.deepEqual(await answer('a.cam.json', 'b.cam.json'), {
      short: `newly allows trtc:RemoveUser on ${app}`,
      newAccess: 'yes',
      examples: [
        {
          action: 'trtc:RemoveUser',
          resource: app,
          context: {},
          statement: 0,
          of: { actions: 'trtc:RemoveUser', resources: app, known: { write: 1 } },
        },
      ],
      lostAccess: 'no',
      lostExamples: [],
    });
    const codes = async (...args: readonly string[]): Promise<readonly (number | null)[]> => [
      (await run(...args)).code,
      (await run(...args, '--fail-on', 'new-access')).code,
      (await run(...args, '--fail-on', 'any-change')).code,
    ];
    assert.deepEqual(await codes('a.cam.json', 'b.cam.json'), [0, 1, 1]);
    assert.deepEqual(await codes('b.cam.json', 'a.cam.json'), [0, 0, 1]);
    assert.deepEqual(await codes('a.cam.json', 'a.cam.json'), [0, 0, 0]);
  });

  it('says what it hangs on, and lets that pass where it may', async () => {
    const range = { 'qcs:ip': '10.0.0.0/8' };
    write('a.cam.json', statement('allow', 'cos:*', '*', { ip_equal: range }));
    write('b.cam.json', statement('allow', 'cos:*'), statement('deny', 'cos:*', '*', { ip_not_equal: range }));
    const undecided = await answer('a.cam.json', 'b.cam.json');
    assert.deepEqual([undecided.newAccess, undecided.because], ['undecided', ['absentNegated']]);
    const fail = ['a.cam.json', 'b.cam.json', '--fail-on', 'new-access'];
    assert.equal((await run(...fail)).code, 3);
    assert.equal((await run(...fail, '--on-undecided', 'warn')).code, 0);
    write('c.cam.json', statement('allow', 'cvm:*', 'qcs::cvm:::instance/*'));
    write('d.cam.json', statement('allow', 'cvm:*', 'qcs::cvm::uin/100000000001:instance/*'));
    assert.equal((await answer('c.cam.json', 'd.cam.json')).newAccess, 'depends');
    assert.equal((await answer('c.cam.json', 'd.cam.json', '--owner', '100000000001')).newAccess, 'no');
  });

  it('compares folders by the names of files, and a revision of git with the working tree', async () => {
    const git = (...args: readonly string[]): string =>
      execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args], {
        cwd: folder,
        encoding: 'utf8',
      });
    write('p/same.cam.json', all);
    write('p/deep/changed.cam.json', all, but);
    write('p/gone.cam.json', all);
    write('marked.cam.json', all);
    const marked = path.join(folder, 'marked.cam.json');
    writeFileSync(marked, `\ufeff${readFileSync(marked, 'utf8')}`);
    git('init', '-q');
    git('add', '.');
    git('commit', '-qm', 'first');
    write('p/deep/changed.cam.json', all);
    write('p/added.cam.json', all);
    rmSync(path.join(folder, 'p/gone.cam.json'));
    const { newAccess, lostAccess, files = [] } = await answer('HEAD:p', 'p');
    assert.deepEqual([newAccess, lostAccess], ['yes', 'yes']);
    assert.deepEqual(
      files.map((file) => [file.path, file.newAccess, file.lostAccess]),
      [
        ['p/added.cam.json', 'yes', 'no'],
        ['p/deep/changed.cam.json', 'yes', 'no'],
        ['HEAD:p/gone.cam.json', 'no', 'yes'],
        ['p/same.cam.json', 'no', 'no'],
      ],
    );
    assert.equal((await answer('HEAD:p/same.cam.json', 'p/same.cam.json')).newAccess, 'no');
    assert.match((await run('HEAD:p', 'p')).out, /# p\/added[^]*allow the same as before: 1\n$/u);
    // What cannot be read is named, and the others are compared all the same.
    writeFileSync(path.join(folder, 'p/cut.cam.json'), '{');
    const cut = await run('HEAD:p', 'p', '--json');
    assert.equal(cut.code, 2);
    assert.match(cut.complaints, /p\/cut\.cam\.json/u);
    assert.equal((JSON.parse(cut.out) as Answer).files?.length, 4);
    assert.match((await run('HEAD:none', 'p')).complaints, /HEAD:none: .*none/u);
    // git gives a byte order mark as it is.
    assert.equal((await answer('HEAD:marked.cam.json', 'marked.cam.json')).newAccess, 'no');
  });

  it('tells GitHub and programs that read SARIF where the new access stands', async () => {
    write('a.cam.json', all, but);
    writeFileSync(path.join(folder, 'b, c.cam.json'), `{"version":"2.0","statement":[\n${JSON.stringify(all)}]}`);
    const { out } = await run('a.cam.json', 'b, c.cam.json', '--format', 'github');
    assert.match(
      out,
      /^::warning file=b%2C c\.cam\.json,line=2,col=1,endLine=2,title=new-access::Newly allowed: trtc:RemoveUser among trtc:\* on .*; denied before by statement 2/u,
    );
    const [sarif] = sarifLog((await run('a.cam.json', 'b, c.cam.json', '--format', 'sarif')).out).runs;
    assert.deepEqual(
      sarif?.results?.map(({ ruleId }) => ruleId),
      ['new-access'],
    );
    assert.deepEqual(sarif.results[0]?.locations?.[0]?.physicalLocation?.artifactLocation, {
      uri: 'b%2C%20c.cam.json',
      uriBaseId: '%SRCROOT%',
    });
    assert.equal(sarif.results[0].locations[0].physicalLocation.region?.startLine, 2);
  });

  it('writes SARIF that is valid whatever it says, with addresses from the root', async () => {
    const git = (...args: readonly string[]): void => {
      execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...args], { cwd: folder, stdio: 'ignore' });
    };
    const odd = 'p/名 100%#?[1].cam.json';
    write(odd, statement('allow', 'cvm:[x](y){0}*'));
    write('p/gone.cam.json', all);
    write('p/account.cam.json', statement('allow', 'cvm:*', 'qcs::cvm::uin/100000000001:*'));
    write('p/doubt.cam.json', statement('allow', 'cos:*', '*', { ip_equal: { 'qcs:ip': '10.0.0.0/8' } }));
    git('init');
    git('add', '.');
    git('commit', '-m', 'all');
    write(odd, statement('allow', 'cvm:*'));
    rmSync(path.join(folder, 'p/gone.cam.json'));
    write('p/account.cam.json', statement('allow', 'cvm:*', 'qcs::cvm:::*'));
    const outside = statement('deny', 'cos:*', '*', { ip_not_equal: { 'qcs:ip': '10.0.0.0/8' } });
    write('p/doubt.cam.json', statement('allow', 'cos:*'), outside);
    const addresses = async (cwd: string, ...args: readonly string[]): Promise<ReadonlySet<unknown>> => {
      const { out } = await camPolicy(['diff', ...args, '--format', 'sarif'], { cwd: path.join(folder, cwd) });
      const results = sarifLog(out).runs[0]?.results ?? [];
      assert.deepEqual(
        new Set(results.map(({ ruleId }) => ruleId)),
        new Set(['new-access', 'lost-access', 'access-undecided']),
      );
      return new Set(results.map(({ locations }) => locations?.[0]?.physicalLocation?.artifactLocation?.uri));
    };
    const expected = new Set([
      `p/${encodeURIComponent('名 100%#?[1].cam.json')}`,
      ...['account', 'doubt', 'gone'].map((name) => `p/${name}.cam.json`),
    ]);
    assert.deepEqual(await addresses('', 'HEAD:p', 'p'), expected);
    assert.deepEqual(await addresses('p', 'HEAD:./', '.'), expected);
  });

  const terraform = (name: string, action: string): string =>
    `resource "tencentcloud_cam_policy" "${name}" {\n  document = jsonencode({ version = "2.0", statement = [{ effect = "allow", action = "${action}", resource = "*" }] })\n}\n`;

  it('compares policies of Terraform by their names, wherever they stand', async () => {
    writeFileSync(path.join(folder, 'a.tf'), terraform('one', 'cos:*') + terraform('two', 'cvm:*'));
    writeFileSync(
      path.join(folder, 'b.tf'),
      terraform('new', 'cdn:*') + terraform('one', 'cos:*') + terraform('two', 'cvm:Describe*'),
    );
    const { files = [] } = await answer('a.tf', 'b.tf');
    const told = files.map(({ path: file, newAccess, lostAccess }) => `${file} ${newAccess} ${lostAccess}`);
    assert.deepEqual(told.sort(), ['b.tf#new yes no', 'b.tf#one no no', 'b.tf#two no yes']);
    const { newAccess, lostAccess } = await answer('a.tf#two', 'b.tf#two');
    assert.deepEqual([newAccess, lostAccess], ['no', 'yes']);
    write('c.cam.json', statement('allow', 'cvm:*'));
    assert.equal((await answer('a.tf#two', 'c.cam.json')).newAccess, 'no');
    assert.match((await run('a.tf#two', 'b.tf')).complaints, /one policy only/u);
    assert.match((await run('a.tf#two', 'b.tf#no')).complaints, /has no policy no/u);
  });

  it('tells who gains where a principal changes, and which names are made up', async () => {
    const trust = (principal: unknown): string =>
      JSON.stringify({ version: '2.0', statement: [{ effect: 'allow', action: 'sts:AssumeRole', principal }] });
    writeFileSync(path.join(folder, 'a.cam.json'), trust({ service: ['cvm.qcloud.com'] }));
    writeFileSync(path.join(folder, 'b.cam.json'), trust('*'));
    assert.match((await run('a.cam.json', 'b.cam.json')).out, / for a principal whom no statement names\n/u);
    write('c.cam.json', statement('allow', 'cmqtopic:List*'));
    write('d.cam.json');
    write(
      'e.cam.json',
      ...['ListTopic', 'ListTopicDetail', 'ListSubscriptionByTopic'].map((name) =>
        statement('allow', `cmqtopic:${name}`),
      ),
    );
    assert.match(
      (await run('e.cam.json', 'c.cam.json')).out,
      /ListExample, a name that the catalogue does not have, on/u,
    );
    assert.deepEqual((await answer('e.cam.json', 'c.cam.json')).examples[0]?.['made'], ['action']);
    assert.equal((await answer('d.cam.json', 'c.cam.json')).examples[0]?.['made'], undefined);
  });

  it('takes what CAM refuses for nothing before, and not for an answer after', async () => {
    write('bad.cam.json', { ...statement('Permit', 'cvm:*') });
    write('good.cam.json', all);
    const { code, complaints } = await run('bad.cam.json', 'good.cam.json', '--fail-on', 'new-access');
    assert.equal(code, 1);
    assert.match(complaints, /bad\.cam\.json: CAM refuses the policy as it is: what is wrong in statement 1/u);
    assert.equal((await run('good.cam.json', 'bad.cam.json')).code, 2);
  });

  it('refuses what it cannot compare', async () => {
    write('a.cam.json', all);
    assert.match((await run('a.cam.json')).complaints, /BEFORE and AFTER/u);
    const { code, complaints } = await run('a.cam.json', 'none.cam.json');
    assert.equal(code, 2);
    assert.match(complaints, /none\.cam\.json: no such file/u);
    assert.equal((await answer('/dev/null', 'a.cam.json')).newAccess, 'yes');
  });
});
