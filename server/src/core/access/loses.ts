/** Whether a policy loses anything with a statement: the comparison of the policy with and without it, which costs no more than is left of a budget. */
import type { Language } from '../catalogue/language.js';
import type { Facts } from '../knowledge/facts.js';
import { memoByObject, once } from '../memo.js';
import type { Policy, Statement } from '../policy/model.js';
import { readPolicy } from '../policy/read.js';
import type { Binding } from './binding.js';
import { comparedOf, isOperation, type Bound } from './comparing.js';
import type { EffectiveStatement } from './effective.js';
import { gainsOf, type Search } from './gains.js';
import { grantsBut, indexed, sideOf, type Grant, type Grants, type Side } from './grants.js';
import { unkeptOf, type Unkept } from './kept.js';
import { overReadings, type Reading } from './reading.js';
import { createSolver, type Solver } from './solve.js';
import type { PairBudget } from './surely.js';

/** What patterns that overlap may cost in one comparison; see `glob.ts`. */
const maxSteps = 20_000;

/** What it takes to solve conditions counts as so many pairs for each two of their values. */
const pairsForValues = 10;

/** The policy with a statement, as `after`, and without it, as `before`; of a deny both allow everything else. */
type Sides = Pick<Search, 'before' | 'after'>;

/**
 * Whether the policy without all of `lacking`, of which `one` is, surely allows the same as with `one`, or denies the same of all there is: `false`. `true` also
 * where that is undecided, and where the budget is spent.
 */
export function createLoses(
  policy: Policy,
  facts: Facts,
  budget: PairBudget,
): (one: EffectiveStatement, lacking: ReadonlySet<Statement>) => boolean {
  const prepared = once(() => {
    const { accounts, callers, base } = comparedOf({ before: { policies: [] }, after: { policies: [policy] } }, facts);
    return { base, complete: callers.complete, bounds: [base, ...accounts.flat().filter((bound) => bound !== base)] };
  });
  const size = policy.statements.reduce((sum, { resources }) => sum + (resources?.items.length ?? 0), 0);
  return (one, lacking) => {
    const places = new Set([...lacking].map(({ index }) => index));
    const sidesIn = (bound: Bound): Sides => sidesOf(bound, one, places, facts);
    budget.pairs -= one.actions.length * one.resources.length;
    if (budget.pairs <= 0) return true;
    const { base, complete, bounds } = prepared();
    if (!complete) return true;
    const { before, after } = sidesIn(base());
    const unkept = unkeptOf(before, after, base().binding);
    let loses = false;
    const decide = (reading: Reading): boolean => {
      // Where it loses something in one reading, the others are not asked.
      loses ||= bounds.some((bound) => {
        const search = searchIn(bound(), sidesIn(bound()), reading, unkept, facts, budget, one.resources.length * size);
        const { found, caps } = gainsOf(search);
        return found.length + caps.size > 0 || budget.pairs <= 0;
      });
      return loses;
    };
    const { answer, because } = overReadings(decide, Object.is);
    return answer || because.length > 0;
  };
}

function sidesOf(
  { binding, after: { allows, denies } }: Bound,
  { statement, effect }: EffectiveStatement,
  lacking: ReadonlySet<number>,
  { language }: Facts,
): Sides {
  const isLacking = ({ source }: Grant): boolean => lacking.has(source.statement);
  const only = ({ all }: Grants): Grants => indexed(all.filter(({ source }) => source.statement === statement.index));
  const side = (allowed: Grants, denied: Grants): Side => ({ allows: allowed, denies: denied, limits: undefined });
  const stay = grantsBut(denies, isLacking);
  if (effect === 'allow') return { before: side(grantsBut(allows, isLacking), none), after: side(only(allows), stay) };
  const all = everythingFor(language)(binding);
  return { before: side(all, only(denies)), after: side(all, stay) };
}

const none = indexed([]);
const everything = readPolicy('{"statement":{"effect":"allow","action":"*","resource":"*"}}');
const everythingFor = memoByObject((language: Language) =>
  memoByObject((binding: Binding) => sideOf({ policies: [everything] }, binding, language).allows),
);

function searchIn(
  { binding }: Bound,
  sides: Sides,
  reading: Reading,
  unkept: Unkept,
  facts: Facts,
  budget: PairBudget,
  cost: number,
): Search {
  const steps = { steps: maxSteps };
  return {
    ...sides,
    binding,
    reading,
    solve: within(budget, createSolver(binding, reading, steps)),
    unkept,
    budget: steps,
    actionsIn: (action) => {
      budget.pairs -= cost;
      return budget.pairs > 0 ? [action] : [];
    },
    isOperation: (service, name) => isOperation(facts, service, name),
    limit: 1,
  };
}

/** Conditions are not solved where that might take more than is left. */
const within =
  (budget: PairBudget, solve: Solver): Solver =>
  (need, avoid) => {
    const values = new Set([...need, ...avoid].flatMap(({ tests }) => tests.flatMap((test) => test.values)));
    budget.pairs -= pairsForValues * values.size ** 2;
    return budget.pairs > 0 ? solve(need, avoid) : 'cap';
  };
