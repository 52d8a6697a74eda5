/** A list with a line for each of its items. */
import type { StringList } from '../policy/model.js';
import { replace, type Edit } from '../span.js';
import { indentAt, indentUnit, lineEnd } from '../syntax/measure.js';

export interface Lines {
  readonly edit: Edit;
  /** Where each group begins in the edit's text. */
  readonly starts: readonly number[];
}

/** Writes the list anew as an array with a line for each item (JSON texts), and a blank line between the groups. */
export function linesOf(
  text: string,
  { property }: StringList<unknown>,
  groups: readonly (readonly string[])[],
): Lines {
  const [end, indent] = [lineEnd(text), indentAt(text, property.start)];
  const inner = end + indent + indentUnit(text);
  const starts: number[] = [];
  let array = '[';
  groups.forEach((items, index) => {
    if (index > 0) array += `,${end}`;
    starts.push(array.length + inner.length);
    array += items.map((item) => inner + item).join(',');
  });
  return {
    edit: replace(property.value ?? { start: property.end, end: property.end }, `${array}${end}${indent}]`),
    starts,
  };
}
