/** What a statement is part of: a policy for users, groups and roles, a role's trust policy, or a bucket policy. */
import { cosTraits } from './cos-kin.js';
import type { Policy, Statement } from './model.js';
import { segment } from './resource.js';
import { wellFormed } from './well-formed.js';

/**
 * What a statement is part of, told by its actions: `trust` hands out a role, `bucket` guards a resource that has a policy of its own,
 * `identity` grants to whom the policy is attached, `unknown` could be any of them.
 */
export type StatementKind = 'trust' | 'bucket' | 'identity' | 'unknown';

export function kindOf({ actions, resources }: Statement): StatementKind {
  const items = wellFormed(actions?.items);
  if (items.length === 0) return 'unknown';
  if (items.some(({ service }) => service === 'sts')) return 'trust';
  if (items.some(({ service }) => cosTraits(service.toLowerCase()))) return 'bucket';
  if (resources?.items.some((resource) => cosTraits(segment(resource, 'service')))) return 'bucket';
  return items.some(({ form }) => form !== 'action') ? 'unknown' : 'identity';
}

/**
 * Whether a statement surely says who may take on a role: it, or the policy around it, names a principal and its actions are STS's AssumeRole ones,
 * all of them, where for `kindOf` one is enough. Such statements carry no `resource`. Source: CAM role pages.
 */
export function isTrust(statement: Statement, policy: Policy): boolean {
  if (!statement.element.principal && !policy.element.principal) return false;
  const actions = wellFormed(statement.actions?.items);
  return (
    actions.length > 0 && actions.every(({ service, name }) => service === 'sts' && /^(?:AssumeRole|\*)/u.test(name))
  );
}
