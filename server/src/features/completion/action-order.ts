/** The order in which a service's actions are offered: by use, then by what the statement has, then the shorter ones. */
import type { Action, Service } from '../../core/catalogue/catalogue.js';
import { isReading } from '../../core/knowledge/reading-part.js';
import { firstWord, isDestroyingVerb, wordsOf } from '../../core/knowledge/verbs.js';
import { memoByObject } from '../../core/memo.js';

/** What an order depends on besides the service. Names are those of the service's actions. */
export interface OrderHints {
  /** What the statement has already, in its order. */
  readonly present: readonly string[];
  /** What this policy and the workspace name elsewhere. */
  readonly elsewhere: ReadonlySet<string>;
  /** The statement names resources: what cannot be restricted to some goes behind. */
  readonly restricted: boolean;
}

/** The actions that are not present, in the order to offer them. Takes one pass over the service's actions, which are sorted once. */
export function orderedActions(service: Service, hints: OrderHints): readonly Action[] {
  const present = new Set(hints.present);
  const objects = hints.present.map(objectOf);
  const kin: Kin = {
    last: objects.at(-1)?.join(' '),
    first: new Set(objects.flatMap(([word]) => word ?? [])),
  };
  const tiers: Action[][] = [];
  for (const indexed of sortedByUse(service))
    if (!present.has(indexed.action.name)) (tiers[tierOf(indexed, hints, kin)] ??= []).push(indexed.action);
  return tiers.flat();
}

/** What the statement's actions are done to: the object of the last one, and the words with which the objects of all begin. */
interface Kin {
  readonly last: string | undefined;
  readonly first: ReadonlySet<string>;
}

interface Indexed {
  readonly action: Action;
  /** Place by use; `behindAll` for what neither policies nor documents on the set-up of the service name. */
  readonly use: number;
  /** The words behind the verb, in the singular. */
  readonly object: readonly string[];
}

/**
 * Done to the same thing as the last action; named elsewhere; named by policies and documents; done to a like thing; the others; what a statement on
 * resources cannot grant; what was renamed or is gone.
 */
function tierOf({ action, object, use }: Indexed, { elsewhere, restricted }: OrderHints, { last, first }: Kin): number {
  if (action.facts?.status) return 6;
  if (restricted && action.level?.level === 'operation') return 5;
  if (object.length > 0 && object.join(' ') === last) return 0;
  if (elsewhere.has(action.name)) return 1;
  if (use < behindAll) return 2;
  return first.has(object[0] ?? '') ? 3 : 4;
}

/** No service has so many actions. */
const behindAll = 10_000;

/** By use; those that no policy was seen to name: reading first, destroying last, then the shorter ones, then by the alphabet. */
const sortedByUse = memoByObject((service: Service): readonly Indexed[] =>
  service
    .actions()
    .map((action) => ({ action, use: useOf(action), object: objectOf(action.name), harm: harmOf(action) }))
    .sort(
      (a, b) =>
        a.use - b.use ||
        a.harm - b.harm ||
        a.action.name.length - b.action.name.length ||
        (a.action.name < b.action.name ? -1 : 1),
    ),
);

/** What documents tell of the set-up comes behind what policies name. */
const useOf = ({ service, name, rank }: Action): number =>
  rank ?? (namedByDocuments(service).has(`${service.data.service}:${name}`) ? behindAll - 1 : behindAll);

const namedByDocuments = memoByObject(
  ({ data: { scenarios = [], companions = [] } }: Service): ReadonlySet<string> =>
    new Set([...scenarios.flatMap(({ actions = [] }) => actions), ...companions.map(({ action }) => action)]),
);

const harmOf = (action: Action): number => (isReading(action) ? 0 : isDestroyingVerb(firstWord(action.name)) ? 2 : 1);

const objectOf = (name: string): readonly string[] =>
  wordsOf(name)
    .slice(1)
    .map((word) => word.replace(/ies$/u, 'y').replace(/(?<=[^s])s$/u, ''));
