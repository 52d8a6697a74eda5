/** What a run of Mocha came to, as a file: it tells a run that ended by itself from one that only stopped. */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

export interface Results {
  /** Tests that were to run, without hooks. */
  readonly total: number;
  readonly passed: number;
  /** Failures; a hook's counts too. */
  readonly failed: number;
  /** Tests marked as to be left out. */
  readonly skipped: number;
}

/** The environment variable that tells the runner inside VS Code where to write its results. */
export const resultsVariable = 'CAM_POLICY_RESULTS';

/** The environment variable with the text or regular expression that names of tests must match. */
export const grepVariable = 'GREP';

export async function writeResults(file: string, results: Results): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, JSON.stringify(results));
}

/** Removes results of an earlier run. */
export async function clearResults(file: string): Promise<void> {
  await rm(file, { force: true });
}

/** The results in `file` of a run that is over; an error where there are none, where no test ran, or where some never ended. */
export async function readResults(file: string): Promise<Results> {
  const results = await parse(file);
  if (results.total === 0) throw new Error('No test ran.');
  const ended = results.passed + results.failed + results.skipped;
  if (ended < results.total) throw new Error(`Only ${ended} of ${results.total} tests ended.`);
  return results;
}

async function parse(file: string): Promise<Results> {
  let value: unknown;
  try {
    value = JSON.parse(await readFile(file, 'utf8'));
  } catch {
    throw new Error('The tests stopped before they could tell their results.');
  }
  if (typeof value !== 'object' || value === null) throw new Error(`${file} holds no results.`);
  const read = (name: keyof Results): number => {
    const count: unknown = Reflect.get(value, name);
    if (typeof count !== 'number') throw new Error(`${file} does not say "${name}".`);
    return count;
  };
  return { total: read('total'), passed: read('passed'), failed: read('failed'), skipped: read('skipped') };
}
