/** Runs files of tests with Mocha in this process. What it came to is for the caller to judge. */
import type { Runner } from 'mocha';
import { grepVariable, type Results } from './results.js';

export interface MochaOptions {
  readonly reporter: 'spec' | 'dot';
  /** How long one test may take, in ms. */
  readonly timeout: number;
}

/** The results of `files`; the environment variable `GREP` chooses among their tests. Rejects where a file cannot be loaded. */
export async function runMocha(files: readonly string[], options: MochaOptions): Promise<Results> {
  // Imported when needed: Mocha is an ES module, and older editors cannot require one.
  const { default: Mocha } = await import('mocha');
  const grep = process.env[grepVariable];
  const forbidOnly = process.env['CI'] !== undefined;
  const mocha = new Mocha({ ui: 'bdd', forbidOnly, ...options, ...(grep === undefined ? {} : { grep }) });
  for (const file of files) mocha.addFile(file);
  await mocha.loadFilesAsync();
  return new Promise((resolve) => {
    const runner: Runner = mocha.run((failed) => {
      const { passes = 0, pending = 0 } = runner.stats ?? {};
      resolve({ total: runner.total, passed: passes, failed, skipped: pending });
    });
  });
}
