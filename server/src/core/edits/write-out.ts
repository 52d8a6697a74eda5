/** Writes what a wildcard stands for in its place. */
import type { PolicyAction, StringList } from '../policy/model.js';
import type { Edit } from '../span.js';
import { removeItem, replaceItem } from './list.js';

/**
 * Puts actions in the place of `pattern`, an item of `list`, without those that the list has already; takes the pattern out where none is left. Not for
 * several patterns at once: what takes out neighbours overlaps. `actions`: `service:Name`, without a prefix: they get the pattern's.
 */
export function writeOutOrRemove(
  text: string,
  list: StringList<PolicyAction>,
  pattern: PolicyAction,
  actions: readonly string[],
): readonly Edit[] {
  const others = list.items.filter((item) => item !== pattern);
  const present = new Set(others.map(({ service, name }) => `${service}:${name}`));
  const items = actions
    .filter((action) => !present.has(action))
    .map((action) => JSON.stringify(pattern.prefix + action));
  return items.length > 0 ? replaceItem(text, list, pattern.node, items) : removeItem(text, list, pattern.node);
}
