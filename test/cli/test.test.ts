/** `cam-policy test`, as a process. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { DOMParser } from '@xmldom/xmldom';
import { repository } from '../host/install.js';
import { testFolder } from './folder.js';
import { camPolicy, type Outcome } from './run.js';

const policy = (...statement: readonly object[]): string => JSON.stringify({ version: '2.0', statement });
const read = { effect: 'allow', action: 'cos:GetObject', resource: '*' };
const office = { ...read, action: 'cos:PutObject', condition: { ip_equal: { 'qcs:ip': '10.0.0.0/8' } } };

describe('cam-policy test', () => {
  const folder = testFolder();
  const run = (...args: readonly string[]): Promise<Outcome> => camPolicy(['test', ...args], { cwd: folder.path });
  const tests = (name: string, ...all: readonly object[]): void => {
    folder.write(name, JSON.stringify({ policies: ['a.cam.json'], tests: all }, undefined, 1));
  };

  beforeEach(() => {
    folder.write('a.cam.json', policy(read, office));
  });

  const passing = { name: 'reads', action: 'cos:GetObject', expect: 'allowed' };
  const failing = { name: 'writes <&"', action: 'cos:PutObject', expect: 'allowed' };
  const broken = { name: 'none', within: 'nowhere.cam.json' };

  it('ends with the same code where nobody reads what it says', async function () {
    if (process.platform === 'win32') this.skip();
    tests('a.cam.test.json', passing, broken);
    const script = path.join(repository, 'dist', 'cli.js');
    const child = spawn(process.execPath, [script, 'test'], { cwd: folder.path });
    child.stdout.destroy();
    child.stderr.destroy();
    const [code] = (await once(child, 'exit')) as [number];
    assert.equal(code, 2);
  });

  it('ends with 0 where all pass, 1 where some fail, 2 where one cannot be run', async () => {
    tests('a.cam.test.json', passing);
    assert.equal((await run()).code, 0);
    tests('a.cam.test.json', passing, failing);
    const { code, out } = await run();
    assert.equal(code, 1);
    assert.match(out, /^a\.cam\.test\.json\n {2}ok {2}reads\n {2}FAILED {2}writes/u);
    assert.match(out, /a\.cam\.test\.json:\d+:\d+: Expected allowed, but:/u);
    assert.match(out, /Say in "context" what qcs:ip is\.[^]*a\.cam\.json:1:\d+: statement 2\n/u);
    tests('a.cam.test.json', passing, failing, broken);
    const third = await run();
    assert.equal(third.code, 2);
    assert.match(third.out, /NOT RUN {2}none[^]*nowhere\.cam\.json cannot be read/u);
    assert.match(third.out, /passed: 1, failed: 1, not run: 1\n$/u);
  });

  it('says which statements it leaves out, as CAM refuses them', async () => {
    folder.write('a.cam.json', policy(read, { effect: 'deny', action: 'cos:*' }));
    tests('a.cam.test.json', passing);
    tests('b.cam.test.json', passing);
    const { code, complaints } = await run();
    assert.equal(code, 0);
    assert.equal(complaints.match(/a\.cam\.json: CAM refuses the policy .* in statement 2 is left out/gu)?.length, 1);
    const { files } = JSON.parse((await run('--format', 'json')).out) as { readonly files: readonly object[] };
    const [first] = files as readonly { readonly leftOut: readonly object[] }[];
    assert.deepEqual(
      first?.leftOut.map((each) => ({ ...each, column: 0 })),
      [{ path: 'a.cam.json', statement: 2, line: 1, column: 0 }],
    );
    // What it may say besides leaves the answer open.
    folder.write('a.cam.json', policy(read, { effect: 'deny', notaction: 'cos:*', resource: '*' }));
    assert.equal((await run()).code, 1);
  });

  it('finds test files below folders, and policies from where a test file lies', async () => {
    folder.write('deep/er/b.cam.json', policy(read));
    folder.write(
      'deep/er/b.cam.test.json',
      JSON.stringify({ policies: ['./b.cam.json'], boundary: '../../a.cam.json', tests: [passing] }),
    );
    folder.write('node_modules/c.cam.test.json', '{');
    tests('a.cam.test.json', passing);
    const { code, out } = await run('--format', 'json');
    assert.equal(code, 0);
    const { files, counts } = JSON.parse(out) as {
      readonly files: readonly { readonly path: string }[];
      readonly counts: object;
    };
    assert.deepEqual(
      [files.map(({ path }) => path), counts],
      [['a.cam.test.json', 'deep/er/b.cam.test.json'], { passed: 2, failed: 0, broken: 0 }],
    );
    assert.equal((await run('deep')).code, 0);
  });

  it('never passes for nothing', async () => {
    const nothing = await run();
    assert.equal(nothing.code, 2);
    assert.match(nothing.complaints, /no test files/u);
    tests('a.cam.test.json');
    assert.equal((await run()).code, 2);
    tests('a.cam.test.json', passing);
    const none = await run('--filter', 'nothing');
    assert.deepEqual([none.code, /no test has a name/u.test(none.complaints)], [2, true]);
    assert.equal((await run('nowhere.cam.test.json')).code, 2);
    assert.equal((await run('-')).code, 2);
  });

  it('says what is wrong with a file, and runs the rest', async () => {
    tests('a.cam.test.json', passing, { name: 'odd', action: 'cos:GetObject', expect: 'ok' });
    folder.write('b.cam.test.json', '{ "policies": ["a.cam.json"], "tests": [');
    const { code, out, complaints } = await run();
    assert.equal(code, 2);
    assert.match(complaints, /a\.cam\.test\.json:\d+:\d+: "ok" is not possible here/u);
    assert.match(complaints, /b\.cam\.test\.json:1:\d+: /u);
    assert.match(out, /ok {2}reads/u);
  });

  it('runs the tests of a name, in any case', async () => {
    tests('a.cam.test.json', passing, failing, {
      ...passing,
      name: 'both',
      action: ['cos:GetObject', 'cos:PutObject'],
    });
    assert.equal((await run('--filter', 'READ')).code, 0);
    assert.equal((await run('--filter', 'getobject')).code, 0);
    assert.equal((await run('--filter', 'both')).code, 1);
  });

  it('writes XML that JUnit readers take', async () => {
    tests('a.cam.test.json', passing, failing, broken);
    const { out } = await run('--format', 'junit', '--coverage');
    const root = new DOMParser().parseFromString(out, 'text/xml').documentElement;
    const counts = ['tests', 'failures', 'errors'].map((name) => root?.getAttribute(name));
    assert.deepEqual(counts, ['3', '1', '1']);
    const names = [...(root?.getElementsByTagName('testcase') ?? [])].map((each) => each.getAttribute('name'));
    assert.deepEqual(names, ['reads', 'writes <&"', 'none']);
    assert.match(root?.getElementsByTagName('failure')[0]?.getAttribute('message') ?? '', /^Expected allowed, but/u);
  });

  it('writes TAP', async () => {
    tests('a.cam.test.json', passing, { ...failing, name: 'writes #1' });
    const { out, code } = await run('--format', 'tap');
    assert.equal(code, 1);
    assert.match(
      out,
      /^TAP version 14\n1\.\.2\n# a\.cam\.test\.json\nok 1 - reads\nnot ok 2 - writes \\#1\n {2}---\n/u,
    );
    assert.match(out, /\n {2}actual: "conditional"\n/u);
  });

  it('lists the statements that no test reaches', async () => {
    tests('a.cam.test.json', passing);
    const { out } = await run('--coverage');
    assert.match(out, /reaches: 1 of 2\n {2}no test reaches:\n {4}a\.cam\.json:1:\d+: statement 2\n/u);
    const json = JSON.parse((await run('--coverage', '--format', 'json')).out) as {
      readonly files: readonly {
        readonly coverage: readonly { readonly statement: number; readonly requests: number }[];
      }[];
    };
    assert.deepEqual(
      json.files[0]?.coverage.map(({ statement, requests }) => [statement, requests]),
      [
        [1, 1],
        [2, 0],
      ],
    );
  });

  it('speaks Chinese', async () => {
    tests('a.cam.test.json', failing);
    const { out } = await run('--lang', 'zh-cn');
    assert.match(out, /失败[^]*期望 allowed，但：/u);
  });
});
