/** What each statement of a policy says of each service. */
import type { Action } from '../../catalogue/catalogue.js';
import { memoByObject } from '../../memo.js';
import type { Facts } from '../../knowledge/facts.js';
import { operationLevelInside, operationLevelOf } from '../../knowledge/level.js';
import { areOfOthers } from '../../knowledge/other-services.js';
import type { ActionPattern } from '../../policy/action.js';
import type { Policy, PolicyAction } from '../../policy/model.js';
import { narrows, segment, type ResourcePattern } from '../../policy/resource.js';
import { testsOf, type Test } from '../condition-test.js';
import { effectiveStatements, type EffectiveStatement } from '../effective.js';
import { isUnclear } from '../unclear.js';
import type { Doubtful, Scope } from './explanation.js';
import { isOtherwiseWritten } from './loose-names.js';
import { byService, reachedBy } from './reached.js';

/** What a statement says of one service, and what it does not reach. */
export interface Said {
  readonly scope: Scope;
  readonly actions: readonly PolicyAction[];
  readonly effective: EffectiveStatement;
  /** Actions that are asked with `*` only, while the statement names resources; sorted. */
  readonly unreached: readonly string[];
  /** The same where the actions are the same, and what is not reached of them. */
  readonly key: string;
}

/** What the policy's statements say, in the order of the text. */
export const saidIn = (policy: Policy, facts: Facts): readonly Said[] =>
  effectiveStatements(policy).flatMap((effective) => saidBy(effective, policy, facts));

/** What one statement of the policy says of those services that `isWanted` takes. */
export function saidBy(
  effective: EffectiveStatement,
  policy: Policy,
  facts: Facts,
  isWanted: (service: string) => boolean = () => true,
): readonly Said[] {
  const tests = testsOf(effective.statement, policy.tree.text, facts.language);
  const unread = (effective.conditional && tests.length === 0) || isUnclear(policy, effective.statement);
  const services = byService(effective.actions);
  return [...services].flatMap(([service, actions]) =>
    isWanted(service) ? [said(effective, service, actions, [...services.keys()], { tests, unread }, facts)] : [],
  );
}

function said(
  effective: EffectiveStatement,
  service: string,
  actions: readonly PolicyAction[],
  services: readonly string[],
  { tests, unread }: { readonly tests: readonly Test[]; readonly unread: boolean },
  facts: Facts,
): Said {
  const { statement, principals } = effective;
  const resources = resourcesFor(effective, service, services, facts);
  const whole = resources.length > 0 ? operationNames(actions, facts) : none;
  const isNarrow = resources.every(narrows);
  const gone = isNarrow ? whole : none;
  const reached = reachedBy(actions, facts, ({ name }: Action) => !gone.has(name));
  return {
    scope: {
      ...{ statement, service, reached, resources, tests, unreadCondition: unread, principals },
      doubtful: { star: isNarrow ? [] : [...whole].sort(), case: otherwiseWritten(service, actions, facts) },
    },
    actions,
    effective,
    unreached: [...gone].sort(),
    key: `${actions.map(({ text }) => text).join(' ')} ${gone.size}`,
  };
}

const none: ReadonlySet<string> = new Set();

/** The names that the catalogue has in another case only; behind their service where that is. */
function otherwiseWritten(service: string, actions: readonly ActionPattern[], facts: Facts): Doubtful['case'] {
  const isKnown = facts.catalogue.service(service) !== undefined;
  const odd = actions.filter((action) => isOtherwiseWritten(action, facts));
  return [...new Set(odd.map(({ name }) => (isKnown ? name : `${service}:${name}`)))].sort();
}

/** Names of the actions that are surely asked with `*` only. */
function operationNames(patterns: readonly ActionPattern[], { catalogue }: Facts): ReadonlySet<string> {
  const names = new Set<string>();
  for (const pattern of patterns) {
    const whole = operationLevelOf(catalogue, pattern);
    const actions = whole ? namesOf(catalogue)(pattern) : operationLevelInside(catalogue, pattern);
    for (const { name } of actions) names.add(name);
  }
  return names;
}

const namesOf = memoByObject((catalogue: Facts['catalogue']) =>
  memoByObject(
    (pattern: ActionPattern): readonly Action[] => catalogue.service(pattern.service)?.matching(pattern.name) ?? [],
  ),
);

/**
 * The resources that actions of the service may be asked with; empty: all. Those of another service that the statement names as well are left out, where
 * no document says that actions of this one use them.
 */
function resourcesFor(
  { resources }: EffectiveStatement,
  service: string,
  services: readonly string[],
  facts: Facts,
): readonly ResourcePattern[] {
  if (resources.some(({ form }) => form === 'all')) return [];
  const own = facts.catalogue.service(service);
  if (!own || services.length < 2) return resources;
  const nameOf = (id: string): string => facts.catalogue.service(id)?.data.service ?? id;
  const others = new Set(services.map(nameOf).filter((other) => other !== own.data.service));
  const fitting = resources.filter((resource) => {
    const id = segment(resource, 'service');
    return !others.has(nameOf(id)) || !areOfOthers(own, [resource], facts);
  });
  return fitting.length > 0 ? fitting : resources;
}
