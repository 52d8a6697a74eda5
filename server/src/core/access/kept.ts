/** What one side of a comparison says that the other surely says as well. Of this nothing is new, whatever the conditions mean. */
import { memoByObject } from '../memo.js';
import { readAction, type ActionPattern } from '../policy/action.js';
import { covers } from '../wildcard.js';
import type { Binding, BoundResource } from './binding.js';
import { fresh, generic } from './glob.js';
import { asksNoMore, reaches, speaksOf, type Grant, type Grants, type Side } from './grants.js';
import { strict } from './reading.js';
import { pointOf, regionsOf } from './regions.js';

/** Whether a statement of `grants` surely stands for all that the pair stands for, wherever the statements of `needs` apply. Asks of no doubt. */
export const isKept = (
  binding: Binding,
  grants: Grants,
  action: ActionPattern,
  resource: BoundResource,
  needs: readonly Grant[],
): boolean => isKeptBy(keepersOf(grants, action, needs), action, resource, binding);

/** The statements that surely stand for the action wherever those of `needs` apply, on some resource. */
export function keepersOf(grants: Grants, action: ActionPattern, needs: readonly Grant[]): readonly Grant[] {
  if (action.form === 'set')
    return grants.all.filter(
      (grant) =>
        asksNoMore(grant, needs) && grant.actions.some(({ form, text }) => form === 'all' || text === action.text),
    );
  const asked =
    action.form === 'action'
      ? { service: generic(action.service), name: generic(action.name) }
      : { service: fresh, name: fresh };
  return grants.speakingOf(asked).filter((grant) => asksNoMore(grant, needs) && speaksOf(grant, asked, strict));
}

export function isKeptBy(
  keepers: readonly Grant[],
  { form }: ActionPattern,
  resource: BoundResource,
  binding: Binding,
): boolean {
  if (keepers.length === 0) return false;
  if (form === 'set')
    return keepers.some(({ resources }) =>
      resources.some(({ bound }) => bound.all || (!resource.all && covers(keyOf(bound), keyOf(resource)))),
    );
  return placesOf(resource).every((where) => keepers.some((grant) => reaches(grant, where, binding, strict)));
}

/** For each set of requests that the resource surely stands for, the one that the fewest patterns stand for. */
export const placesOf = memoByObject((resource: BoundResource): readonly BoundResource[] =>
  regionsOf(readAction('*'), resource).sure.map((region) => pointOf(region).where),
);

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
    for (const [place, action] of grant.actions.entries()) {
      const keepers = keepersOf(others, action, [grant]);
      for (const [index, { bound }] of grant.resources.entries())
        if (!isKeptBy(keepers, action, bound, binding)) found.add(placeOf(at, place, index));
    }
  return found;
}
