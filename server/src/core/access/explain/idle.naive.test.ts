/** Statements of which the explanation says that they change nothing, beside an evaluator that shares nothing with the engine. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { defaultFlags, type Flags, type PlainCaller, type PlainStatement } from '../../../../test/plain-access.js';
import {
  callerPairs,
  conditionPairs,
  mixedPairs,
  principalPairs,
  readings,
  type Asked,
} from '../../../../test/random-pairs.js';
import { asMuchAs } from '../../../../test/sampling.js';
import { shippedLanguage as language } from '../../../../test/shipped-catalogue.js';
import { outcomeIn } from '../../../../test/small-worlds.js';
import { smallCatalogue as catalogue } from '../../../../test/small-catalogue.js';
import { readPolicy } from '../../policy/read.js';
import { explain } from './explain.js';

const all: PlainStatement = { effect: 'allow', action: ['*'], resource: ['*'] };

/** Whether the statements allow and deny the same without some of them, whatever else is allowed. */
function isSame(
  statements: readonly PlainStatement[],
  less: readonly PlainStatement[],
  said: Partial<PlainCaller>,
  flags: Flags,
): boolean {
  return [[], [all]].every((more) => {
    const [whole, rest] = [statements, less].map((own) => ({ statements: [...own, ...more], boundary: undefined }));
    assert.ok(whole && rest);
    return (
      outcomeIn({ before: whole, after: rest }, said, flags) === 'none' &&
      outcomeIn({ before: rest, after: whole }, said, flags) === 'none'
    );
  });
}

/** Fails also where one of `kinds` is never met, of as many `times` as are not quick. */
function holdsOf(
  pairs: fc.Arbitrary<Asked>,
  [times, few]: readonly [number, number],
  kinds: readonly string[],
  said?: Partial<PlainCaller>,
): void {
  const met = new Map<string, number>();
  const count = (name: string): Map<string, number> => met.set(name, (met.get(name) ?? 0) + 1);
  fc.assert(
    fc.property(pairs, readings, ({ pair, said: own }, flags) => {
      const statements = [...pair.before.statements, ...pair.after.statements];
      const policy = readPolicy(JSON.stringify({ version: '2.0', statement: statements }));
      const { idle } = explain(policy, { catalogue, language });
      const gone = new Set(idle.map(({ statement }) => statement.index));
      for (const { why } of idle) count(why.kind === 'same' && why.by.length === 0 ? 'same besides' : why.kind);
      const check = (out: ReadonlySet<number>): void => {
        const less = statements.filter((_, index) => !out.has(index));
        for (const reading of [defaultFlags, flags])
          assert.ok(
            isSame(statements, less, said ?? own, reading),
            `${JSON.stringify({ statements, said: said ?? own, reading })} without ${[...out].join()}`,
          );
      };
      check(gone);
      for (const index of gone) check(new Set([index]));
      // What is named says all of it, alone with what else there is.
      for (const { why } of idle) if (why.kind === 'same') for (const { index } of why.by) assert.ok(!gone.has(index));
    }),
    { numRuns: asMuchAs(times, few) },
  );
  for (const kind of asMuchAs(kinds.length, 0) > 0 ? kinds : [])
    assert.ok(met.has(kind), `${kind}: ${[...met].join()}`);
}

describe('what the explanation says to change nothing, beside a naive evaluator', () => {
  it('can all be left out, each alone and all together', () => {
    holdsOf(mixedPairs, [300, 10], ['same', 'same besides', 'denied', 'unreached']);
  }).timeout(900_000);

  it('can be left out whatever conditions say', () => {
    holdsOf(conditionPairs, [500, 15], ['same', 'same besides', 'denied']);
  }).timeout(900_000);

  it('can be left out whoever calls, and whosever account it is', () => {
    holdsOf(callerPairs, [50, 2], ['same'], {});
  }).timeout(900_000);

  it('can be left out whomever statements name', () => {
    holdsOf(principalPairs, [500, 15], ['same', 'same besides', 'denied']);
  }).timeout(900_000);
});
