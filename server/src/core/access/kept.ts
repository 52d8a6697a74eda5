/** What one side of a comparison says that the other surely says as well. Of this nothing is new, whatever the conditions mean. */
import type { ActionPattern } from '../policy/action.js';
import { covers } from '../wildcard.js';
import type { Binding, BoundResource } from './binding.js';
import { asksNoMore, reaches, speaksOf, type Grant, type Grants, type Side } from './grants.js';
import { strict } from './reading.js';
import { pointOf, regionsOf } from './regions.js';

/** Whether a statement of `grants` surely stands for all that the pair stands for, wherever the statements of `needs` apply. Asks of no doubt. */
export function isKept(
  binding: Binding,
  grants: Grants,
  action: ActionPattern,
  resource: BoundResource,
  needs: readonly Grant[],
): boolean {
  const { sure } = regionsOf(action, resource);
  if (action.form === 'set')
    return grants.all.some(
      (grant) =>
        asksNoMore(grant, needs) &&
        grant.actions.some(({ form, text }) => form === 'all' || text === action.text) &&
        grant.resources.some((other) => other.bound.all || covers(keyOf(other.bound), keyOf(resource))),
    );
  return sure.every((region) => {
    const point = pointOf(region);
    return grants
      .speakingOf(point)
      .some(
        (grant) =>
          asksNoMore(grant, needs) && speaksOf(grant, point, strict) && reaches(grant, point.where, binding, strict),
      );
  });
}

const keyOf = ({ project, service, region, account, path }: BoundResource): string =>
  [project, service, region, account, path].join(':');

/** What is to be looked at: pairs of an action and a resource, by the places of the statement, the action and the resource; undefined: all. */
export interface Unkept {
  readonly allows: ReadonlySet<string> | undefined;
  readonly denies: ReadonlySet<string>;
}

export const placeOf = (grant: number, action: number, resource: number): string => `${grant} ${action} ${resource}`;

/**
 * The allows of `after` that `before` has not, and the denies of `before` that `after` has not. For callers whose numbers no text has; what is kept for these is
 * kept for all.
 */
export function unkeptOf(before: Side, after: Side, binding: Binding): Unkept {
  const limited = before.limits !== undefined || after.limits !== undefined;
  return {
    allows: limited ? undefined : placesIn(after.allows, before.allows, binding),
    denies: placesIn(before.denies, after.denies, binding),
  };
}

function placesIn({ all }: Grants, others: Grants, binding: Binding): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [at, grant] of all.entries())
    for (const [place, action] of grant.actions.entries())
      for (const [index, { bound }] of grant.resources.entries())
        if (!isKept(binding, others, action, bound, [grant])) found.add(placeOf(at, place, index));
  return found;
}
