/** `cam-policy check`, as a process. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { linkSync, readFileSync, symlinkSync, truncateSync } from 'node:fs';
import path from 'node:path';
import { repository } from '../host/install.js';
import { testFolder } from './folder.js';
import { reportOf } from './report.js';
import { camPolicy } from './run.js';

const good = 'examples/good/three-products.cam.json';
const bad = 'examples/bad/mps-restricted.cam.json';

describe('cam-policy', () => {
  const folder = testFolder();

  it('tells its version and its help', async () => {
    const { version } = JSON.parse(readFileSync(path.join(repository, 'package.json'), 'utf8')) as { version: string };
    assert.deepEqual(await camPolicy(['--version']), { code: 0, out: `${version}\n`, complaints: '' });
    for (const args of [['--help'], ['check', '--help'], ['check', '-h', '--lang', 'zh-cn']]) {
      const { code, out, complaints } = await camPolicy(args);
      assert.deepEqual([code, complaints], [0, ''], args.join(' '));
      assert.match(out, args.includes('zh-cn') ? /用法/u : /Usage/u);
    }
  });

  it('ends with 2 where it does not know what to do', async () => {
    for (const args of [[], ['chekc'], ['check', '--nothing'], ['check', '--rule', 'x=off'], ['constructor']]) {
      const { code, out, complaints } = await camPolicy(args);
      assert.deepEqual([code, out], [2, ''], args.join(' '));
      assert.match(complaints, /^cam-policy: .+\n$/u);
    }
  });

  it('ends with 0, 1 or 2 as findings fail', async () => {
    const code = async (...args: readonly string[]) => (await camPolicy(['check', ...args])).code;
    assert.equal(await code(good), 0);
    assert.equal(await code(bad), 0, 'warnings do not fail');
    assert.equal(await code('--max-warnings', '2', bad), 0);
    assert.equal(await code('--max-warnings', '1', bad), 1);
    assert.equal(await code('--max-warnings', '1', '--min-severity', 'error', bad), 1, 'hidden ones count');
    assert.equal(await code('--rule', 'unknown-action=error', bad), 1);
    assert.equal(await code('examples'), 1);
    assert.equal(await code('examples', 'no-such-file'), 2);
    assert.equal(await code('--output', path.join(folder.path, 'no', 'such'), good), 2);
  });

  it('takes no document for a policy that holds none', async () => {
    for (const text of ['', '\n', '// later\n']) {
      folder.write('new.cam.json', text);
      const { code, out } = await camPolicy(['check', folder.path]);
      assert.equal(code, 1, JSON.stringify(text));
      assert.match(out, /:1:1 error empty-policy: /u);
      assert.equal((await camPolicy(['check', '--rule', 'empty-policy=hint', folder.path])).code, 0);
    }
  });

  it('shows where a finding is', async () => {
    const { out } = await camPolicy(['check', '--rule', 'no-resource-level-support=off', '--quiet', bad]);
    const [head, line, underline] = out.split('\n');
    assert.match(
      head ?? '',
      /^examples\/bad\/mps-restricted\.cam\.json:6:43 warning unknown-action: .+`ProcessImage`\?$/u,
    );
    assert.equal(line?.slice(underline?.indexOf('^'), underline?.length), '"mps:ProccessImage"'.slice(5, -1));
    const coloured = await camPolicy(['check', '--color', 'always', bad]);
    assert.ok(coloured.out.includes('\u001b['));
    assert.ok(!out.includes('\u001b'));
    for (const lang of ['zh-cn', 'zh', 'zh-CN', 'ZH_cn'])
      assert.match((await camPolicy(['check', '--lang', lang, bad])).out, /[\u4e00-\u9fff]/u, lang);
    assert.equal((await camPolicy(['check', '--lang', 'en-US', 'examples/good'])).code, 0);
    for (const lang of ['zhx', 'english', 'fr', ''])
      assert.equal((await camPolicy(['check', '--lang', lang, bad])).code, 2, lang);
  });

  it('reads standard input under a name, without its byte order mark', async () => {
    const input = `\ufeff${readFileSync(path.join(repository, bad), 'utf8')}`;
    const fromInput = await camPolicy(['check', '--format', 'json', '--stdin-filename', bad, '-'], { input });
    const fromFile = await camPolicy(['check', '--format', 'json', bad]);
    assert.deepEqual(reportOf(fromInput.out), reportOf(fromFile.out));
  });

  it('writes to a file what it would print', async () => {
    const file = path.join(folder.path, 'report.json');
    const { out } = await camPolicy(['check', '--format', 'json', '--output', file, 'examples']);
    assert.equal(out, '');
    assert.equal(readFileSync(file, 'utf8'), (await camPolicy(['check', '--format', 'json', 'examples'])).out);
    assert.equal((await camPolicy(['check', '--format', 'json', '--output', '-', bad])).out[0], '{');
  });

  it('does not write over a policy that it checks', async () => {
    const text = readFileSync(path.join(repository, bad));
    const file = folder.write('a.cam.json', text);
    const link = path.join(folder.path, 'report');
    linkSync(file, link);
    for (const output of [file, link]) {
      const { code, complaints } = await camPolicy(['check', '--output', output, folder.path]);
      assert.equal(code, 2);
      assert.match(complaints, /: not written, because it is a file that this run reads, or a configuration;/u);
      assert.deepEqual(readFileSync(file), text);
    }
  });

  it('names what it cannot read, and checks the rest', async function () {
    if (process.platform === 'win32') this.skip();
    const text = readFileSync(path.join(repository, bad), 'utf8');
    folder.write('deep/名 with\nblank.cam.json', text);
    folder.write('node_modules/x.cam.json', 'not looked at');
    folder.write('.hidden/x.cam.json', 'not looked at');
    folder.write('utf16.cam.json', Buffer.from([0xff, 0xfe, 0x7b, 0]));
    folder.write('huge.cam.json', '');
    truncateSync(path.join(folder.path, 'huge.cam.json'), 200_000_000);
    symlinkSync('..', path.join(folder.path, 'deep', 'loop'));
    symlinkSync('..', path.join(folder.path, 'deep', 'loop.cam.json'));
    symlinkSync('nowhere', path.join(folder.path, 'broken.cam.json'));
    execFileSync('mkfifo', [path.join(folder.path, 'pipe.cam.json')]);
    const { code, out, complaints } = await camPolicy(['check', '--format', 'json', '.', '.', 'deep'], {
      cwd: folder.path,
    });
    assert.equal(code, 2);
    assert.deepEqual(
      reportOf(out).files.map(({ path: name }) => name),
      ['deep/名 with\nblank.cam.json'],
    );
    assert.deepEqual(
      complaints.split('\n').map((line) => line.slice(0, 45)),
      [
        'cam-policy: broken.cam.json: no such file or folder',
        'cam-policy: huge.cam.json: too large; it has more',
        'cam-policy: pipe.cam.json: not a regular file',
        'cam-policy: utf16.cam.json: not UTF-8 text',
        '',
      ].map((line) => line.slice(0, 45)),
    );
    const asText = await camPolicy(['check', 'deep'], { cwd: folder.path });
    assert.match(asText.out, /^deep\/名 with blank\.cam\.json:6:18 /u);
  });

  it('says of a long text that it is too large, and of an empty folder that nothing is there', async () => {
    const report = reportOf(
      (await camPolicy(['check', '--format', 'json', '-'], { input: ' '.repeat(1_000_001) })).out,
    );
    assert.ok(report.files[0]?.findings.some(({ rule }) => rule === 'too-large'));
    assert.equal((await camPolicy(['check', '-'], { input: ' '.repeat(4_000_000) })).code, 2);
    const empty = await camPolicy(['check'], { cwd: folder.path });
    assert.equal(empty.code, 0);
    assert.match(empty.complaints, /no policy files/u);
  });
});
