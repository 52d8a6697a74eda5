/** `tsx test/run-mocha.ts RESULTS dot|spec FILE …`: runs tests outside VS Code and writes what they came to into RESULTS. */
import path from 'node:path';
import { runMocha } from './mocha.js';
import { clearResults, writeResults } from './results.js';

/** How long one test may take, in ms; some start a VS Code. */
const timeout = 120_000;

async function main(): Promise<void> {
  const [file = '', reporter, ...tests] = process.argv.slice(2);
  await clearResults(file);
  const results = await runMocha(
    tests.map((test) => path.resolve(test)),
    { reporter: reporter === 'dot' ? 'dot' : 'spec', timeout },
  );
  await writeResults(file, results);
  if (results.failed > 0 || results.total === 0) process.exitCode = 1;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
