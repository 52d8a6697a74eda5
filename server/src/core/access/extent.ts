/** How much of what is found the catalogue knows by name. */
import type { Facts } from '../knowledge/facts.js';
import { hasWildcard, readAction, type ActionPattern } from '../policy/action.js';
import { matches } from '../wildcard.js';
import { knownActions } from './comparing.js';
import type { KnownAction } from './comparison.js';
import { gainsOf, type Gain, type Search } from './gains.js';

/** So many pairs of an action and a resource are looked at. */
const maxCounted = 3000;

/** So many services are looked at of a pattern that stands for several. */
const maxServices = 20;

/** The actions that are new of a pair of patterns, each once; undefined of patterns of several services, of which they are not counted. */
export type Extent = (gain: Gain) => readonly KnownAction[] | undefined;

/**
 * Goes through the known actions that the patterns stand for; the same statements decide as in the search itself. Of patterns of several services only
 * actions of such services are looked at as a deny before names. Undefined where there are too many to count.
 */
export function extentOf(search: Search, facts: Facts): Extent | undefined {
  const denied = deniedServices(search);
  const { found } = gainsOf({
    ...search,
    limit: maxCounted,
    actionsIn: (action) => narrowed(action, denied).flatMap((each) => [...knownActions(each, facts)]),
  });
  if (found.length >= maxCounted) return undefined;
  const byPair = new Map<string, Map<string, KnownAction>>();
  for (const gain of found) {
    const action = knownAction(`${gain.point.service}:${gain.point.name}`, facts);
    if (!action) continue;
    const pair = pairOf(gain);
    byPair.set(pair, (byPair.get(pair) ?? new Map<string, KnownAction>()).set(action.name, action));
  }
  return (gain) => (hasWildcard(gain.region.service) ? undefined : [...(byPair.get(pairOf(gain))?.values() ?? [])]);
}

/** The services that denies of the side before name. */
const deniedServices = ({ before: { denies } }: Search): ReadonlySet<string> =>
  new Set(
    denies.all.flatMap(({ actions }) =>
      actions.flatMap(({ form, service }) => (form === 'action' && !hasWildcard(service) ? [service] : [])),
    ),
  );

/** The pattern, or what it stands for of those services. */
function narrowed(action: ActionPattern, services: ReadonlySet<string>): readonly ActionPattern[] {
  const { form, service, name } = action;
  if (form !== 'all' && !hasWildcard(service)) return [action];
  const meant = [...services].slice(0, maxServices).filter((each) => form === 'all' || matches(service, each));
  return meant.map((each) => readAction(`${each}:${form === 'all' ? '*' : name}`));
}

const pairOf = ({ grant: { source }, action, resource }: Gain): string =>
  JSON.stringify([source.policy, source.statement, action.text, resource]);

function knownAction(text: string, { catalogue }: Facts): KnownAction | undefined {
  const { service, name } = readAction(text);
  const known = catalogue.service(service);
  const action = known?.action(name);
  return known && action && { name: `${known.data.service}:${action.name}`, access: action.access };
}
