/** Which statements belong to a role's trust policy. */
import type { Policy, Statement } from './model.js';

/**
 * Whether a statement says who may take on a role: it, or the policy around it, names a principal and its actions are STS's AssumeRole ones.
 * Such statements carry no `resource`. Source: CAM role pages.
 */
export function isTrust(statement: Statement, policy: Policy): boolean {
  if (!statement.element.principal && !policy.element.principal) return false;
  const actions = statement.actions?.items ?? [];
  return (
    actions.length > 0 && actions.every(({ service, name }) => service === 'sts' && /^(?:AssumeRole|\*)/u.test(name))
  );
}
