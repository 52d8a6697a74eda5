/** Whether the requests of an action carry a condition key. Says no only where documents say which requests do. */
import type { ServiceConditionKeyData } from '../catalogue/data.js';
import type { Action, Service } from '../catalogue/catalogue.js';
import { cosTraits } from '../policy/cos-kin.js';
import { hasWildcard, type ActionPattern } from '../policy/action.js';
import { matches } from '../wildcard.js';
import { cosKey, isWithoutBody } from './cos-keys.js';
import type { Facts } from './facts.js';
import { isCurrent } from './age.js';
import { actionsOf } from './level.js';

/** Why a key is not among those of an action. */
export type Lack =
  /** It belongs to another service. */
  | { readonly kind: 'service'; readonly service: string }
  /** Documents list it for other actions only; `dated` is the day of a list that may have grown. */
  | { readonly kind: 'listed'; readonly actions: readonly string[]; readonly dated?: string }
  /** It is of requests that send a body. */
  | { readonly kind: 'body' };

/** `unknown`: no document lets us tell. */
export type KeyUse = 'has' | 'unknown' | Lack;

/** What is known of `key` in the requests that `pattern` stands for. */
export function keyUse(key: string, pattern: ActionPattern, facts: Facts): KeyUse {
  if (pattern.form !== 'action' || hasWildcard(pattern.service)) return 'unknown';
  const service = facts.catalogue.service(pattern.service);
  if (!service) return 'unknown';
  if (service.data.service === 'cos' && cosKey(key)) return useInCos(key, pattern, service);
  const listed = service.data.conditionKeys?.find((own) => own.key === key);
  if (listed) return useInList(listed, pattern, facts);
  const owner = ownerOf(key, facts);
  if (owner === undefined || owner === service.data.service) return 'unknown';
  // Whether services like COS take each other's keys is not known.
  if (cosTraits(owner) && cosTraits(pattern.service)) return 'unknown';
  return isWhole(pattern, facts) ? { kind: 'service', service: owner } : 'unknown';
}

/** The table of COS's keys names all requests of each. */
function useInCos(key: string, { exact, name }: ActionPattern, service: Service): KeyUse {
  if (exact && !service.actionIgnoringCase(name)) return 'unknown';
  const { actions } = cosKey(key) ?? {};
  if (!actions) return exact && isWithoutBody(name) ? { kind: 'body' } : 'unknown';
  const lower = name.toLowerCase();
  return actions.some((action) => matches(lower, action.toLowerCase())) ? 'has' : { kind: 'listed', actions };
}

/** Tables by action: an action that has a row of its own has the keys of that row. */
function useInList({ actions, sources }: ServiceConditionKeyData, pattern: ActionPattern, facts: Facts): KeyUse {
  if (!actions) return 'has';
  const own = actionsOf(facts.catalogue, pattern);
  if (own.some(({ name }) => actions.includes(name))) return 'has';
  if (!isWhole(pattern, facts) || !own.every(hasRow)) return 'unknown';
  const [from] = own[0]?.service.sources(sources) ?? [];
  return {
    kind: 'listed',
    actions,
    ...(from && !isCurrent(from, facts.catalogue.date) ? { dated: from.date ?? '' } : {}),
  };
}

/** Whether a document says of this very action what it takes. */
const hasRow = ({ level }: Action): boolean => level?.scope === 'action' && !level.derived;

/** Whether every action that the pattern stands for is known. */
function isWhole(pattern: ActionPattern, { catalogue }: Facts): boolean {
  const actions = actionsOf(catalogue, pattern);
  return actions.length > 0 && (pattern.exact || actions[0]?.service.data.complete === true);
}

/**
 * The one service that has the key; undefined for those of all services, for unknown ones, and for keys with the prefix of another service than the
 * one that documents them, which may be taken by more.
 */
function ownerOf(key: string, { catalogue, language }: Facts): string | undefined {
  const colon = key.indexOf(':');
  const prefix = colon > 0 ? catalogue.service(key.slice(0, colon)) : undefined;
  const known = language.conditionKey(key);
  if (known) return !known.service || (prefix && prefix.data.service !== known.service) ? undefined : known.service;
  return prefix?.data.conditionKeys?.some((own) => own.key === key) ? prefix.data.service : undefined;
}
