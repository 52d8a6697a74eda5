/** What deny statements take away from what is allowed. */
import { groupBy } from '../../group-by.js';
import type { Facts } from '../../knowledge/facts.js';
import { spellingsOf } from '../../knowledge/spellings.js';
import { hasWildcard, type ActionPattern } from '../../policy/action.js';
import { coversAction, matchesAction, overlapsAction } from '../../policy/action-pattern.js';
import { coversResource, overlapsResource, type Spellings } from '../../policy/resource-pattern.js';
import { includesPrincipals } from '../principals.js';
import type { Exception, Reached } from './explanation.js';
import { everyService, reachedBy } from './reached.js';
import type { Said } from './scopes.js';

/** Deny statements, found by service. */
export interface Denies {
  /** Those that may take something of the service. */
  of(service: string): readonly Said[];
}

export function indexDenies(denies: readonly Said[]): Denies {
  const found = groupBy(denies, ({ scope }) => scope.service);
  const general = denies.filter(({ scope, actions }) => scope.service === everyService || isOpenSet(actions));
  return {
    of: (service) =>
      service === everyService || service.includes('*')
        ? denies
        : [
            ...(found.get(service) ?? []),
            ...(general.length > 0 ? general.filter((one) => one.scope.service !== service) : []),
          ],
  };
}

/** What numbered sets and services with wildcards hold is not known from their name. */
const isOpenSet = (actions: readonly ActionPattern[]): boolean =>
  actions.some(({ form, service }) => form === 'set' || service.includes('*'));

/** What denies take away from grants. Of grants and denies with the same actions the common ones are found once. */
export type Cut = (grant: Said, deny: Said) => Exception | undefined;

/** Undefined where nothing is taken away that is known. */
export function createCut(facts: Facts): Cut {
  const spellings = spellingsOf(facts);
  const known = new Map<string, Known>();
  return (grant, deny) => {
    // Cheaper than what both speak of.
    if (!meet(grant, deny, spellings)) return undefined;
    const own = known.get(grant.key) ?? { given: givenBy(grant), taken: new Map<string, Reached | undefined>() };
    if (own.taken.size === 0) known.set(grant.key, own);
    if (!own.taken.has(deny.key)) own.taken.set(deny.key, takenFrom(grant, deny, own.given, facts));
    const reached = own.taken.get(deny.key);
    return reached && { ...deny.scope, reached, wholly: isWholly(grant, deny, spellings) };
  };
}

/** What is known of grants with the same actions. */
interface Known {
  readonly given: Given;
  /** What denies take from them, by the actions of the deny. */
  readonly taken: Map<string, Reached | undefined>;
}

/** The actions of a grant, found by name. */
interface Given {
  /** Those without wildcards, as `service:Name`. */
  readonly exact: ReadonlySet<string>;
  readonly patterns: readonly ActionPattern[];
}

const givenBy = ({ actions }: Said): Given => ({
  exact: new Set(actions.filter(({ exact }) => exact).map(({ service, name }) => `${service}:${name}`)),
  patterns: actions.filter(({ exact }) => !exact),
});

/** The actions that both speak of; undefined: none. */
function takenFrom(grant: Said, deny: Said, { exact, patterns }: Given, facts: Facts): Reached | undefined {
  const overlapping = deny.actions.filter(
    (denied) =>
      (denied.exact && exact.has(`${denied.service}:${denied.name}`)) ||
      (denied.exact ? patterns : grant.actions).some((given) => overlapsAction(given, denied)),
  );
  if (overlapping.length === 0) return undefined;
  // All that the grant gives is said by its own patterns.
  if (overlapping.some(({ form }) => form === 'all') && grant.scope.service !== everyService)
    return { ...grant.scope.reached, patterns: ['*'], all: true };
  const gone = new Set([...deny.unreached, ...grant.unreached]);
  // Some services have a second name; both must write the same one.
  const written = overlapping.flatMap(({ form, service }) =>
    form === 'action' && !hasWildcard(service) ? [service] : [],
  );
  const services = written.length > 0 ? [...new Set(written)] : undefined;
  const gives = (service: string, name: string): boolean =>
    exact.has(`${service}:${name}`) || patterns.some((given) => matchesAction(given, service, name));
  const reached = reachedBy(
    overlapping,
    facts,
    ({ name, service: { data } }) =>
      !gone.has(name) && (services ?? [data.service]).some((service) => gives(service, name)),
  );
  const { classes, unknown, open, all } = reached;
  return classes.length + unknown.length > 0 || open || all || isOpenSet(overlapping) ? reached : undefined;
}

const meet = (grant: Said, deny: Said, spellings: Spellings): boolean =>
  grant.scope.resources.length === 0 ||
  deny.scope.resources.length === 0 ||
  grant.scope.resources.some((given) =>
    deny.scope.resources.some((denied) => overlapsResource(given, denied, spellings)),
  );

/** Whether the deny applies wherever the grant does, whatever the request. */
const isWholly = ({ scope: grant }: Said, { scope: deny }: Said, spellings: Spellings): boolean =>
  deny.tests.length === 0 &&
  !deny.unreadCondition &&
  includesPrincipals(deny.principals, grant.principals) &&
  (deny.resources.length === 0 ||
    (grant.resources.length > 0 &&
      grant.resources.every((given) => deny.resources.some((denied) => coversResource(denied, given, spellings)))));

/** Whether the denies take away all of the grant's actions, whatever they stand for. */
export const isTakenAway = (grant: Said, denies: readonly Said[]): boolean =>
  denies.length > 0 &&
  grant.actions.every((given) => denies.some(({ actions }) => actions.some((denied) => coversAction(denied, given))));
