/** Runs in VS Code's extension host: all end-to-end tests with Mocha, and writes down what they came to. */
import path from 'node:path';
import type { Runner } from 'mocha';
import { grepVariable, resultsVariable, writeResults, type Results } from '../results.js';

/** How long one test may take, in ms. Tests end at events; this only bounds what never comes. */
const testLimit = 20_000;

/** Called by VS Code. Rejects where a test fails, where none ran, or where the tests cannot be loaded. */
export async function run(): Promise<void> {
  const { default: Mocha } = await import('mocha');
  const grep = process.env[grepVariable];
  const mocha = new Mocha({
    ui: 'bdd',
    timeout: testLimit,
    forbidOnly: process.env['CI'] !== undefined,
    ...(grep === undefined ? {} : { grep }),
  });
  mocha.addFile(path.join(__dirname, 'tests.cjs'));
  await mocha.loadFilesAsync();
  const results = await new Promise<Results>((resolve) => {
    const runner: Runner = mocha.run(() => {
      const { passes = 0, failures = 0, pending = 0 } = runner.stats ?? {};
      resolve({ total: runner.total, passed: passes, failed: failures, skipped: pending });
    });
  });
  const file = process.env[resultsVariable];
  if (file !== undefined) await writeResults(file, results);
  if (results.total === 0) throw new Error('no test ran');
  if (results.failed > 0) throw new Error(`${results.failed} of ${results.total} tests failed`);
}
