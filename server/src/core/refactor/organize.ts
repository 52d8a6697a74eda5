/** Sorts the actions and resources of every statement and drops repeated ones. Layout and all else stay as they are. */
import type { Policy, StringList } from '../policy/model.js';
import { replace, type Edit, type Span } from '../span.js';
import { removeMembers } from '../edits/members.js';
import type { JsonString } from '../syntax/json.js';
import { plainList } from '../edits/list.js';

/** The edits for the whole policy; none where all is in order or where the text is no whole JSON. */
export function organize({ tree, statements }: Policy): readonly Edit[] {
  if (tree.problems.length > 0) return [];
  return statements.flatMap(({ actions, resources }) => [
    ...organizeList(tree.text, actions, (value) => value.replace(/^name\//u, '')),
    ...organizeList(tree.text, resources, (value) => value),
  ]);
}

/** Alphabetical without regard to case or to what `keyOf` leaves out; `*` comes before letters. */
function organizeList(
  text: string,
  list: StringList<{ readonly node: JsonString }> | undefined,
  keyOf: (value: string) => string,
): readonly Edit[] {
  const array = plainList(list)?.array;
  if (!list || !array) return [];
  const slots = list.items.map(({ node }) => node);
  const sorted = [...new Map(slots.map((node) => [node.value, node])).values()]
    .map((node) => ({ node, key: keyOf(node.value).toLowerCase() }))
    .sort((a, b) => compare(a.key, b.key) || compare(a.node.value, b.node.value));
  // Each item takes the place of another, so that white space and commas need no change; what is left over goes.
  const left = new Set<Span>(slots.slice(sorted.length));
  return [
    ...sorted.flatMap(({ node }, index): readonly Edit[] => {
      const slot = slots[index];
      return !slot || slot.value === node.value ? [] : [replace(slot, text.slice(node.start, node.end))];
    }),
    ...removeMembers(text, array, (item) => left.has(item)),
  ];
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
