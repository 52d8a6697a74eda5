/** Denies of one side that another has not got. */
import { groupBy } from '../group-by.js';
import type { ActionPattern } from '../policy/action.js';
import type { Search } from './gains.js';
import type { Grant } from './grants.js';
import { isKept, placeOf } from './kept.js';
import { regionsOf, type Region } from './regions.js';

/** A deny of the side before that no deny after surely covers. */
export interface Lifted {
  readonly grant: Grant;
  /** Those of its regions that may have something in common with a region, in their order. */
  readonly near: (region: Region) => readonly Region[];
  /** Of which its actions are, in lower case; `*` where one is of several. */
  readonly services: ReadonlySet<string>;
}

/** Whether a deny that is gone may speak of the action's service. */
export const mayBeLifted = (lifted: readonly Lifted[], { exact, service }: ActionPattern): boolean =>
  !exact || lifted.some(({ services }) => services.has('*') || services.has(service.toLowerCase()));

/** The denies of the side before that no deny of the side after surely covers. */
export function liftedDenies({
  before,
  after,
  binding,
  unkept: { denies },
}: Pick<Search, 'before' | 'after' | 'binding' | 'unkept'>): readonly Lifted[] {
  if (denies.size === 0) return [];
  return before.denies.all.flatMap((grant, at) => {
    const regions = grant.actions.flatMap((action, place) =>
      grant.resources
        .filter(
          ({ bound }, index) =>
            denies.has(placeOf(at, place, index)) && !isKept(binding, after.denies, action, bound, [grant]),
        )
        .flatMap(({ bound }) => {
          const { sure, doubtful } = regionsOf(action, bound);
          return [...sure, ...doubtful];
        }),
    );
    if (regions.length === 0) return [];
    const services = new Set(grant.actions.map(({ form, service }) => servicesOf(form, service)));
    return [{ grant, near: nearIn(regions), services }];
  });
}

/** Finds regions by the action, for denies may name hundreds; those of a pattern may have something in common with any. */
function nearIn(regions: readonly Region[]): Lifted['near'] {
  const keys = regions.map(keyOfAction);
  const places = groupBy([...keys.keys()], (place) => keys[place]);
  const open = places.get(undefined) ?? [];
  return (region) => {
    const key = keyOfAction(region);
    if (key === undefined) return regions;
    const found = [...open, ...(places.get(key) ?? [])].sort((a, b) => a - b);
    return found.flatMap((place) => regions[place] ?? []);
  };
}

/** In lower case, as no document says whether case matters; undefined of a pattern. */
const keyOfAction = ({ service, name }: Region): string | undefined =>
  service.includes('*') || name.includes('*') ? undefined : `${service}:${name}`.toLowerCase();

const servicesOf = (form: ActionPattern['form'], service: string): string =>
  form === 'action' && !service.includes('*') ? service.toLowerCase() : '*';
