/** `compare` against a second evaluator that shares nothing with it, on random pairs of policies. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { defaultFlags, verdictOf, type Flags, type PlainCaller } from '../../../test/plain-access.js';
import {
  callerPairs,
  conditionPairs,
  mixedPairs,
  principalPairs,
  readings,
  type Asked,
} from '../../../test/random-pairs.js';
import { pairs as asManyAs, pairsAsked } from '../../../test/sampling.js';
import { shippedLanguage as language } from '../../../test/shipped-catalogue.js';
import { smallCatalogue as catalogue } from '../../../test/small-catalogue.js';
import { callersOf, outcomeIn, type Outcome, type Pair, type Side } from '../../../test/small-worlds.js';
import { readPolicy } from '../policy/read.js';
import { can } from './can.js';
import { compare } from './compare.js';
import type { Attached, Difference, Example } from './comparison.js';
import type { Doubt } from './reading.js';

const facts = { catalogue, language };

const policyOf = (statement: Side['statements']): ReturnType<typeof readPolicy> =>
  readPolicy(JSON.stringify({ version: '2.0', statement }));
const attached = ({ statements, boundary }: Side): Attached => ({
  policies: [policyOf(statements)],
  ...(boundary && { boundary: policyOf(boundary) }),
});

const nameOf = (doubt: Doubt): string => ('flag' in doubt ? doubt.flag : 'opaque' in doubt ? doubt.opaque : doubt.cap);
const turned = (names: readonly string[]): Flags => ({
  ...defaultFlags,
  ...Object.fromEntries(names.map((name) => [name, defaultFlags[name] !== true])),
});

type Tally = Map<string, number>;
const count = (tally: Tally, name: string): Tally => tally.set(name, (tally.get(name) ?? 0) + 1);

/** The example is new for everyone whom it fits, and `can` does not say otherwise. */
function holds({ before, after }: Pair, { caller, ...request }: Example, tally: Tally): void {
  for (const one of callersOf(caller).flat()) {
    const asked = { ...request, caller: one };
    const told = JSON.stringify({ before, after, asked });
    assert.equal(verdictOf(after.statements, asked, defaultFlags, after.boundary), 'allowed', told);
    assert.notEqual(verdictOf(before.statements, asked, defaultFlags, before.boundary), 'allowed', told);
  }
  const [now, then] = [after, before].map((side) => can({ ...attached(side), ...request, caller }, facts).is);
  count(tally, `${now} after, ${then} before`);
  assert.ok(
    now !== 'denied' && now !== 'not-allowed' && then !== 'allowed',
    JSON.stringify({ before, after, request }),
  );
}

/** Every example holds; what is said holds in every reading, and of what is not decided, by default and not with each doubt turned. */
function check(difference: Difference, pair: Pair, said: Partial<PlainCaller>, flags: Flags, tally: Tally): void {
  const told = JSON.stringify({ pair, said, flags, is: difference.is });
  count(tally, difference.is);
  if (difference.is !== 'none') for (const { example } of difference.found) holds(pair, example, tally);
  const outcome = (reading: Flags): Outcome => outcomeIn(pair, said, reading);
  if (difference.is === 'undecided') {
    const names = difference.because.map(nameOf);
    for (const name of names) count(tally, name);
    if (difference.because.some((doubt) => 'cap' in doubt)) return;
    const byDefault = outcome(defaultFlags);
    assert.equal(byDefault === 'none' ? 'none' : 'some', difference.otherwise, told);
    assert.ok(
      names.every((name) => outcome(turned([name])) !== byDefault) || outcome(turned(names)) !== byDefault,
      `${names.join()} ${told}`,
    );
  } else
    for (const reading of [defaultFlags, flags]) {
      const expected = outcome(reading);
      // Of an account whose number a policy has as that of a user, that user is none: the engine does not tell such accounts apart.
      if (expected !== 'depends' || outcomeIn(pair, said, reading, true) !== difference.is)
        assert.equal(expected, difference.is, told);
    }
}

/** How often each answer and each reason may be met, of all answers; what is not named, as the limits, never. */
type Shares = { readonly [name: string]: number };

/** `first`: pairs that are tried before random ones. The environment variable `PAIRS` asks for so many of them, and prints what they came to. */
function holdsOf(
  pairs: fc.Arbitrary<Asked>,
  times: number,
  few: number,
  most: Shares,
  first: readonly Asked[] = [],
): Tally {
  const tally: Tally = new Map();
  fc.assert(
    fc.property(pairs, readings, ({ pair, said }, flags) => {
      const question = { before: attached(pair.before), after: attached(pair.after), caller: said };
      const { gained, lost } = compare(question, facts);
      check(gained, pair, said, flags, tally);
      check(lost, { before: pair.after, after: pair.before }, said, flags, tally);
    }),
    {
      ...asManyAs(times, few),
      examples: first.map((each): [Asked, Flags] => [each, defaultFlags]),
    },
  );
  const told = JSON.stringify([...tally]);
  if (pairsAsked !== undefined) console.log(told);
  const all = allOf(tally);
  for (const is of ['none', 'some']) assert.ok((tally.get(is) ?? 0) > all / 10, told);
  for (const [name, found] of tally)
    if (!name.includes(' after, ') && !['none', 'some'].includes(name)) {
      const expected = (most[name] ?? 0) * all;
      assert.ok(found <= expected + (expected > 0 ? chance(expected) : 0), `${name}: ${told}`);
    }
  return tally;
}

/** How far from what is expected chance may lead, of rare ones too: pairs hang together by their two directions. */
const chance = (expected: number): number => 6 * Math.sqrt(expected) + 4;

const allOf = (tally: Tally): number => answers.reduce((sum, is) => sum + (tally.get(is) ?? 0), 0);

const answers = ['none', 'some', 'depends', 'undecided'];

/** What a page says of the random pairs: the share of each answer and of each doubt. */
const sharesOn = (page: string): Shares =>
  Object.fromEntries(
    [...readFileSync(page, 'utf8').matchAll(/^\| `(.+?)` \| ([\d.]+) % \|$/gmu)].map(([, name = '', percent]) => [
      name,
      Number(percent) / 100,
    ]),
  );

describe('compare, beside a naive evaluator', () => {
  it('finds what is new, and nothing else, of actions, resources, conditions and boundaries', () => {
    const said = sharesOn('docs/access.md');
    assert.deepEqual(sharesOn('docs/access.zh-CN.md'), said);
    // Of 20,000 pairs none reached a limit; by chance one of a few thousand may.
    const tally = holdsOf(mixedPairs, 1_000, 50, { ...said, readings: 0.0001 });
    const all = allOf(tally);
    for (const name of new Set(['none', 'some', 'undecided', ...Object.keys(said)])) {
      const expected = all * (said[name] ?? 0);
      const found = tally.get(name) ?? 0;
      assert.ok(Math.abs(found - expected) <= chance(expected), `${name} ${found}: ${[...tally].join()}`);
    }
  }).timeout(3_600_000);

  it('finds what is new, and nothing else, where all hangs on conditions', () => {
    const most = { 'string_resembles word x': 0.03, absentNegated: 0.015, forAllAbsent: 0.01, unqualified: 0.01 };
    holdsOf(conditionPairs, 1_000, 120, { undecided: 0.05, ...most });
  }).timeout(900_000);

  it('finds for whom something is new, where all hangs on who calls', () => {
    const most = { depends: 0.05, undecided: 0.01, directory: 0.005, dirSelf: 0.005 };
    const on = (account: string): Side => ({
      statements: [{ effect: 'allow', action: ['zz:a'], resource: [`qcs::zz::${account}:t/x`] }],
      boundary: undefined,
    });
    // New but for one account. By chance alone one in a hundred answers is of this kind, so none may be.
    const tally = holdsOf(callerPairs, 300, 15, most, [{ pair: { before: on('uin/22'), after: on('') }, said: {} }]);
    assert.ok((tally.get('depends') ?? 0) > 0);
  }).timeout(900_000);

  it('finds what is new, and nothing else, where all hangs on whom statements name', () => {
    holdsOf(principalPairs, 600, 60, {});
  }).timeout(900_000);
});
