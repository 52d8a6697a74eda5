/** The stand-in must not call a run green that did not end by itself. Each case is a real run. */
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { attempt } from './process.js';

/** What stands in for the tests' entry, and the exit code it must lead to. */
const cases = [
  { name: 'tests that end', run: 'console.log("the tests speak")', code: 0 },
  { name: 'a test that fails', run: 'throw new Error("a failing test")', code: 1 },
  { name: 'a test that calls process.exit(0)', run: 'process.exit(0)', code: 75 },
  { name: 'an extension host that is killed', run: 'process.kill(process.pid, "SIGKILL")', code: 75 },
  { name: 'tests that never end', run: 'await new Promise(() => {})', code: 73, seconds: 12 },
  { name: 'tests that cannot be loaded', run: undefined, code: 1 },
] as const satisfies readonly { name: string; run: string | undefined; code: number; seconds?: number }[];

describe('the stand-in for VS Code', function () {
  this.timeout(120_000);
  let folder = '';

  before(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'stand-in-'));
    await mkdir(path.join(folder, 'workspace'));
    const manifest = { name: 'empty', publisher: 'test', version: '0.0.0', engines: { vscode: '*' } };
    await writeFile(path.join(folder, 'package.json'), JSON.stringify(manifest));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  for (const [index, { name, run, code, ...limit }] of cases.entries()) {
    it(`ends with ${code} for ${name}`, async () => {
      const entry = path.join(folder, `case-${index}.js`);
      if (run !== undefined) await writeFile(entry, `exports.run = async () => { ${run}; };`);
      const args = [
        `--extensionDevelopmentPath=${folder}`,
        `--extensionTestsPath=${entry}`,
        path.join(folder, 'workspace'),
      ];
      const env = { ...process.env, VSCODE_HOST_TIMEOUT: String('seconds' in limit ? limit.seconds : 60) };
      const ended = await attempt(process.execPath, [path.join(import.meta.dirname, 'code.mjs'), ...args], { env });
      assert.equal(ended.code, code, ended.output);
      if (code === 0) assert.match(ended.output, /the tests speak/);
    });
  }
});
