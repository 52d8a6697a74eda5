/** What a JSON value says, however it is laid out. */
import { maxDepth, type JsonNode } from '../syntax/tree.js';

/**
 * A text that two values share when they say the same to CAM: white space, the order of members and of items, items that are repeated, and brackets
 * around a single item make no difference. Cost is linear in the value; nesting beyond `maxDepth` is left out.
 * Source: CAM's element pages read a single value and an array of it alike (598/10604).
 */
export function meaningOf(text: string, node: JsonNode | undefined, depth = 0): string {
  if (!node || depth > maxDepth) return '';
  switch (node.kind) {
    case 'object': {
      const members = node.properties.map(
        ({ key, value }) =>
          `${key.unread ? text.slice(key.start, key.end) : JSON.stringify(key.value)}:${meaningOf(text, value, depth + 1)}`,
      );
      // Of members with one name it may be the last that counts.
      const isSet = new Set(node.properties.map(({ key }) => key.value)).size === members.length;
      return `{${(isSet ? members.sort() : members).join()}}`;
    }
    case 'array': {
      const items = new Set(node.items.map((item) => meaningOf(text, item, depth + 1)));
      return items.size === 1 ? [...items].join() : `[${[...items].sort().join()}]`;
    }
    case 'string':
      return JSON.stringify(node.value);
    default:
      return text.slice(node.start, node.end);
  }
}
