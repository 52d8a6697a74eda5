/** What of a policy says nothing, as CAM refuses it. */
import type { Policy, Statement } from '../policy/model.js';
import { wellFormed } from '../policy/well-formed.js';
import { isBucketPolicy } from '../policy/bucket.js';
import { isVersion } from '../policy/elements.js';
import { countedLength, maxPolicyLength } from '../policy/length.js';
import { effectiveStatements, trustStatements } from './effective.js';
import { unclearIn } from './unclear.js';

/** Why CAM refuses a policy as a whole, though it is clear what it says: its version, or its length; undefined where it does not. */
export function refusalOf(policy: Policy): 'version' | 'length' | undefined {
  const { element, tree } = policy;
  const version = element.version?.value;
  if (policy.node && !(version?.kind === 'string' && isVersion(version.value))) return 'version';
  if (tree.text.length <= maxPolicyLength || countedLength(tree) <= maxPolicyLength) return undefined;
  // COS stores these, and has another limit.
  return isBucketPolicy(policy) ? undefined : 'length';
}

/** Whether something is wrong in none of the statements and yet leaves open what the policy says. */
export const isUnclearBesides = (policy: Policy): boolean =>
  unclearIn(policy).some(({ statement }) => statement === undefined);

/** The statements that take no effect, and those of which something is left out as CAM does not take it; in the order of the text. */
export function leftOut(policy: Policy): readonly Statement[] {
  const taken = effectiveIn(policy);
  const unclear = new Set(unclearIn(policy).map(({ statement }) => statement));
  return policy.statements.filter(
    (statement) =>
      !taken.has(statement) ||
      unclear.has(statement) ||
      [statement.actions, statement.resources].some((list) => list && isCut(list.items)),
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
