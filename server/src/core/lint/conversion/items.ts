/** Puts other strings in the place of the items of a list; what is said twice then is said once. */
import { replaceItem } from '../../edits/list.js';
import type { StringList } from '../../policy/model.js';
import type { Span } from '../../span.js';
import { removeMembers } from '../../edits/members.js';
import type { JsonString } from '../../syntax/json.js';
import { nothing, type Part } from './part.js';

export interface Item {
  readonly node: JsonString;
  readonly text: string;
}

/** An item and what is to stand in its place, at least one string. */
export interface Converted {
  readonly item: Item;
  readonly texts: readonly string[];
}

/** `coverOf`: the string that says all that another one does, and more. Items that stay as they are keep their text. */
export function convertItems(
  text: string,
  list: StringList<Item>,
  all: readonly Converted[],
  coverOf: (text: string) => string,
): Part {
  const wanted = new Set(all.flatMap(({ texts }) => texts));
  const seen = new Set<string>();
  const isNeeded = (one: string): boolean => {
    if (seen.has(one)) return false;
    seen.add(one);
    const cover = coverOf(one);
    return cover === one || !wanted.has(cover);
  };
  const changed = all
    .map(({ item, texts }) => ({
      item,
      texts: texts.filter(isNeeded),
      same: texts.length === 1 && texts[0] === item.text,
    }))
    .filter(({ texts, same }) => !same || texts.length === 0);
  if (changed.length === 0) return nothing;
  const gone = new Set<Span>(changed.filter(({ texts }) => texts.length === 0).map(({ item }) => item.node));
  const replaced = changed
    .filter(({ texts }) => texts.length > 0)
    .flatMap(({ item, texts }) =>
      replaceItem(
        text,
        list,
        item.node,
        texts.map((one) => JSON.stringify(one)),
      ),
    );
  const removed = list.array && gone.size > 0 ? removeMembers(text, list.array, (member) => gone.has(member)) : [];
  return { edits: [...replaced, ...removed], mended: changed.map(({ item }) => item.node), left: [] };
}
