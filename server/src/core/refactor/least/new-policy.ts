/** A policy that allows what is in use, where there is none yet. */
import { wholePolicy, type Grant } from '../../edits/statement-text.js';
import { operationLevelOf } from '../../knowledge/level.js';
import type { Facts } from '../../knowledge/facts.js';
import { readAction } from '../../policy/action.js';
import type { Use } from './uses.js';

export interface NewPolicy {
  readonly text: string;
  /** The actions that are allowed on all resources as no use says on which, although CAM may restrict them to some. */
  readonly everywhere: readonly string[];
}

/** A policy that allows the uses and nothing else, with a statement for all actions that are used on the same resources. */
export function policyFor(uses: readonly Use[], { catalogue }: Facts): NewPolicy {
  const places = new Map<string, Set<string>>();
  const everywhere = new Set<string>();
  for (const use of uses) {
    const action = readAction(use.action);
    const name = `${action.service}:${action.name}`;
    const own = places.get(name) ?? new Set<string>();
    places.set(name, own);
    if (operationLevelOf(catalogue, action)) own.add('*');
    else {
      own.add(use.resource ?? '*');
      if (use.resource === undefined) everywhere.add(name);
    }
  }
  const grants = new Map<string, { actions: string[]; resources: readonly string[] }>();
  for (const [action, own] of [...places].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const resources = own.has('*') ? ['*'] : [...own].sort();
    const key = resources.join('\n');
    const grant = grants.get(key) ?? { actions: [], resources };
    grant.actions.push(action);
    grants.set(key, grant);
  }
  const all: readonly Grant[] = [...grants.values()];
  return { text: wholePolicy(all), everywhere: [...everywhere].sort() };
}
