/** The recipes of docs/ci.md: what their commands do in a repository with policies. No service and no container is asked. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { chmod, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parse } from 'yaml';
import { blocksIn } from '../docs/blocks.js';
import { repository } from '../host/install.js';
import { attempt, run } from '../host/process.js';
import { pack } from '../npm/package.js';

/** How long packing and installing may take, in ms. */
const patience = 300_000;

interface Workflow {
  readonly jobs?: Readonly<Record<string, { readonly steps: readonly { readonly run?: string }[] }>>;
}
/** A job of GitLab; its name is the key. */
interface Job {
  readonly script: readonly string[];
  readonly artifacts: { readonly reports: Readonly<Record<string, string>> };
}
interface Hook {
  readonly id: string;
  readonly entry: string;
  readonly files: string;
}
interface PreCommit {
  readonly repos?: readonly { readonly hooks: readonly Hook[] }[];
}

const blocks = blocksIn(readFileSync(path.join(repository, 'docs', 'ci.md'), 'utf8'));
const yaml = blocks.filter(({ info }) => info === 'yaml').map(({ text }) => parse(text) as Workflow & PreCommit);
const workflows = yaml.filter(({ jobs }) => jobs !== undefined);
const jobs = yaml.flatMap((file) =>
  Object.values(file as unknown as Readonly<Record<string, Partial<Job>>>).flatMap(({ script, artifacts }) =>
    script && artifacts ? [{ script, artifacts }] : [],
  ),
);
const commandsOf = ({ jobs = {} }: Workflow): readonly string[] =>
  Object.values(jobs).flatMap(({ steps }) => steps.flatMap((step) => step.run ?? []));

const policy = (action: string, resource = '*'): string =>
  JSON.stringify({ version: '2.0', statement: [{ effect: 'allow', action: [action], resource }] });
const good = policy('trtc:DescribeCallDetailInfo');
/** An action that cannot be restricted to the resource. */
const bad = policy('trtc:CreateTrtcApp', 'qcs::trtc::uin/100000000001:sdkappid/1400000000');

describe('The recipes for CI', function () {
  this.timeout(patience);
  let folder = '';
  const inside = (...names: readonly string[]): string => path.join(folder, ...names);
  const env = (): NodeJS.ProcessEnv => ({
    ...process.env,
    LC_ALL: 'C',
    // What `npm install --global` installs lands in the folder; no registry is asked.
    npm_config_prefix: inside('global'),
    npm_config_offline: 'true',
    PATH: `${inside('global', 'bin')}${path.delimiter}${process.env['PATH'] ?? ''}`,
  });
  const sh = (script: string, cwd = inside('repository')) => attempt('sh', ['-ec', script], { cwd, env: env() });
  const write = async (name: string, text: string): Promise<void> => {
    await mkdir(path.dirname(inside('repository', name)), { recursive: true });
    await writeFile(inside('repository', name), text);
  };

  before(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'cam-policy-ci-'));
    await mkdir(inside('repository', 'tools'), { recursive: true });
    await cp(await pack(), inside('repository', 'tools', 'cam-policy.tgz'));
    await write('policies/a.cam.json', good);
    const git = ['-c', 'user.name=x', '-c', 'user.email=x@example.com'];
    const options = { cwd: inside('repository') };
    await run('git', ['init', '--quiet'], options);
    await run('git', ['add', '--all'], options);
    await run('git', [...git, 'commit', '--quiet', '--message', 'first'], options);
    await run('git', ['update-ref', 'refs/remotes/origin/main', 'HEAD'], options);
    const installed = await sh('npm install --global ./tools/cam-policy.tgz');
    assert.equal(installed.code, 0, installed.output);
  });
  beforeEach(async () => {
    await rm(inside('repository', 'policies'), { recursive: true });
    await write('policies/a.cam.json', good);
  });
  after(() => rm(folder, { recursive: true, force: true }));

  it('are installed as the page says', () => {
    assert.ok(
      blocks.some(({ info, text }) => info === 'sh' && text === 'npm install --global ./tools/cam-policy.tgz\n'),
    );
    for (const workflow of workflows)
      assert.equal(commandsOf(workflow)[0], 'npm install --global ./tools/cam-policy.tgz');
  });

  it('pass where nothing is wrong, and fail where something is: each command of each workflow', async () => {
    assert.ok(workflows.length > 0);
    for (const command of workflows.flatMap((workflow) => commandsOf(workflow).slice(1))) {
      await write('policies/a.cam.json', good);
      const passed = await sh(command);
      assert.equal(passed.code, 0, `${command}\n${passed.output}`);
      await write('policies/a.cam.json', command.includes(' diff ') ? policy('trtc:*') : bad);
      const failed = await sh(command);
      assert.equal(failed.code, 1, `${command}\n${failed.output}`);
    }
  });

  it('leave a report for code scanning where the workflow uploads it from, also where something is wrong', async () => {
    const uploads = blocks.flatMap(({ text }) => /sarif_file: (\S+)/u.exec(text)?.[1] ?? []);
    assert.equal(uploads.length, 1);
    await write('policies/a.cam.json', bad);
    for (const command of workflows.flatMap(commandsOf).filter((one) => one.includes('sarif')))
      assert.equal((await sh(command)).code, 1);
    const text = await readFile(inside('repository', uploads[0] ?? ''), 'utf8');
    const { version, runs } = JSON.parse(text) as {
      readonly version: string;
      readonly runs: readonly { readonly results: readonly unknown[] }[];
    };
    assert.deepEqual([version, runs[0]?.results.length], ['2.1.0', 1]);
  });

  it('leave the reports of GitLab where the job names them, and fail where something is wrong', async () => {
    assert.equal(jobs.length, 1);
    for (const { script, artifacts } of jobs) {
      assert.equal((await sh(script.join('\n'))).code, 0);
      await write('policies/a.cam.json', bad);
      assert.equal((await sh(script.join('\n'))).code, 1);
      const { codequality = '', junit = '' } = artifacts.reports;
      const found = JSON.parse(await readFile(inside('repository', codequality), 'utf8')) as readonly {
        readonly check_name: string;
      }[];
      assert.deepEqual(
        found.map(({ check_name }) => check_name),
        ['no-resource-level-support'],
      );
      assert.match(await readFile(inside('repository', junit), 'utf8'), /<failure /u);
    }
  });

  it('check what is about to be committed, whatever it is called, and nothing else', async () => {
    const script = blocks.find(({ text }) => text.includes('--cached'))?.text ?? '';
    assert.match(script, /cam-policy check/u);
    await write('policies/b.cam.json', bad);
    assert.equal((await sh(script)).code, 0, 'not staged');
    await write('policies/two words 策略.cam.json', bad);
    await run('git', ['add', 'policies/two words 策略.cam.json'], { cwd: inside('repository') });
    const { code, output } = await sh(script);
    await run('git', ['reset', '--quiet'], { cwd: inside('repository') });
    // xargs tells that a command failed by a code of its own.
    assert.equal(code, 123, output);
    assert.match(output, /two words 策略\.cam\.json:1:/u);
    assert.doesNotMatch(output, /b\.cam\.json/u);
  });

  it('hook into pre-commit: the page and the repository have the same hooks, which work on the files they are given', async () => {
    const shown = yaml.flatMap(({ repos = [] }) => repos.flatMap(({ hooks }) => hooks));
    const own = parse(await readFile(path.join(repository, '.pre-commit-hooks.yaml'), 'utf8')) as readonly Hook[];
    assert.deepEqual(
      shown.map(({ id, entry, files }) => [id, entry, files]),
      own.map(({ id, entry, files }) => [id, entry, files]),
    );
    const text = async () => readFile(inside('repository', 'policies', 'a.cam.json'), 'utf8');
    for (const { entry, files } of own) {
      assert.ok(new RegExp(files, 'u').test('policies/a.cam.json') && !new RegExp(files, 'u').test('a.json'));
      const before = entry.endsWith('fix') ? good.replace('allow', 'Allow') : good;
      await write('policies/a.cam.json', before);
      assert.equal((await sh(`${entry} policies/a.cam.json`)).code, 0);
      // A hook that changes a file fails the commit by that.
      assert.equal((await text()) === before, entry.endsWith('check'), entry);
      await write('policies/a.cam.json', bad);
      assert.equal((await sh(`${entry} policies/a.cam.json`)).code, entry.endsWith('format') ? 0 : 1);
    }
  });

  it('fit into a container: each step of the file', async () => {
    const file = blocks.find(({ info }) => info === 'dockerfile')?.text ?? '';
    const values = (instruction: string): readonly string[] =>
      file
        .split('\n')
        .flatMap((line) => (line.startsWith(`${instruction} `) ? [line.slice(instruction.length + 1)] : []));
    const [source = '', target = ''] = values('COPY')[0]?.split(' ') ?? [];
    await mkdir(inside('container'));
    const moved = inside('container', path.basename(target));
    await cp(inside('repository', source), moved);
    const installed = await sh((values('RUN')[0] ?? '').replaceAll(target, moved), inside('container'));
    assert.equal(installed.code, 0, installed.output);
    await assert.rejects(readFile(moved), 'the tarball is gone');
    const words = [...values('ENTRYPOINT'), ...values('CMD')].flatMap(
      (value) => JSON.parse(value) as readonly string[],
    );
    // The page mounts the policies read-only.
    await chmod(inside('repository', 'policies', 'a.cam.json'), 0o444);
    const { code, output } = await sh(words.join(' '));
    assert.equal(code, 0, output);
    assert.match(output, /files checked: 1;/u);
  });
});
