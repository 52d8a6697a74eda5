/** Which files `cam-policy check` looks at, and what it says of those that it cannot. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { repository } from '../host/install.js';
import { testFolder } from './folder.js';
import { reportOf } from './report.js';
import { camPolicy, type RunOptions } from './run.js';

const bad = readFileSync(path.join(repository, 'examples/bad/mps-restricted.cam.json'), 'utf8');
const good = readFileSync(path.join(repository, 'examples/good/three-products.cam.json'), 'utf8');

describe('files of cam-policy check', () => {
  const folder = testFolder();
  const write = (...names: readonly string[]): void => {
    for (const name of names) folder.write(name, good);
  };
  const checked = async (...args: readonly string[]): Promise<readonly string[]> => {
    const { code, out, complaints } = await camPolicy(['check', '--format', 'json', ...args], { cwd: folder.path });
    assert.equal(code, 0, complaints);
    return reportOf(out).files.map((file) => file.path);
  };
  const failing = (args: readonly string[], options: RunOptions = {}) =>
    camPolicy(['check', '--format', 'json', ...args], { cwd: folder.path, ...options });

  it('are those that patterns stand for', async () => {
    write('a.json', 'b/c.json', 'b/d/e.json', 'b/d/.f.json', 'node_modules/g.json', 'b/[x].json');
    assert.deepEqual(await checked('*.json'), ['a.json']);
    assert.deepEqual(await checked('b/**/*.json'), ['b/[x].json', 'b/c.json', 'b/d/e.json']);
    assert.deepEqual(await checked('b/{c,d/e}.json', 'a.js?n', '**/.f.json'), [
      'b/c.json',
      'b/d/e.json',
      'a.json',
      'b/d/.f.json',
    ]);
    assert.deepEqual(await checked('b/[x].json'), ['b/[x].json'], 'a file of this very name');
    assert.deepEqual(await checked(`${folder.path}/b/*.json`), [
      path.join(folder.path, 'b/[x].json'),
      path.join(folder.path, 'b/c.json'),
    ]);
    const { code, complaints } = await failing(['x/*.json', 'a.json']);
    assert.equal(code, 2);
    assert.match(complaints, /x\/\*\.json: /u);
  });

  it('of a folder are policies and what holds policies, but for what git ignores', async () => {
    write('a.cam.json', 'b.cam.json', 'c/a.cam.json', 'c/d.cam.json', 'out/x.cam.json', 'e/out/y.cam.json', 'z.json');
    folder.write('main.tf', '');
    folder.write('.gitignore', '\ufeff# built\n/out/\nb.*\n!c/b.*\n*d.cam.json\n');
    folder.write('c/.gitignore', '!d.cam.json\r\n');
    folder.write('c/b.cam.json', good);
    const all = ['a.cam.json', 'c/a.cam.json', 'c/b.cam.json', 'c/d.cam.json', 'e/out/y.cam.json', 'main.tf'];
    assert.deepEqual(await checked(), all);
    // As git itself says.
    execFileSync('git', ['init', '-q'], { cwd: folder.path });
    const listed = execFileSync('git', ['ls-files', '-o', '--exclude-standard', '*.cam.json', '*.tf'], {
      cwd: folder.path,
      encoding: 'utf8',
    });
    assert.deepEqual(listed.trim().split('\n').sort(), all);
    assert.deepEqual(await checked('c'), ['c/a.cam.json', 'c/b.cam.json', 'c/d.cam.json']);
    assert.deepEqual(await checked('out', 'b.cam.json'), ['out/x.cam.json', 'b.cam.json'], 'named ones');
    folder.write('.git/info/exclude', 'e/\n');
    assert.deepEqual(await checked('.', 'e'), [...all.filter((name) => !name.startsWith('e')), 'e/out/y.cam.json']);
  });

  it('are not waited for where .gitignore holds a pattern that takes long to match, or is none', async function () {
    if (process.platform === 'win32') this.skip();
    folder.write('.gitignore', `${'*a'.repeat(30)}b\n${'**/'.repeat(30)}zzz\n${'[a-'.repeat(100)}\n\\\n!\n`);
    write(`${'a'.repeat(200)}.cam.json`);
    mkdirSync(path.join(folder.path, 'b', '.gitignore'), { recursive: true });
    mkdirSync(path.join(folder.path, 'c'));
    execFileSync('mkfifo', [path.join(folder.path, 'c', '.gitignore')]);
    write('b/x.cam.json', 'c/x.cam.json');
    assert.equal((await checked()).length, 3);
  });

  it('that cannot be read are named, and the others are checked', async function () {
    if (process.platform === 'win32') this.skip();
    const isRoot = process.getuid?.() === 0;
    write('a.cam.json', 'closed/b.cam.json', 'c.cam.json');
    chmodSync(folder.path, 0o755);
    chmodSync(path.join(folder.path, 'c.cam.json'), 0);
    chmodSync(path.join(folder.path, 'closed'), 0);
    symlinkSync('loop.cam.json', path.join(folder.path, 'loop.cam.json'));
    const { code, out, complaints } = await failing([], isRoot ? { uid: 65534 } : {});
    chmodSync(path.join(folder.path, 'closed'), 0o755);
    assert.equal(code, 2);
    assert.deepEqual(
      reportOf(out).files.map((file) => file.path),
      ['a.cam.json'],
    );
    assert.match(complaints, /^cam-policy: c\.cam\.json: no permission to read$/mu);
    assert.match(complaints, /^cam-policy: closed: no permission to read$/mu);
    assert.match(complaints, /^cam-policy: loop\.cam\.json: cannot be read \(ELOOP\)$/mu);
    assert.equal(complaints.trim().split('\n').length, 3, complaints);
  });

  it('may be many, large or oddly named: memory stays bounded, and nothing hangs', async function () {
    if (process.platform === 'win32') this.skip();
    const count = 5000;
    for (let index = 0; index < count; index++) {
      if (index % 1000 === 0) mkdirSync(path.join(folder.path, `${index}`));
      const name = `${index - (index % 1000)}/${index} 名\n'"$(x)\u001b[31m.cam.json`;
      writeFileSync(path.join(folder.path, name), index % 100 === 0 ? bad : good);
    }
    folder.write('huge.cam.json', '');
    truncateSync(path.join(folder.path, 'huge.cam.json'), 200_000_000);
    execFileSync('mkfifo', [path.join(folder.path, 'pipe.cam.json')]);
    for (const format of ['json', 'sarif', 'gitlab', 'junit', 'text', 'github']) {
      // JUnit's counts come before what they count: it is kept until all is known.
      const nodeArguments = [`--max-old-space-size=${format === 'junit' ? 80 : 40}`];
      const { code, out, complaints } = await failing(['--format', format], { nodeArguments });
      assert.equal(code, 2, `${format}: ${complaints.slice(0, 500)}`);
      assert.match(complaints, /huge\.cam\.json: too large/u);
      assert.match(complaints, /pipe\.cam\.json: not a regular file/u);
      if (format === 'json') assert.equal(reportOf(out).files.length, count);
      if (format === 'text') assert.ok(!out.includes('\u001b'));
      // Nobody wants progress in a pipe.
      assert.doesNotMatch(complaints, /\r/u);
    }
  }).timeout(600_000);

  it('are counted by rule on request', async () => {
    folder.write('a.cam.json', bad);
    const { complaints } = await failing(['--statistics']);
    assert.match(complaints, /^1 unknown-action$/mu);
    assert.match(complaints, /^files: 1; policies: 1; suppressed findings: 0; time: \d+ ms$/mu);
    assert.doesNotMatch((await failing([])).complaints, /policies/u);
  });
});
