/** The order in which a service's actions are offered: by use; lifted before the others what goes with the statement. */
import type { Action, Service } from '../../core/catalogue/catalogue.js';
import { isReading } from '../../core/knowledge/reading-part.js';
import { firstWord, isDestroyingVerb, wordsOf } from '../../core/knowledge/verbs.js';
import { memoByObject } from '../../core/memo.js';

export interface PlacedAction {
  readonly action: Action;
  /** Policies, or documents on the set-up of the service, were seen to name it. */
  readonly isUsed: boolean;
  /** The words behind the verb, in the singular. */
  readonly object: readonly string[];
}

/**
 * All actions in their order: by use; those that nothing was seen to name: reading first, destroying last, then the shorter ones, then by
 * the alphabet. Sorted once per service.
 */
export const actionsByUse = memoByObject((service: Service): readonly PlacedAction[] =>
  service
    .actions()
    .map((action) => ({ action, use: useOf(action), object: objectOf(action.name), harm: harmOf(action) }))
    .sort(
      (a, b) =>
        a.use - b.use ||
        a.harm - b.harm ||
        a.action.name.length - b.action.name.length ||
        (a.action.name < b.action.name ? -1 : 1),
    )
    .map(({ action, use, object }) => ({ action, isUsed: use < unranked, object })),
);

/** The rank of a service or an action without one: behind every other, since no catalogue has as many services and no service as many actions. */
export const unranked = 10_000;

/** The actions that a service's set-up needs rank behind those that policies name. */
const useOf = ({ service, name, rank }: Action): number =>
  rank ?? (namedByDocuments(service).has(`${service.data.service}:${name}`) ? unranked - 1 : unranked);

const namedByDocuments = memoByObject(
  ({ data: { scenarios = [], companions = [] } }: Service): ReadonlySet<string> =>
    new Set([...scenarios.flatMap(({ actions = [] }) => actions), ...companions.map(({ action }) => action)]),
);

const harmOf = (action: Action): number => (isReading(action) ? 0 : isDestroyingVerb(firstWord(action.name)) ? 2 : 1);

const objectOf = (name: string): readonly string[] =>
  wordsOf(name)
    .slice(1)
    .map((word) => word.replace(/ies$/u, 'y').replace(/(?<=[^s])s$/u, ''));

/** What puts actions before others. Names are those of the service's actions. */
export interface OrderHints {
  /** What the statement has already, in its order. */
  readonly present: readonly string[];
  /** What this policy and the workspace name; what is present counts no more. */
  readonly elsewhere: ReadonlySet<string>;
}

/** `same`: done to the same thing as the last action; `elsewhere`: named there; `alike`: done to a like thing, and not seen to be used. */
export type Lift = 'same' | 'elsewhere' | 'alike';

/** Says of an action whether it is lifted. */
export function lifting({ present, elsewhere }: OrderHints): (placed: PlacedAction) => Lift | undefined {
  const objects = present.map(objectOf);
  const last = objects.at(-1);
  const first = new Set(objects.flatMap(([word]) => word ?? []));
  return ({ action, isUsed, object }) => {
    if (action.facts?.status) return undefined;
    const [word] = object;
    if (last && word !== undefined && word === last[0] && object.join(' ') === last.join(' ')) return 'same';
    if (elsewhere.has(action.name)) return 'elsewhere';
    return !isUsed && word !== undefined && first.has(word) ? 'alike' : undefined;
  };
}
