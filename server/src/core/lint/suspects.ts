/** Which rules have cause to look at an action or a resource, remembered with the string. */
import type { ActionPattern } from '../policy/action.js';
import type { ResourcePattern } from '../policy/resource.js';
import { onceIn, oncePer } from '../memo.js';
import { perFacts } from '../knowledge/facts.js';
import type { Facts } from '../knowledge/facts.js';
import type { Rule } from './rule.js';

export type Rules = { readonly [code: string]: Rule };

/** A rule whose check is to see a string. */
export interface Suspicion {
  /** Its place among the rules. */
  readonly index: number;
  /** What the rule threw when it was asked, in place of an answer. */
  readonly failure?: { readonly error: unknown };
}

/** The rules that have cause to look at a string, in the order of the rules. */
export interface Suspects {
  readonly ofAction: (action: ActionPattern) => readonly Suspicion[];
  readonly ofResource: (resource: ResourcePattern) => readonly Suspicion[];
}

/** The suspects among `rules`; asks them on `facts`. The same rules and facts give the same object. */
export const suspectsOf = (rules: Rules, facts: Facts): Suspects => suspectsAmong(rules)(facts);

const suspectsAmong = oncePer((rules: Rules) => perFacts((facts) => createSuspects(rules, facts)));

function createSuspects(rules: Rules, facts: Facts): Suspects {
  const all = Object.values(rules).map(({ check }, index) => ({ check, index }));
  const ofActions = all.filter(({ check }) => check.action);
  const ofResources = all.filter(({ check }) => check.resource);
  return {
    ofAction: onceIn((action) => asked(ofActions, ({ suspects }) => suspects?.action?.(action, facts))),
    ofResource: onceIn((resource) => asked(ofResources, ({ suspects }) => suspects?.resource?.(resource, facts))),
  };
}

/** Of most strings nobody has anything to say. */
const nobody: readonly Suspicion[] = [];

/** A rule that does not tell is to look. */
function asked(
  rules: readonly { readonly check: Rule['check']; readonly index: number }[],
  ask: (check: Rule['check']) => boolean | undefined,
): readonly Suspicion[] {
  let found: Suspicion[] | undefined;
  for (const { check, index } of rules) {
    try {
      if (ask(check) ?? true) (found ??= []).push({ index });
    } catch (error) {
      (found ??= []).push({ index, failure: { error } });
    }
  }
  return found ?? nobody;
}
