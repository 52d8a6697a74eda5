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
  return { writes, reads: readingPatterns(actions.filter(isReading), writes) };
});

function readingPatterns(reads: readonly Action[], writes: readonly Action[]): readonly string[] {
  const count = new Map<string, number>();
  for (const { name } of reads) count.set(verbOf(name), (count.get(verbOf(name)) ?? 0) + 1);
  // A verb that one action has is better named whole, and one that a changing action begins with must not be a pattern.
  const verbs = new Set(
    [...count].flatMap(([verb, times]) =>
      verb !== '' && times > 1 && !writes.some(({ name }) => name.startsWith(verb)) ? [verb] : [],
    ),
  );
  const rest = reads.filter(({ name }) => !verbs.has(verbOf(name))).map(({ name }) => name);
  return [...[...verbs].map((verb) => `${verb}*`), ...rest].sort();
}
