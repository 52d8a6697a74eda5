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

/**
 * What the principal `name` is known to be and others are not: one user, one role or one service. Undefined of what others may be as well or belong to: a root account,
 * a group, a provider, and forms that no document shows.
 */
function identityOf(name: string): string | undefined {
  const at = name.indexOf(' ');
  const [kind, text] = [name.slice(0, at), name.slice(at + 1)];
  if (kind === 'service') return name;
  const isAlone = (kind === 'qcs' || kind === '') && ['user', 'role'].includes(readPrincipal(text).form);
  return isAlone ? text : undefined;
}

/** Whether the principal is one that excludes others. */
export const isOne = (name: string): boolean => identityOf(name) !== undefined;

/** Whether somebody may be both. */
export function mayBeOne(a: string, b: string): boolean {
  const [one, other] = [identityOf(a), identityOf(b)];
  return one === undefined || other === undefined || one === other;
}
