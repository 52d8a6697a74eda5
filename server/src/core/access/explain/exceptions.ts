/** What deny statements take away from what is allowed. */
import { groupBy } from '../../group-by.js';
import type { Facts } from '../../knowledge/facts.js';
import { spellingsOf } from '../../knowledge/spellings.js';
import { once } from '../../memo.js';
import { hasWildcard, readAction, type ActionPattern } from '../../policy/action.js';
import { coversAction, matchesAction, overlapsAction } from '../../policy/action-pattern.js';
import { coversResource, overlapsResource, type Spellings } from '../../policy/resource-pattern.js';
import { includesPrincipals } from '../principals.js';
import type { Exception } from './explanation.js';
import { isOtherwiseWritten, looseAction, looseService } from './loose-names.js';
import { everyService, reachedBy } from './reached.js';
import type { Said } from './scopes.js';

/** Deny statements, found by service. */
export interface Denies {
  /** Those that may take something of the service. */
  of(service: string): readonly Said[];
}

export function indexDenies(denies: readonly Said[], facts: Facts): Denies {
  const nameOf = looseService(facts);
  const found = groupBy(denies, ({ scope }) => nameOf(scope.service));
  const general = denies.filter(({ scope, actions }) => scope.service === everyService || isOpenSet(actions));
  return {
    of: (service) =>
      service === everyService || service.includes('*')
        ? denies
        : [
            ...(found.get(nameOf(service)) ?? []),
            ...(general.length > 0 ? general.filter((one) => nameOf(one.scope.service) !== nameOf(service)) : []),
          ],
  };
}

/** What numbered sets and services with wildcards hold is not known from their name. */
const isOpenSet = (actions: readonly ActionPattern[]): boolean =>
  actions.some(({ form, service }) => form === 'set' || service.includes('*'));

/** What denies take away from grants. Of grants and denies with the same actions the common ones are found once. */
export type Cut = (grant: Said, deny: Said) => readonly Exception[];

/** None where nothing is taken away that is known. */
export function createCut(facts: Facts): Cut {
  const spellings = spellingsOf(facts);
  const known = new Map<string, Known>();
  return (grant, deny) => {
    // Cheaper than what both speak of.
    if (!meet(grant, deny, spellings)) return [];
    const own = known.get(grant.key) ?? {
      given: { sure: givenBy(grant.actions), loose: once(() => givenBy(grant.actions.map(looseAction(facts)))) },
      taken: new Map<string, readonly Taken[]>(),
    };
    if (own.taken.size === 0) known.set(grant.key, own);
    const taken = own.taken.get(deny.key) ?? takenFrom(grant, deny, own.given, facts);
    own.taken.set(deny.key, taken);
    return taken.map((one) => ({ ...deny.scope, ...one, wholly: !one.unsure && isWholly(grant, deny, spellings) }));
  };
}

/** What is known of grants with the same actions. */
interface Known {
  readonly given: { readonly sure: Given; readonly loose: () => Given };
  /** What denies take from them, by the actions of the deny. */
  readonly taken: Map<string, readonly Taken[]>;
}

type Taken = Pick<Exception, 'service' | 'reached' | 'unsure'>;

/** The actions of a grant, found by name. */
interface Given {
  readonly all: readonly ActionPattern[];
  /** Those without wildcards, as `service:Name`. */
  readonly exact: ReadonlySet<string>;
  readonly patterns: readonly ActionPattern[];
}

const givenBy = (actions: readonly ActionPattern[]): Given => ({
  all: actions,
  exact: new Set(actions.filter(({ exact }) => exact).map(({ service, name }) => `${service}:${name}`)),
  patterns: actions.filter(({ exact }) => !exact),
});

const gives = ({ exact, patterns }: Given, service: string, name: string): boolean =>
  exact.has(`${service}:${name}`) || patterns.some((given) => matchesAction(given, service, name));

const maySpeakOf = ({ all, exact, patterns }: Given, denied: ActionPattern): boolean =>
  (denied.exact && exact.has(`${denied.service}:${denied.name}`)) ||
  (denied.exact ? patterns : all).some((given) => overlapsAction(given, denied));

/** A name that is written otherwise than in the catalogue is sure to mean what is written so, and no more. */
const surelySpeaksOf = (sure: Given, denied: ActionPattern, facts: Facts): boolean =>
  maySpeakOf(sure, denied) &&
  (!isOtherwiseWritten(denied, facts) || sure.patterns.every((given) => !overlapsAction(given, denied)));

/** The actions that both speak of, and those of which it is not known. */
function takenFrom(grant: Said, deny: Said, { sure, loose }: Known['given'], facts: Facts): readonly Taken[] {
  const overlapping = deny.actions.filter((denied) => surelySpeaksOf(sure, denied, facts));
  const surely = overlapping.length > 0 ? surelyTaken(grant, deny, overlapping, sure, facts) : [];
  if (overlapping.length === deny.actions.length) return surely;
  const nameOf = looseService(facts);
  const isSure = new Set(overlapping);
  const perhaps = deny.actions.filter(
    (denied) => !isSure.has(denied) && maySpeakOf(loose(), looseAction(facts)(denied)),
  );
  if (perhaps.length === 0) return surely;
  const reached = reachedBy(perhaps, facts, ({ name, service: { data } }) =>
    gives(loose(), nameOf(data.service), name.toLowerCase()),
  );
  const [given, denied] = [grant.scope.service, deny.scope.service];
  const isOtherName = nameOf(given) === nameOf(denied) && given.toLowerCase() !== denied.toLowerCase();
  return [...surely, { service: denied, reached, unsure: isOtherName ? 'service' : 'case' }];
}

function surelyTaken(
  { scope: { service, reached: given }, unreached }: Said,
  deny: Said,
  overlapping: readonly ActionPattern[],
  sure: Given,
  facts: Facts,
): readonly Taken[] {
  // All that the grant gives is said by its own patterns.
  if (overlapping.some(({ form }) => form === 'all') && service !== everyService)
    return [{ service, reached: { ...given, patterns: ['*'], all: true }, unsure: undefined }];
  const isOne = !hasWildcard(service) && !service.startsWith('permid/');
  // Of a deny for several services only the grant's matters.
  const patterns = isOne
    ? overlapping.map((denied) => (denied.form === 'action' ? readAction(`${service}:${denied.name}`) : denied))
    : overlapping;
  const gone = new Set([...deny.unreached, ...unreached]);
  // Some services have a second name; both must write the same one.
  const written = patterns.flatMap((one) => (one.form === 'action' && !hasWildcard(one.service) ? [one.service] : []));
  const services = [...new Set(isOne ? [service] : written)];
  const odd = new Set(patterns.filter((one) => isOtherwiseWritten(one, facts)).map(({ name }) => name.toLowerCase()));
  const reached = reachedBy(
    patterns,
    facts,
    ({ name, service: { data } }) =>
      !gone.has(name) &&
      (odd.has(name.toLowerCase()) ||
        (services.length > 0 ? services : [data.service]).some((one) => gives(sure, one, name))),
  );
  const { classes, unknown, open, all } = reached;
  return classes.length + unknown.length > 0 || open || all || isOpenSet(patterns)
    ? [{ service: isOne && hasWildcard(deny.scope.service) ? service : deny.scope.service, reached, unsure: undefined }]
    : [];
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
