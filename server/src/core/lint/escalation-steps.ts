/** The actions by which rights can be raised, looked up by what a policy writes. */
import { hasWildcard, readAction, type ActionPattern } from '../policy/action.js';
import { matchesAction } from '../policy/action-pattern.js';
import type { PolicyAction } from '../policy/model.js';
import { escalations, type Escalation } from './escalations.js';
import { budget, maxLookups } from './limits.js';

/** One dangerous action. */
export interface Step {
  readonly way: Escalation;
  readonly text: string;
  readonly action: ActionPattern;
}

const steps: readonly Step[] = Object.values(escalations).flatMap((way: Escalation) =>
  way.actions.map((text) => ({ way, text, action: readAction(text) })),
);

/** Their services: of all others no action need be looked up. */
const dangerous: ReadonlySet<string> = new Set(steps.map(({ action }) => action.service));

/** The dangerous actions that a pattern stands for, remembered. */
export const createLookup = (): ((action: PolicyAction) => readonly Step[]) => {
  const look = budget(maxLookups, (text) => {
    const pattern = readAction(text);
    const found = steps.filter(({ action }) => matchesAction(pattern, action.service, action.name));
    return found.length > 0 ? found : null;
  });
  // `*` on everything is told by allow-all.
  return ({ form, service, node }) =>
    form === 'action' && (dangerous.has(service) || hasWildcard(service)) ? (look(node.value) ?? []) : [];
};
