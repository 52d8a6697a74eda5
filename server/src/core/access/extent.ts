/** How much of what is found the catalogue knows by name. */
import type { Facts } from '../knowledge/facts.js';
import { readAction } from '../policy/action.js';
import { knownActions } from './comparing.js';
import type { KnownAction } from './comparison.js';
import { gainsOf, type Gain, type Search } from './gains.js';

/** So many pairs of an action and a resource are looked at. */
const maxCounted = 3000;

/** The actions that are new of a pair of patterns, each once. */
export type Extent = (gain: Gain) => readonly KnownAction[];

/**
 * Goes through the known actions that the patterns stand for; the same statements decide as in the search itself.
 * Undefined where there are too many to count, as for `*`.
 */
export function extentOf(search: Search, facts: Facts): Extent | undefined {
  const { found } = gainsOf({
    ...search,
    limit: maxCounted,
    actionsIn: (action) => knownActions(action, facts),
  });
  if (found.length >= maxCounted) return undefined;
  const byPair = new Map<string, Map<string, KnownAction>>();
  for (const gain of found) {
    const action = knownAction(`${gain.point.service}:${gain.point.name}`, facts);
    if (!action) continue;
    const pair = pairOf(gain);
    byPair.set(pair, (byPair.get(pair) ?? new Map<string, KnownAction>()).set(action.name, action));
  }
  return (gain) => [...(byPair.get(pairOf(gain))?.values() ?? [])];
}

const pairOf = ({ grant: { source }, action, resource }: Gain): string =>
  JSON.stringify([source.policy, source.statement, action.text, resource]);

function knownAction(text: string, { catalogue }: Facts): KnownAction | undefined {
  const { service, name } = readAction(text);
  const known = catalogue.service(service);
  const action = known?.action(name);
  return known && action && { name: `${known.data.service}:${action.name}`, access: action.access };
}
