/** Whom a statement speaks of, as a value that can be compared. Whether the accounts exist is CAM's to say. */
import type { Policy, Principal, Statement } from '../policy/model.js';
import { principalOf, readPrincipal } from '../policy/principal.js';

/**
 * `attached`: those whom the policy is attached to, where no principal is written; `everyone`: `*`, `anonymous` and their like;
 * `named`: each name is the principal's key and its text, `qcs qcs::cam::uin/1:uin/2`.
 */
export type Principals =
  | { readonly kind: 'attached' }
  | { readonly kind: 'everyone' }
  | { readonly kind: 'named'; readonly names: ReadonlySet<string> };

export const attached: Principals = { kind: 'attached' };
const everyone: Principals = { kind: 'everyone' };

/** Whom `statement` applies to: its own principal or the policy's. A principal in an unknown form is kept as its own text. */
export function principalsOf(statement: Statement, policy: Policy): Principals {
  const principal = principalOf(statement, policy);
  return principal ? readPrincipals(principal, policy.tree.text) : attached;
}

function readPrincipals({ entries, property }: Principal, text: string): Principals {
  const names = new Set<string>();
  for (const { kind, values } of entries)
    for (const { value } of values) {
      if ((kind === 'qcs' || kind === '') && readPrincipal(value).form === 'everyone') return everyone;
      names.add(`${kind} ${value}`);
    }
  const { start, end } = property.value ?? property;
  return { kind: 'named', names: names.size > 0 ? names : new Set([text.slice(start, end)]) };
}

/** Whether `outer` surely speaks of everyone whom `inner` speaks of. */
export function includesPrincipals(outer: Principals, inner: Principals): boolean {
  if (outer.kind === 'everyone') return true;
  if (outer.kind !== 'named' || inner.kind !== 'named') return outer.kind === inner.kind;
  return [...inner.names].every((name) => outer.names.has(name));
}
