/** What of a policy says nothing, as CAM refuses it. */
import type { Policy, Statement } from '../policy/model.js';
import { wellFormed } from '../policy/well-formed.js';
import { effectiveStatements, trustStatements } from './effective.js';

/** The statements that take no effect, and those of which some actions or resources are left out; in the order of the text. */
export function leftOut(policy: Policy): readonly Statement[] {
  const taken = effectiveIn(policy);
  return policy.statements.filter(
    (statement) =>
      !taken.has(statement) || [statement.actions, statement.resources].some((list) => list && isCut(list.items)),
  );
}

const isCut = (items: Parameters<typeof wellFormed>[0]): boolean => wellFormed(items).length < (items?.length ?? 0);

/** Whether no statement takes effect, where the policy does not plainly say nothing. */
export function isAllLeftOut(policy: Policy): boolean {
  const value = policy.element.statement?.value;
  return effectiveIn(policy).size === 0 && !(value?.kind === 'array' && value.items.length === 0);
}

const effectiveIn = (policy: Policy): ReadonlySet<Statement> =>
  new Set([...effectiveStatements(policy), ...trustStatements(policy)].map(({ statement }) => statement));
