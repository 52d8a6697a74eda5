/** What a service's actions do, taken together: how many change something, and which patterns stand for those that only read. */
import type { Action, Service } from '../catalogue/catalogue.js';
import { memoByObject } from '../memo.js';
import { verbOf } from './verbs.js';

export interface ReadingPart {
  /** The actions that change something, sorted by name. */
  readonly writes: readonly Action[];
  /** `Describe*` and its like, and single names, that together stand for the reading actions and no other; sorted. */
  readonly reads: readonly string[];
}

/** Whether an action changes nothing. */
export const isReading = ({ access }: Action): boolean => access === 'read' || access === 'list';

export const readingPartOf = memoByObject((service: Service): ReadingPart => {
  const actions = service.actions();
  const writes = actions.filter((action) => !isReading(action));
  return { writes, reads: patternsOf(actions.filter(isReading), writes) };
});

/** `Describe*` and its like, and single names, that together stand for the actions `wanted` and for none of `others`; sorted. */
export function patternsOf(wanted: readonly Action[], others: readonly Action[]): readonly string[] {
  const count = new Map<string, number>();
  for (const { name } of wanted) count.set(verbOf(name), (count.get(verbOf(name)) ?? 0) + 1);
  const names = others.map(({ name }) => name);
  // A verb that one action has is better named whole, and one that another action begins with must not be a pattern.
  const verbs = new Set(
    [...count].flatMap(([verb, times]) =>
      verb !== '' && times > 1 && !names.some((name) => name.startsWith(verb)) ? [verb] : [],
    ),
  );
  const rest = wanted.filter(({ name }) => !verbs.has(verbOf(name))).map(({ name }) => name);
  return [...[...verbs].map((verb) => `${verb}*`), ...rest].sort();
}
