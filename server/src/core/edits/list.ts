/** The only writer of elements that are one string or an array of strings. It keeps the layout of the existing text. */
import type { StringList } from '../policy/model.js';
import { memoByObject } from '../memo.js';
import { replace, type Edit, type Span } from '../span.js';
import { removeMember, removeMembers } from './members.js';
import { indentAt, indentUnit, isMultiline, lineEnd, lineStartAt } from '../syntax/measure.js';
import type { JsonArray, JsonNode, JsonString } from '../syntax/json.js';

/** The value to edit: one string, or an array of strings and perhaps other values. */
type Items = StringList<unknown>;

/** The list if it can be rearranged: one string, or a non-empty array of strings only. */
export const plainList = <Item>(list: StringList<Item> | undefined): StringList<Item> | undefined =>
  list && list.items.length > 0 && (!list.array || list.array.items.length === list.items.length) ? list : undefined;

/** A list that had one item, in a text of several lines, gets one line per item if it grows beyond this number. */
const maxOnOneLine = 3;

/** The white space between a comma and an item: as between its neighbours, or as before the only item. */
function separatorNear(text: string, { start, items }: JsonArray, index: number): string {
  const [before, here, behind] = [items[index - 1], items[index], items[index + 1]];
  const between = (left: JsonNode, right: JsonNode): string =>
    text.slice(text.indexOf(',', left.end) + 1 || right.start, right.start);
  if (here && before) return between(before, here);
  if (here && behind) return between(here, behind);
  return here && isMultiline(text, { start, end: here.start }) ? text.slice(start + 1, here.start) : ' ';
}

/** A new array in the place of a property's value. */
function arrayText(text: string, { property }: Items, items: readonly string[]): string {
  const { start } = property;
  if (items.length <= maxOnOneLine || !/^[ \t]*$/u.test(text.slice(lineStartAt(text, start), start)))
    return `[${items.join(isCompact(text, property.colon) ? ',' : ', ')}]`;
  const [end, indent] = [lineEnd(text), indentAt(text, start)];
  const inner = end + indent + indentUnit(text);
  return `[${inner}${items.join(`,${inner}`)}${end}${indent}]`;
}

/** Whether the text is written without spaces: none after the colon. */
const isCompact = (text: string, colon: number): boolean =>
  text.charAt(colon + 1) === '"' || text.charAt(colon + 1) === '[';

/** Puts `items` (JSON texts, at least one) in the place of an item. */
export function replaceItem(text: string, list: Items, node: JsonString, items: readonly string[]): readonly Edit[] {
  const { array } = list;
  if (items.length === 1) return [replace(node, items.join(''))];
  if (!array || (array.items.length === 1 && !isMultiline(text, array))) return rewrite(text, list, items);
  const separator = separatorNear(text, array, array.items.indexOf(node));
  return [replace(node, items.join(`,${separator}`))];
}

/** Puts `items` (JSON texts) behind an item, or behind the last one. */
export function addItems(text: string, list: Items, items: readonly string[], behind?: JsonString): readonly Edit[] {
  const { array, property } = list;
  const after = behind ?? array?.items.at(-1);
  if (items.length === 0) return [];
  if (!array || !after || (array.items.length === 1 && !isMultiline(text, array))) {
    const { value } = property;
    const own = array?.items ?? (value ? [value] : []);
    return rewrite(text, list, [...own.map(({ start, end }) => text.slice(start, end)), ...items]);
  }
  const separator = separatorNear(text, array, array.items.indexOf(after));
  return [
    { span: { start: after.end, end: after.end }, newText: items.map((item) => `,${separator}${item}`).join('') },
  ];
}

/** Takes an item out of the list; nothing where it stands alone without brackets. */
export function removeItem(text: string, { array }: Items, node: JsonString): readonly Edit[] {
  const index = array && places(array).get(node);
  return array && index !== undefined ? removeMember(text, array, index) : [];
}

/** Each item's index in its array, so that removing many items from a long array stays linear. */
const places = memoByObject(
  ({ items }: JsonArray) => new Map<JsonNode, number>(items.map((item, index) => [item, index])),
);

const rewrite = (text: string, list: Items, items: readonly string[]): readonly Edit[] =>
  list.property.value ? [replace(list.property.value, arrayText(text, list, items))] : [];

/**
 * Puts what `textsOf` says in the place of each item: JSON texts, none where the item goes. An item whose own text is among them keeps it. The list must
 * be plain, and something of it must stay.
 */
export function rewriteItems<Item extends { readonly node: JsonString }>(
  text: string,
  list: StringList<Item>,
  textsOf: (item: Item) => readonly string[],
): readonly Edit[] {
  const gone = new Set<Span>();
  const edits: Edit[] = [];
  for (const item of list.items) {
    const items = textsOf(item);
    if (items.length === 0) gone.add(item.node);
    else if (items.length > 1 || items[0] !== text.slice(item.node.start, item.node.end))
      edits.push(...replaceItem(text, list, item.node, items));
  }
  return list.array && gone.size > 0 ? [...edits, ...removeMembers(text, list.array, (item) => gone.has(item))] : edits;
}
