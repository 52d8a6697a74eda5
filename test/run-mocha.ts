/** `tsx test/run-mocha.ts RESULTS dot|spec [FILE …]`: runs tests outside VS Code and writes what they came to into RESULTS; by default those of this folder. */
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { runMocha } from './mocha.js';
import { clearResults, writeResults } from './results.js';

/** How long one test may take, in ms; some start a VS Code. */
const timeout = 120_000;

/** The tests that stand beside the code here; those in `suite/` run in VS Code. */
async function ownTests(): Promise<readonly string[]> {
  const names = await Promise.all(
    ['.', 'host', 'ui'].map(async (folder) =>
      (await readdir(path.join(import.meta.dirname, folder))).map((name) => path.join(folder, name)),
    ),
  );
  return names
    .flat()
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => path.join(import.meta.dirname, name));
}

async function main(): Promise<void> {
  const [file = '', reporter, ...named] = process.argv.slice(2);
  await clearResults(file);
  const tests = named.length > 0 ? named.map((test) => path.resolve(test)) : await ownTests();
  const results = await runMocha(tests, { reporter: reporter === 'dot' ? 'dot' : 'spec', timeout });
  await writeResults(file, results);
  if (results.failed > 0 || results.total === 0) process.exitCode = 1;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
