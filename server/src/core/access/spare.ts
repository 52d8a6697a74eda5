/** Statements that a policy can do without, as the others say all that they say: found by comparing the policy with and without them. */
import type { Facts } from '../knowledge/facts.js';
import type { Policy, Statement } from '../policy/model.js';
import type { EffectiveStatement } from './effective.js';
import { createLoses } from './loses.js';
import { mayBeSaidIn } from './may-be-said.js';
import { allowancesOf, denialsOf, pairBudget, type PairBudget } from './surely.js';
import { maxStatements } from './taken.js';
import { unclearIn } from './unclear.js';

export interface Spare {
  readonly statement: Statement;
  /** The statements that say all of it; none where they do so in another way, as under conditions that complete each other. */
  readonly by: readonly Statement[];
}

/**
 * Without all of them, and without those of `gone`, the policy allows the same, and denies the same of what other policies allow. Of statements that can be
 * done without only while others of them stay, these are the last ones. Where it hangs on what no document says, or on a limit, a statement is none of them.
 * In the order of the text.
 */
export function spareIn(policy: Policy, facts: Facts, gone: ReadonlySet<Statement>): readonly Spare[] {
  // Values that only the host knows may be any, and so may what CAM does not take.
  if (policy.unknown || unclearIn(policy).length > 0 || policy.statements.length > maxStatements) return [];
  const budget = pairBudget();
  const lacking = new Set(gone);
  const found: Found[] = [];
  const candidates = mayBeSaidIn(policy, facts, gone, budget).toReversed();
  /** Those that are not spare either, for want of an answer. */
  const without = (
    some: readonly EffectiveStatement[],
    saidBy: (one: EffectiveStatement) => readonly Statement[] | undefined,
  ): readonly EffectiveStatement[] =>
    some.filter((one) => {
      lacking.add(one.statement);
      const by = saidBy(one);
      if (by) found.push({ one, by });
      else lacking.delete(one.statement);
      return !by;
    });
  // First those that others say as they stand: where one says what several say together, these are spare.
  const rest = without(candidates, (one) => sayersOf(one, policy, facts, lacking, budget));
  const loses = createLoses(policy, facts, budget);
  without(rest, (one) => (loses(one, lacking) ? undefined : []));
  // Those that are spare as well are better not named.
  const named = ({ one, by }: Found): Spare => ({
    statement: one.statement,
    by: by.some((other) => lacking.has(other)) ? (sayersOf(one, policy, facts, lacking, budget) ?? []) : by,
  });
  return found.map(named).sort((a, b) => a.statement.index - b.statement.index);
}

interface Found {
  readonly one: EffectiveStatement;
  readonly by: readonly Statement[];
}

/** The statements, none of them `lacking`, that surely say all that this one says; undefined: something is left. */
function sayersOf(
  effective: EffectiveStatement,
  policy: Policy,
  facts: Facts,
  lacking: ReadonlySet<Statement>,
  budget: PairBudget,
): readonly Statement[] | undefined {
  const { covering } = (effective.effect === 'allow' ? allowancesOf : denialsOf)(policy, facts);
  const by = new Set<Statement>();
  for (const action of effective.actions) {
    const own = covering(action, effective.resources, effective, budget, ({ statement }) => !lacking.has(statement));
    if (own.length === 0) return undefined;
    for (const { statement } of own) by.add(statement.statement);
  }
  return [...by].sort((a, b) => a.index - b.index);
}
