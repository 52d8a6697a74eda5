/**
 * `tsx test/run-mocha.ts RESULTS dot|spec [FILE|FOLDER …]`: runs tests outside VS Code and writes what they came to into RESULTS; of a folder those in it, by
 * default those of this folder.
 */
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { runMocha } from './mocha.js';
import { clearResults, writeResults } from './results.js';

/** How long one test may take, in ms; some start a VS Code. */
const timeout = 120_000;

/** The tests that stand beside the code here; those in `suite/` run in VS Code. */
async function ownTests(): Promise<readonly string[]> {
  const folders = ['.', 'host', 'ui'].map((folder) => path.join(import.meta.dirname, folder));
  return (await Promise.all(folders.map(testsIn))).flat();
}

/** The file itself, or the tests that stand in a folder, not in those below. */
async function testsIn(named: string): Promise<readonly string[]> {
  const full = path.resolve(named);
  if (!(await stat(full)).isDirectory()) return [full];
  const names = (await readdir(full)).filter((name) => name.endsWith('.test.ts'));
  return names.sort().map((name) => path.join(full, name));
}

async function main(): Promise<void> {
  const [file = '', reporter, ...named] = process.argv.slice(2);
  await clearResults(file);
  const tests = named.length > 0 ? (await Promise.all(named.map(testsIn))).flat() : await ownTests();
  const results = await runMocha(tests, { reporter: reporter === 'dot' ? 'dot' : 'spec', timeout });
  await writeResults(file, results);
  if (results.failed > 0 || results.total === 0) process.exitCode = 1;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
