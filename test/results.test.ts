import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { readResults, writeResults } from './results.js';

describe('results of a run', () => {
  let file = '';

  beforeEach(async () => {
    file = path.join(await mkdtemp(path.join(os.tmpdir(), 'results-')), 'results.json');
  });
  afterEach(() => rm(path.dirname(file), { recursive: true }));

  it('are given back where all tests ended, well or not', async () => {
    const results = { total: 4, passed: 2, failed: 1, skipped: 1 };
    await writeResults(file, results);
    assert.deepEqual(await readResults(file), results);
  });

  it('are an error where none were written', () => assert.rejects(readResults(file), /stopped before/));

  it('are an error where no test ran', async () => {
    await writeResults(file, { total: 0, passed: 0, failed: 0, skipped: 0 });
    await assert.rejects(readResults(file), /No test ran/);
  });

  it('are an error where a test never ended', async () => {
    await writeResults(file, { total: 2, passed: 1, failed: 0, skipped: 0 });
    await assert.rejects(readResults(file), /Only 1 of 2/);
  });

  it('are an error where the file is no results', async () => {
    await writeFile(file, '{"total":1}');
    await assert.rejects(readResults(file), /does not say "passed"/);
  });
});
