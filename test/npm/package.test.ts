/** The npm package, installed into an empty folder without a registry: its commands, its engine and its declarations. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { blocksIn, withOutput } from '../docs/blocks.js';
import { startWire } from '../hostile/wire.js';
import { repository } from '../host/install.js';
import { attempt, run } from '../host/process.js';
import { install, pack } from './package.js';

/** How long packing and installing may take, in ms. */
const patience = 300_000;

const page = readFileSync(path.join(repository, 'docs', 'api.md'), 'utf8');

/** How a block of the page is run: the ending of the file that it becomes. */
const endings: ReadonlyMap<string, string> = new Map([
  ['js', 'mjs'],
  ['cjs', 'cjs'],
]);

describe('The npm package', function () {
  this.timeout(patience);
  let folder = '';
  before(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'cam-policy-npm-'));
    const manifest = await readFile(path.join(repository, 'package.json'), 'utf8');
    const tarball = await pack();
    assert.equal(await readFile(path.join(repository, 'package.json'), 'utf8'), manifest, 'package.json is as it was');
    await install(tarball, folder);
  });
  after(() => rm(folder, { recursive: true, force: true }));

  const installed = (...names: readonly string[]): string => path.join(folder, 'node_modules', 'cam-policy', ...names);
  const write = async (name: string, text: string): Promise<string> => {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), text);
    return name;
  };
  /** Runs a command that the package brings as npm links it. */
  const bin = (name: string, ...args: readonly string[]) =>
    attempt(path.join(folder, 'node_modules', '.bin', name), args, { cwd: folder, script: true });
  const node = (...args: readonly string[]) => attempt(process.execPath, args, { cwd: folder });

  it('brings nothing but itself, and says of itself what npm shows', async () => {
    const manifest = JSON.parse(await readFile(installed('package.json'), 'utf8')) as Record<string, unknown>;
    for (const name of ['dependencies', 'devDependencies', 'private', 'contributes', 'scripts'])
      assert.ok(!(name in manifest), name);
    assert.doesNotMatch(JSON.stringify(manifest), /%/u);
    const { output } = await attempt('ls', [path.join(folder, 'node_modules')]);
    assert.equal(output.trim(), 'cam-policy');
    await assert.rejects(readFile(installed('dist', 'client.js')));
  });

  it('starts the command line, which finds its catalogue and its pages', async () => {
    const { version } = JSON.parse(await readFile(installed('package.json'), 'utf8')) as { readonly version: string };
    assert.deepEqual(await bin('cam-policy', '--version'), { code: 0, output: `${version}\n` });
    await write('a.cam.json', '{"version":"2.0","statement":[{"effect":"alow","action":"mps:*","resource":"*"}]}');
    const { code, output } = await bin('cam-policy', 'check', '--format', 'json', 'a.cam.json');
    assert.equal(code, 1, output);
    const { files } = JSON.parse(output) as { files: { findings: { rule: string; help: string }[] }[] };
    const found = files[0]?.findings.find(({ rule }) => rule === 'invalid-effect');
    assert.match(await readFile(new URL(found?.help ?? ''), 'utf8'), /^# /u);
  });

  it('starts the language server', async () => {
    assert.equal((await bin('cam-policy-language-server', '--version')).code, 0);
    const command = [path.join(folder, 'node_modules', '.bin', 'cam-policy-language-server'), '--stdio'] as const;
    const wire = await startWire({ command });
    const { result } = wire.initialized as { readonly result: { readonly serverInfo: { readonly name: string } } };
    assert.match(result.serverInfo.name, /cam-policy/iu);
    assert.equal(await wire.stop(), 0);
  });

  for (const { info, text, line, output } of withOutput(blocksIn(page), (name) => endings.has(name)))
    it(`runs the program in line ${line} of docs/api.md`, async () => {
      const name = await write(`examples/line-${line}.${endings.get(info) ?? ''}`, text);
      assert.deepEqual(await node(name), { code: 0, output });
    });

  const tsc = path.join(repository, 'node_modules', 'typescript', 'bin', 'tsc');
  const typed = withOutput(blocksIn(page), (info) => info === 'ts');
  const compile = async (name: string, options: object, text: string): Promise<string> => {
    await write(`${name}/main.ts`, text);
    await write(`${name}/package.json`, JSON.stringify({ type: name === 'commonjs' ? 'commonjs' : 'module' }));
    const compilerOptions = { strict: true, skipLibCheck: false, types: [], lib: ['ES2022', 'DOM'], ...options };
    await write(`${name}/tsconfig.json`, JSON.stringify({ compilerOptions, files: ['main.ts'] }));
    await run(process.execPath, [tsc, '-p', path.join(folder, name)], { cwd: folder });
    return path.join(folder, name, 'main.js');
  };
  const settings = {
    module: { module: 'nodenext', target: 'es2022' },
    commonjs: { module: 'nodenext', target: 'es2022' },
    bundler: { module: 'esnext', target: 'es2022', moduleResolution: 'bundler' },
  };
  for (const [name, options] of Object.entries(settings))
    it(`is typed without skipLibCheck: ${name}`, async () => {
      assert.equal(typed.length, 1);
      for (const { text, output } of typed)
        assert.deepEqual(await node(await compile(name, options, text)), { code: 0, output });
    });

  it('has types that refuse what the engine does not take', async () => {
    const wrong = "import { lint, readPolicy } from 'cam-policy';\nlint(readPolicy(1), {});\n";
    await assert.rejects(compile('wrong', settings.module, wrong), /TS2345[^]*TS2345/u);
  });

  it('has an engine for browsers that asks nothing of Node', async () => {
    const entry = installed('dist', 'engine.browser.mjs');
    const { warnings } = await build({ bundle: true, platform: 'browser', write: false, entryPoints: [entry] });
    assert.deepEqual(warnings, []);
    const options = { module: 'esnext', target: 'es2022', moduleResolution: 'bundler' };
    const program =
      "import { readKnowledge, type Packs } from 'cam-policy/browser';\nexport const f = (packs: Packs) => readKnowledge(packs);\n";
    await compile('browser', options, program);
  });
});
