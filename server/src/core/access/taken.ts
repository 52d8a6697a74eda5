/** What a policy allows and denies altogether, whatever the request and however documents are read: exact, and silent beyond its limit. */
import { perFacts, type Facts } from '../knowledge/facts.js';
import { memoByObject } from '../memo.js';
import { hasWildcard } from '../policy/action.js';
import type { Policy, PolicyAction } from '../policy/model.js';
import { matches } from '../wildcard.js';
import { effectiveStatements, type EffectiveStatement } from './effective.js';
import { denialsOf, pairBudget, type Cover } from './surely.js';

/** An action of an allow, and the denies that take it away on all of its resources: one that does so alone, or else several together. */
export interface Taken {
  readonly action: PolicyAction;
  readonly by: readonly Cover[];
}

/** Of longer policies nothing is said: in the 6144 characters that CAM takes there is no room for so many statements. */
export const maxStatements = 128;

/** In the order of the text. */
export const takenIn = (policy: Policy, facts: Facts): readonly Taken[] => taken(facts)(policy);

const taken = perFacts((facts) => memoByObject((policy: Policy) => found(policy, facts)));

function found(policy: Policy, facts: Facts): readonly Taken[] {
  if (policy.statements.length > maxStatements) return [];
  const denies = effectiveStatements(policy).filter(({ effect }) => effect === 'deny');
  const allows = denies.length > 0 ? deniable(effectiveStatements(policy), denies) : [];
  const budget = pairBudget();
  return allows.flatMap((allow) =>
    allow.actions.flatMap((action): readonly Taken[] => {
      const by = denialsOf(policy, facts).covering(action, allow.resources, allow, budget);
      return by.length > 0 ? [{ action, by }] : [];
    }),
  );
}

/** The allows with an action that some deny may speak of: of the others nothing is taken away, and most policies have no more to look at. */
function deniable(
  statements: readonly EffectiveStatement[],
  denies: readonly EffectiveStatement[],
): readonly EffectiveStatement[] {
  const denied = denies.flatMap(({ actions }) => actions);
  const names = new Set(denied.filter(({ exact }) => exact).map(nameOf));
  const patterns = denied.filter(({ exact }) => !exact);
  const maySpeak = (pattern: PolicyAction, { service, name, exact }: PolicyAction): boolean =>
    pattern.form !== 'action' ||
    hasWildcard(pattern.service) ||
    (sameText(pattern.service, service) && (!exact || matches(pattern.name.toLowerCase(), name.toLowerCase())));
  return statements.filter(
    ({ effect, actions }) =>
      effect === 'allow' &&
      actions.some((action) => names.has(nameOf(action)) || patterns.some((pattern) => maySpeak(pattern, action))),
  );
}

const nameOf = ({ service, name }: PolicyAction): string => `${service}:${name}`.toLowerCase();

const sameText = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
