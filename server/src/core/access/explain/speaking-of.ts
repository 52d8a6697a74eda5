/** The statements of a policy that speak of one action or one resource: what they allow of it, and what they take away. */
import type { Facts } from '../../knowledge/facts.js';
import { spellingsOf } from '../../knowledge/spellings.js';
import { coversAction, overlapsAction } from '../../policy/action-pattern.js';
import type { Effect } from '../../policy/elements.js';
import type { Policy, PolicyAction, Statement } from '../../policy/model.js';
import type { ResourcePattern } from '../../policy/resource.js';
import { coversResource, overlapsResource } from '../../policy/resource-pattern.js';
import { effectiveStatements, type EffectiveStatement } from '../effective.js';
import { includesPrincipals } from '../principals.js';
import { createCut, indexDenies } from './exceptions.js';
import type { Exception, Scope } from './explanation.js';
import { saidBy, type Said } from './scopes.js';

/** What the statement says of the services that are wanted; nothing where it has no effect at all. */
export function grantsOf(
  statement: Statement,
  policy: Policy,
  facts: Facts,
  isWanted?: (service: string) => boolean,
): readonly Said[] {
  const effective = effectiveStatements(policy).find((one) => one.statement === statement);
  return effective ? saidBy(effective, policy, facts, isWanted) : [];
}

/** The statements that may speak of an action that one of the patterns stands for. */
export const speakingOf = (
  actions: readonly PolicyAction[],
  effect: Effect,
  policy: Policy,
): readonly EffectiveStatement[] =>
  effectiveStatements(policy).filter(
    (one) =>
      one.effect === effect && one.actions.some((item) => actions.some((action) => overlapsAction(item, action))),
  );

/** What denies that speak of the actions surely take away from the grants at the resources; no resources: at all. */
export function exceptionsTo(
  grants: readonly Said[],
  actions: readonly PolicyAction[],
  resources: readonly ResourcePattern[],
  policy: Policy,
  facts: Facts,
): readonly Exception[] {
  const spellings = spellingsOf(facts);
  const isNear = (deny: EffectiveStatement): boolean =>
    resources.length === 0 ||
    deny.resources.some((denied) => resources.some((one) => overlapsResource(denied, one, spellings)));
  const denies = speakingOf(actions, 'deny', policy)
    .filter(isNear)
    .flatMap((deny) => saidBy(deny, policy, facts));
  if (denies.length === 0) return [];
  const index = indexDenies(denies, facts);
  const cut = createCut(facts);
  return grants.flatMap((grant) =>
    index.of(grant.scope.service).flatMap((deny) => cut(grant, deny).filter(({ unsure }) => unsure === undefined)),
  );
}

/** Whether one of the statements allows the action wherever the grant does, without a condition. */
export function isPlainlyAllowed(
  action: PolicyAction,
  { scope }: Said,
  others: readonly EffectiveStatement[],
  policy: Policy,
  facts: Facts,
): boolean {
  const spellings = spellingsOf(facts);
  const holds = (wide: Scope): boolean =>
    wide.resources.length === 0 ||
    (scope.resources.length > 0 &&
      scope.resources.every((one) => wide.resources.some((other) => coversResource(other, one, spellings))));
  return others.some(
    (other) =>
      !other.conditional &&
      includesPrincipals(other.principals, scope.principals) &&
      saidBy(other, policy, facts).some(
        (one) => one.actions.some((item) => coversAction(item, action)) && holds(one.scope),
      ),
  );
}

/** Whether one of the statements that speak of the action names no resource for it. */
export const isReached = (
  action: PolicyAction,
  others: readonly EffectiveStatement[],
  policy: Policy,
  facts: Facts,
): boolean =>
  others.some((other) =>
    saidBy(other, policy, facts).some(
      (one) => one.scope.resources.length === 0 && one.actions.some((item) => overlapsAction(item, action)),
    ),
  );
