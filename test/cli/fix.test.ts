/** `cam-policy fix` and `cam-policy format`, as processes. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { testFolder } from './folder.js';
import { camPolicy, type RunOptions } from './run.js';

/** A policy with one mistake that has a fix, and one that has none. */
const wrong = (effect: string): string => `{
  "version": "2.0",
  "statement": [
    { "effect": "${effect}", "action": ["cvm:DescribeInstances"], "resource": ["*"] }
  ]
}
`;

describe('cam-policy fix', () => {
  const folder = testFolder();
  const fix = (args: readonly string[] = [], options: RunOptions = {}) =>
    camPolicy(['fix', ...args], { cwd: folder.path, ...options });
  const textOf = (name: string): string => readFileSync(path.join(folder.path, name), 'utf8');

  it('keeps mode, byte order mark, line ends and the end of the text; a second time changes nothing', async () => {
    const text = `\ufeff${wrong('Allow').replaceAll('\n', '\r\n').trimEnd()}`;
    const file = folder.write('a b/名.cam.json', text);
    if (process.platform !== 'win32') chmodSync(file, 0o640);
    folder.write('good.cam.json', wrong('allow'));
    const first = await fix();
    assert.deepEqual([first.code, first.out], [0, 'a b/名.cam.json\n']);
    assert.equal(first.complaints, 'files: 2; fixed: 1; errors left: 0\n');
    assert.equal(textOf('a b/名.cam.json'), text.replace('Allow', 'allow'));
    if (process.platform !== 'win32') assert.equal(statSync(file).mode & 0o777, 0o640);
    const before = statSync(file);
    const second = await fix();
    assert.deepEqual([second.code, second.out], [0, '']);
    assert.equal(statSync(file).mtimeMs, before.mtimeMs);
    assert.deepEqual(readdirSync(path.dirname(file)), ['名.cam.json'], 'nothing else is left behind');
  });

  it('ends with 1 where errors are left, and follows levels and configurations', async () => {
    folder.write('a.cam.json', wrong('dney'));
    const { code, complaints } = await fix();
    assert.equal(code, 1);
    assert.match(
      complaints,
      /^files: 1; fixed: 0; errors left: 1\nThese errors need a decision of yours\..*\n {2}a\.cam\.json:4:17 invalid-effect: .*\n$/u,
    );
    assert.equal(textOf('a.cam.json'), wrong('dney'), 'what may mean another thing is not changed');
    folder.write('a.cam.json', wrong('Allow'));
    assert.equal((await fix(['--rule', 'invalid-effect=off'])).out, '');
    folder.write('cam-policy.config.json', '{ "ignore": ["a.*"] }');
    assert.equal((await fix(['a.cam.json'])).out, '');
    assert.equal((await fix(['--no-config', '--quiet'])).complaints, '');
    assert.equal(textOf('a.cam.json'), wrong('allow'));
    for (const args of [['--nothing'], ['no-such-file'], ['--rule', 'x=off']]) assert.equal((await fix(args)).code, 2);
  });

  it('lists the first ten of the errors that are left, where they stand afterwards, and says how many more there are', async () => {
    const effects = ['Allow', ...Array.from({ length: 12 }, (_, index) => `no${index}`)];
    const statements = effects
      .map((effect) => `{ "effect": "${effect}", "action": ["cvm:DescribeInstances"], "resource": ["*"] }`)
      .join(',\n');
    folder.write('a.cam.json', `{ "version": "2.0", "statement": [\n${statements}\n] }\n`);
    const { complaints } = await fix(['--lang', 'zh-cn']);
    const lines = complaints.trimEnd().split('\n');
    assert.deepEqual([lines.length, lines[0]], [13, '文件：1；已修复：1；剩余错误：12']);
    assert.match(lines[2] ?? '', /^ {2}a\.cam\.json:3:13 invalid-effect: /u);
    assert.equal(lines[12], '  另有 2 处，可用 cam-policy check 列出');
  });

  it('prints what comes from standard input', async () => {
    const { code, out } = await fix(['-'], { input: wrong('Allow') });
    assert.deepEqual([code, out], [0, wrong('allow')]);
    const terraform = `resource "tencentcloud_cam_policy" "a" {\n  document = <<EOF\n${wrong('Allow')}EOF\n}\n`;
    const inHost = await fix(['--stdin-filename', 'main.tf', '-'], { input: terraform });
    assert.equal(inHost.out, terraform.replace('Allow', 'allow'));
    assert.equal((await fix(['-'], { input: wrong('allow') })).out, wrong('allow'));
    assert.equal((await fix(['-'], { input: `\ufeff${wrong('Allow')}` })).out, `\ufeff${wrong('allow')}`);
  });

  it('with --dry-run writes nothing and prints a patch that git applies', async () => {
    const names = ['a.cam.json', 'b c/名 %.cam.json', 'crlf.cam.json', 'mark.cam.json', 'end.cam.json'];
    if (process.platform !== 'win32') names.push('q"\t\\\n.cam.json');
    const textFor = (name: string, effect: string): string => {
      if (name === 'crlf.cam.json') return wrong(effect).replaceAll('\n', '\r\n');
      if (name === 'mark.cam.json') return `\ufeff${wrong(effect)}`;
      return name === 'end.cam.json' ? wrong(effect).trimEnd() : wrong(effect);
    };
    for (const name of names) folder.write(name, textFor(name, 'Allow'));
    const { code, out } = await fix(['--dry-run']);
    assert.equal(code, 1);
    for (const name of names) assert.equal(textOf(name), textFor(name, 'Allow'), name);
    execFileSync('git', ['init', '-q'], { cwd: folder.path });
    execFileSync('git', ['apply', '-'], { cwd: folder.path, input: out });
    for (const name of names) assert.equal(textOf(name), textFor(name, 'allow'), name);
    assert.deepEqual(await fix(['--dry-run', '--quiet']), { code: 0, out: '', complaints: '' });
    // From a folder below the root, whatever the path is written like.
    const cwd = path.join(folder.path, 'b c');
    for (const file of ['../a.cam.json', './../a.cam.json', path.join(folder.path, 'a.cam.json')]) {
      folder.write('a.cam.json', wrong('Allow'));
      execFileSync('git', ['apply', '-'], { cwd: folder.path, input: (await fix(['--dry-run', file], { cwd })).out });
      assert.equal(textOf('a.cam.json'), wrong('allow'), file);
    }
  });

  it('changes nothing where the configuration has mistakes or cannot be read, and says so', async () => {
    const text = wrong('Allow').replaceAll('\n', '');
    for (const name of ['a.cam.json', 'b/c.cam.json']) folder.write(name, text);
    folder.write('b/cam-policy.config.json', '{ "extends": "../base.json" }');
    folder.write('base.json', '{ "ingore": ["c.*"],\n "rules": { "no-such-rule": "off" } }');
    for (const command of ['fix', 'format']) {
      folder.write('a.cam.json', text);
      const { code, out, complaints } = await camPolicy([command], { cwd: folder.path });
      assert.deepEqual([code, out], [2, 'a.cam.json\n'], complaints);
      assert.match(complaints, /^cam-policy: base\.json:1:3: .*"ingore".* are left as they are\.$/mu);
      assert.match(complaints, /^cam-policy: base\.json:2:13: .*"no-such-rule".* are left as they are\.$/mu);
      assert.equal(textOf('b/c.cam.json'), text);
      assert.equal(
        (await camPolicy([command, '-', '--stdin-filename', 'b/x.cam.json'], { cwd: folder.path, input: text })).out,
        text,
      );
    }
    folder.write('a.cam.json', text);
    folder.write('cam-policy.config.json', Buffer.from([0xff]));
    assert.deepEqual([(await fix()).code, textOf('a.cam.json')], [2, text]);
    assert.equal((await fix(['--no-config'])).code, 0);
  });

  /** Code that runs in the process before the command does. */
  const meddling = (code: string): readonly string[] => ['--require', folder.write('meddle.cjs', code)];

  it('interrupted between writing and renaming loses nothing', async function () {
    if (process.platform === 'win32') this.skip();
    folder.write('a.cam.json', wrong('Allow'));
    const nodeArguments = meddling("require('node:fs').renameSync = () => process.kill(process.pid, 'SIGKILL');");
    assert.equal((await fix([], { nodeArguments })).code, null);
    assert.equal(textOf('a.cam.json'), wrong('Allow'));
    // What it left behind is no policy for the next run.
    assert.equal((await fix()).complaints, 'files: 1; fixed: 1; errors left: 0\n');
    assert.equal(textOf('a.cam.json'), wrong('allow'));
  });

  it('leaves a file that changed meanwhile, and says so; the others are fixed', async () => {
    for (const name of ['a.cam.json', 'b.cam.json']) folder.write(name, wrong('Allow'));
    const other = wrong('deny');
    const nodeArguments = meddling(`
      const fs = require('node:fs');
      const { fsyncSync } = fs;
      let done = false;
      fs.fsyncSync = (file) => {
        if (!done) fs.writeFileSync('a.cam.json', ${JSON.stringify(other)});
        done = true;
        fsyncSync(file);
      };
    `);
    const { code, out, complaints } = await fix([], { nodeArguments });
    assert.deepEqual([code, out], [2, 'b.cam.json\n']);
    assert.match(complaints, /^cam-policy: a\.cam\.json: changed meanwhile; left as it is$/mu);
    assert.equal(textOf('a.cam.json'), other);
    assert.deepEqual(
      readdirSync(folder.path).filter((name) => name.startsWith('.')),
      [],
    );
  });

  it('fixes what a link leads to, once; and leaves what may not be written', async function () {
    if (process.platform === 'win32') this.skip();
    folder.write('real/a.cam.json', wrong('Allow'));
    symlinkSync('real/a.cam.json', path.join(folder.path, 'link.cam.json'));
    assert.equal((await fix()).out, 'link.cam.json\n');
    assert.ok(lstatSync(path.join(folder.path, 'link.cam.json')).isSymbolicLink());
    assert.equal(textOf('real/a.cam.json'), wrong('allow'));
    const closed = folder.write('closed.cam.json', wrong('Allow'));
    chmodSync(closed, 0o444);
    chmodSync(folder.path, 0o777);
    const { code, complaints } = await fix([], process.getuid?.() === 0 ? { uid: 65534 } : {});
    assert.equal(code, 2);
    assert.match(complaints, /^cam-policy: closed\.cam\.json: cannot be written \(EACCES\)$/mu);
    assert.equal(textOf('closed.cam.json'), wrong('Allow'));
  });

  describe('format', () => {
    const format = (args: readonly string[] = [], options: RunOptions = {}) =>
      camPolicy(['format', ...args], { cwd: folder.path, ...options });

    it('lays policies out, and nothing else; a second time changes nothing', async () => {
      const terraform = `resource "tencentcloud_cam_policy" "a" {\n  document = <<EOF\n${wrong('allow')}EOF\n}\n`;
      folder.write('main.tf', terraform);
      folder.write('a.cam.json', '\ufeff{"version":"2.0",\r\n"statement":[]}');
      folder.write('open.cam.json', '{"version":"2.0');
      const checked = await format(['--check']);
      assert.deepEqual([checked.code, checked.out], [1, 'a.cam.json\n']);
      assert.equal((await format(['--dry-run'])).code, 1);
      const { code, out } = await format();
      assert.deepEqual([code, out], [0, 'a.cam.json\n']);
      assert.equal(textOf('a.cam.json'), '\ufeff{\r\n  "version": "2.0",\r\n  "statement": []\r\n}');
      assert.equal(textOf('main.tf'), terraform);
      assert.equal(textOf('open.cam.json'), '{"version":"2.0');
      assert.deepEqual(await format(['--check', '--quiet']), { code: 0, out: '', complaints: '' });
      assert.equal((await format(['--indent', 'tab', '-'], { input: '{"a":1}' })).out, '{\n\t"a": 1\n}');
      assert.equal((await format(['--indent', '4', '-'], { input: '{"a":1}' })).out, '{\n    "a": 1\n}');
    });
  });
});
