/** Edits of an `action` or `resource`: one string or an array of them. They keep the person's layout. */
import type { StringList } from '../policy/model.js';
import { replace, type Edit } from '../span.js';
import { insertItemAfter } from '../syntax/edit.js';
import type { JsonString } from '../syntax/json.js';

/** Puts `values`, of which there is at least one, in the place of an item; where it stands without brackets, more than one get them. */
export function replaceItem(
  text: string,
  list: StringList<unknown> | undefined,
  item: JsonString,
  values: readonly string[],
): readonly Edit[] {
  const [first, ...rest] = values.map((value) => JSON.stringify(value));
  if (first === undefined) return [];
  const array = list?.array;
  if (array) return [replace(item, first), ...rest.map((value) => insertItemAfter(text, array, item, value))];
  return [replace(item, rest.length === 0 ? first : `[${[first, ...rest].join(', ')}]`)];
}
