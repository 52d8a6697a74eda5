/** Runs in VS Code's extension host: all end-to-end tests, and writes down what they came to. */
import path from 'node:path';
import { runMocha } from '../mocha.js';
import { resultsVariable, writeResults } from '../results.js';

/** How long one test may take, in ms. Tests end at events; this only bounds what never comes. */
const timeout = 20_000;

/** Called by VS Code. Rejects where a test fails, where none ran, or where the tests cannot be loaded. */
export async function run(): Promise<void> {
  const results = await runMocha([path.join(__dirname, 'tests.cjs')], { reporter: 'spec', timeout });
  const file = process.env[resultsVariable];
  if (file !== undefined) await writeResults(file, results);
  if (results.total === 0) throw new Error('no test ran');
  if (results.failed > 0) throw new Error(`${results.failed} of ${results.total} tests failed`);
}
