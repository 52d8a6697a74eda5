/** Statements of which others may say all: found by patterns alone, so that only these have to be compared. */
import { groupBy } from '../group-by.js';
import type { Facts } from '../knowledge/facts.js';
import { spellingsOf } from '../knowledge/spellings.js';
import { hasWildcard, type ActionPattern } from '../policy/action.js';
import { coversAction } from '../policy/action-pattern.js';
import type { Policy, Statement } from '../policy/model.js';
import { overlapsResource, type Spellings } from '../policy/resource-pattern.js';
import { effectiveStatements, type EffectiveStatement } from './effective.js';
import type { PairBudget } from './surely.js';

/** An action with its statement. */
interface Spoken {
  readonly effective: EffectiveStatement;
  readonly action: ActionPattern;
}

/**
 * The statements of which others, none of them `gone`, may say all, or denies take it away; of all others something would be missed. An action that no text
 * has can be meant by a wildcard only, so one of theirs must stand for each of its actions. In the order of the text; none where the budget is spent.
 */
export function mayBeSaidIn(
  policy: Policy,
  facts: Facts,
  gone: ReadonlySet<Statement>,
  budget: PairBudget,
): readonly EffectiveStatement[] {
  const statements = effectiveStatements(policy).filter(({ statement }) => !gone.has(statement));
  if (statements.length < 2) return [];
  const byService = groupBy(
    statements.flatMap((effective) => effective.actions.map((action): Spoken => ({ effective, action }))),
    ({ action }) => serviceOf(action),
  );
  const near = (service: string): readonly Spoken[] => [
    ...(byService.get(service) ?? []),
    ...(service === anyService ? [] : (byService.get(anyService) ?? [])),
  ];
  const spellings = spellingsOf(facts);
  return statements.filter((one) => mayBeSaid(one, near, spellings, budget));
}

const anyService = '*';

const serviceOf = ({ form, service }: ActionPattern): string =>
  form === 'action' && !hasWildcard(service) ? service : anyService;

function mayBeSaid(
  one: EffectiveStatement,
  near: (service: string) => readonly Spoken[],
  spellings: Spellings,
  budget: PairBudget,
): boolean {
  const known = new Map<EffectiveStatement, readonly boolean[]>();
  return one.actions.every((action) => {
    const all = near(serviceOf(action));
    budget.pairs -= all.length;
    const speaking = all.filter(
      ({ effective, action: other }) =>
        effective !== one &&
        (effective.effect === one.effect || effective.effect === 'deny') &&
        (coversAction(other, action) || (action.form === 'set' && other.text === action.text)),
    );
    if (speaking.length === 0 || budget.pairs <= 0) return false;
    for (const { effective } of speaking)
      if (!known.has(effective)) known.set(effective, meeting(one, effective, spellings, budget));
    return one.resources.every((_, index) => speaking.some(({ effective }) => known.get(effective)?.[index]));
  });
}

/** For each resource of `one` whether `other` may stand for it. */
function meeting(
  one: EffectiveStatement,
  other: EffectiveStatement,
  spellings: Spellings,
  budget: PairBudget,
): readonly boolean[] {
  budget.pairs -= one.resources.length * other.resources.length;
  if (budget.pairs <= 0) return [];
  return one.resources.map((resource) => other.resources.some((each) => overlapsResource(each, resource, spellings)));
}
