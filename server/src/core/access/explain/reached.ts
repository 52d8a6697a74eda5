/** The actions that patterns of one service stand for, by access class. */
import type { Action } from '../../catalogue/catalogue.js';
import { groupBy } from '../../group-by.js';
import type { Facts } from '../../knowledge/facts.js';
import { accessClasses } from '../../knowledge/access-names.js';
import { actionsOf } from '../../knowledge/level.js';
import { hasWildcard, type ActionPattern } from '../../policy/action.js';
import type { Reached } from './explanation.js';

export const everyService = '*';

/** The patterns by the service they are of, as it is written, `*` for all services. Numbered sets stand below their own text. */
export const byService = <Pattern extends ActionPattern>(
  patterns: readonly Pattern[],
): ReadonlyMap<string, readonly Pattern[]> => groupBy(patterns, serviceOf);

/** The service that a pattern is of, by the name that `byService` gives it. */
export function serviceOf({ form, service, text }: ActionPattern): string {
  if (form === 'set') return text;
  return /^\*+$/u.test(service) || form === 'all' ? everyService : service;
}

/** What the patterns, all of one service, stand for; of the known actions only those that `keep` takes. */
export function reachedBy(
  patterns: readonly ActionPattern[],
  { catalogue }: Facts,
  keep: (action: Action) => boolean = () => true,
): Reached {
  const names = new Map<string, Action>();
  const unknown: string[] = [];
  let open = false;
  for (const pattern of patterns) {
    const actions = actionsOf(catalogue, pattern);
    for (const action of actions) if (keep(action)) names.set(action.name, action);
    if (hasWildcard(pattern.name)) open ||= catalogue.service(pattern.service)?.data.complete !== true;
    else if (actions.length === 0 && pattern.form === 'action') unknown.push(pattern.name);
  }
  return {
    patterns: [...new Set(patterns.map(({ form, name, text }) => (form === 'set' ? text : name)))],
    all: patterns.some(({ form, name }) => form === 'all' || /^\*+$/u.test(name)),
    classes: classesOf([...names.values()]),
    unknown: [...new Set(unknown)],
    open,
  };
}

function classesOf(actions: readonly Action[]): Reached['classes'] {
  return accessClasses.flatMap((access) => {
    const names = actions.filter((action) => action.access === access).map(({ name }) => name);
    return names.length > 0 ? [{ access, names: names.sort() }] : [];
  });
}
