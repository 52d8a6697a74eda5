/** Edits of an element that holds one string or an array of strings, in the layout it has. */
import type { StringList } from '../policy/model.js';
import { replace, type Edit } from '../span.js';
import { indentAt, indentUnit, isMultiline, lineEnd } from '../syntax/edit.js';
import type { JsonArray, JsonNode, JsonString } from '../syntax/json.js';

/** A string, or an array of nothing but strings and not empty: what can be rearranged. */
export interface PlainList<Item> extends StringList<Item> {
  readonly value: JsonNode;
}

/** The list as one that can be rearranged; undefined where it holds anything else. */
export function plainList<Item>(list: StringList<Item> | undefined): PlainList<Item> | undefined {
  const value = list?.property.value;
  if (!list || !value || list.items.length === 0) return undefined;
  return list.array && list.array.items.length > list.items.length ? undefined : { ...list, value };
}

/** More items than this go onto lines of their own where the list was one item on a line of a text with lines. */
const maxOnOneLine = 3;

/** What stands between the comma and an item: as between its neighbours, or as before the only one. */
function separatorNear(text: string, { start, items }: JsonArray, index: number): string {
  const [before, here, behind] = [items[index - 1], items[index], items[index + 1]];
  const between = (left: JsonNode, right: JsonNode): string =>
    text.slice(text.indexOf(',', left.end) + 1 || right.start, right.start);
  if (here && before) return between(before, here);
  if (here && behind) return between(here, behind);
  return here && isMultiline(text, { start, end: here.start }) ? text.slice(start + 1, here.start) : ' ';
}

/** A new array in the place of a property's value. */
function arrayText(text: string, { property }: StringList<unknown>, items: readonly string[]): string {
  const { start } = property;
  if (items.length <= maxOnOneLine || !/^[ \t]*$/u.test(text.slice(lineStartAt(text, start), start)))
    return `[${items.join(isCompact(text, property.colon) ? ',' : ', ')}]`;
  const [end, indent] = [lineEnd(text), indentAt(text, start)];
  const inner = end + indent + indentUnit(text);
  return `[${inner}${items.join(`,${inner}`)}${end}${indent}]`;
}

const lineStartAt = (text: string, offset: number): number =>
  Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;

/** Whether the text does without blanks: none behind the colon. */
const isCompact = (text: string, colon: number): boolean =>
  text.charAt(colon + 1) === '"' || text.charAt(colon + 1) === '[';

/** Puts `items` (JSON texts, at least one) in the place of one. */
export function replaceItem<Item>(
  text: string,
  list: PlainList<Item>,
  node: JsonString,
  items: readonly string[],
): readonly Edit[] {
  const { array, value } = list;
  if (items.length === 1) return [replace(node, items.join(''))];
  if (!array || (array.items.length === 1 && !isMultiline(text, array)))
    return [replace(value, arrayText(text, list, items))];
  const separator = separatorNear(text, array, array.items.indexOf(node));
  return [replace(node, items.join(`,${separator}`))];
}

/** Puts `items` (JSON texts) behind the last one. */
export function addItems<Item>(text: string, list: PlainList<Item>, items: readonly string[]): readonly Edit[] {
  const { array, value } = list;
  const last = array?.items.at(-1);
  if (items.length === 0) return [];
  if (!array || !last || (array.items.length === 1 && !isMultiline(text, array))) {
    const own = array
      ? array.items.map(({ start, end }) => text.slice(start, end))
      : [text.slice(value.start, value.end)];
    return [replace(value, arrayText(text, list, [...own, ...items]))];
  }
  const separator = separatorNear(text, array, array.items.length - 1);
  return [{ span: { start: last.end, end: last.end }, newText: items.map((item) => `,${separator}${item}`).join('') }];
}
