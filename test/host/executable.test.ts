/** The stand-in must not call a run green that did not end by itself. Each case is a real run. */
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { attempt, type Ended } from './process.js';

interface Case {
  readonly name: string;
  /** The body of the tests' entry; without it there is no such file. */
  readonly run?: string;
  readonly code: number;
  /** The limit of the run. */
  readonly seconds?: number;
  /** In the browser's extension host, not in the server's. */
  readonly web?: boolean;
}

const cases: readonly Case[] = [
  { name: 'tests that end', run: 'console.log("the tests speak")', code: 0 },
  { name: 'a test that fails', run: 'throw new Error("a failing test")', code: 1 },
  { name: 'a test that calls process.exit(0)', run: 'process.exit(0)', code: 75 },
  { name: 'an extension host that is killed', run: 'process.kill(process.pid, "SIGKILL")', code: 75 },
  { name: 'tests that never end', run: 'await new Promise(() => {})', code: 73, seconds: 20 },
  { name: 'tests that cannot be loaded', code: 1 },
  { name: 'tests that end in the browser', run: 'importScripts; console.log("the tests speak")', code: 0, web: true },
  { name: 'a test that fails in the browser', run: 'throw new Error("a failing test")', code: 1, web: true },
];

describe('the stand-in for VS Code', function () {
  this.timeout(120_000);
  let folder = '';
  const early = new Map<number, Promise<Ended>>();

  before(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'stand-in-'));
    await mkdir(path.join(folder, 'workspace'));
    const manifest = { name: 'empty', publisher: 'test', version: '0.0.0', engines: { vscode: '*' } };
    await writeFile(path.join(folder, 'package.json'), JSON.stringify(manifest));
    // What only waits for its limit can do so beside the others.
    for (const [index, { seconds }] of cases.entries()) if (seconds !== undefined) early.set(index, start(index));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  const start = async (index: number): Promise<Ended> => {
    const { run, seconds = 60, web = false } = cases[index] ?? {};
    const entry = path.join(folder, `case-${index}.js`);
    if (run !== undefined) await writeFile(entry, `exports.run = async () => { ${run}; };`);
    const args = [
      `--extensionDevelopmentPath=${folder}`,
      `--extensionTestsPath=${entry}`,
      ...(web ? ['--extensionDevelopmentKind=web'] : []),
      path.join(folder, 'workspace'),
    ];
    const env = { ...process.env, VSCODE_HOST_TIMEOUT: String(seconds) };
    return attempt(process.execPath, [path.join(import.meta.dirname, 'code.mjs'), ...args], { env });
  };

  for (const [index, { name, code }] of cases.entries()) {
    it(`ends with ${code} for ${name}`, async () => {
      const ended = await (early.get(index) ?? start(index));
      assert.equal(ended.code, code, ended.output);
      if (code === 0) assert.match(ended.output, /the tests speak/);
    });
  }
});
