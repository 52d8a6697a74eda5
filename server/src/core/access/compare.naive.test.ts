/** `compare` against a second evaluator that shares nothing with it, on random pairs of policies. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { defaultFlags, verdictOf, type Flags } from '../../../test/plain-access.js';
import { asMuchAs } from '../../../test/sampling.js';
import { shippedCatalogue as catalogue, shippedLanguage as language } from '../../../test/shipped-catalogue.js';
import { caller, conditionPairs, mixedPairs, newIn, type Pair, type Side } from '../../../test/small-worlds.js';
import { readPolicy } from '../policy/read.js';
import { compare } from './compare.js';
import type { Attached, Difference } from './comparison.js';

const policyOf = (statement: Side['statements']): ReturnType<typeof readPolicy> =>
  readPolicy(JSON.stringify({ version: '2.0', statement }));
const attached = ({ statements, boundary }: Side): Attached => ({
  policies: [policyOf(statements)],
  ...(boundary && { boundary: policyOf(boundary) }),
});

const flagNames = ['absentNegated', 'forAllAbsent', 'directory', 'dirSelf', 'starSix', 'case', 'unqualified'];
const readings = fc.record(Object.fromEntries(flagNames.map((name) => [name, fc.boolean()])));

interface Tally {
  none: number;
  some: number;
  undecided: number;
  caps: number;
}

/** Every example holds; where nothing is found there is nothing, whatever the reading. */
function check(difference: Difference, pair: Pair, flags: Flags, tally: Tally): void {
  const isNew = (reading: Flags): void => {
    if (difference.is === 'none') return;
    for (const { example } of difference.found) {
      const request = { ...example, caller };
      const told = JSON.stringify({ pair, request });
      assert.equal(verdictOf(pair.after.statements, request, reading, pair.after.boundary), 'allowed', told);
      assert.notEqual(verdictOf(pair.before.statements, request, reading, pair.before.boundary), 'allowed', told);
    }
  };
  isNew(defaultFlags);
  if (difference.is === 'some') {
    assert.ok(difference.found.length > 0);
    tally.some++;
  } else if (difference.is === 'undecided') {
    if (difference.because.some((doubt) => 'cap' in doubt)) tally.caps++;
    else {
      tally.undecided++;
      if (difference.otherwise === 'none') assert.equal(newIn(pair, defaultFlags), undefined, JSON.stringify(pair));
    }
  } else {
    assert.equal(difference.is, 'none');
    tally.none++;
    for (const reading of [defaultFlags, flags])
      assert.equal(newIn(pair, reading), undefined, JSON.stringify({ pair, reading }));
  }
}

function holds(pairs: fc.Arbitrary<Pair>, times: number): void {
  const tally: Tally = { none: 0, some: 0, undecided: 0, caps: 0 };
  fc.assert(
    fc.property(pairs, readings, (pair, flags) => {
      const question = { before: attached(pair.before), after: attached(pair.after), caller };
      const { gained, lost } = compare(question, { catalogue, language });
      check(gained, pair, flags, tally);
      check(lost, { before: pair.after, after: pair.before }, flags, tally);
    }),
    { numRuns: asMuchAs(times, 120) },
  );
  const all = tally.none + tally.some + tally.undecided + tally.caps;
  assert.ok(tally.none > all / 10 && tally.some > all / 10, JSON.stringify(tally));
  assert.ok(tally.caps <= all / 100, JSON.stringify(tally));
}

describe('compare, beside a naive evaluator', () => {
  it('finds what is new, and nothing else, of actions, resources, conditions and boundaries', () => {
    holds(mixedPairs, 10_000);
  }).timeout(900_000);

  it('finds what is new, and nothing else, where all hangs on conditions', () => {
    holds(conditionPairs, 10_000);
  }).timeout(900_000);
});
