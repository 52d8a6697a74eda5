/** Writes a syntax tree on one line without white space, for places that take a policy as a string. */
import { maxDepth, type JsonNode, type JsonProblemKind, type JsonTree } from './tree.js';

/** Mistakes that leave no doubt about what is meant: writing the tree mends them, or they are none of JSON. */
const harmless: ReadonlySet<JsonProblemKind> = new Set([
  'byte-order-mark',
  'comment',
  'trailing-comma',
  'wrong-space',
  'long-string',
]);

/** The text of `tree` as JSON without white space; strings and numbers keep their spelling. Undefined where the text cannot be read as JSON without guessing. */
export function compactJson({ text, root, problems }: JsonTree): string | undefined {
  return root && problems.every(({ kind }) => harmless.has(kind)) ? write(text, root, 0) : undefined;
}

function write(text: string, node: JsonNode, depth: number): string {
  if (depth > maxDepth + 1) return 'null';
  switch (node.kind) {
    case 'object':
      return `{${node.properties.map(({ key, value }) => `${text.slice(key.start, key.end)}:${value ? write(text, value, depth + 1) : 'null'}`).join(',')}}`;
    case 'array':
      return `[${node.items.map((item) => write(text, item, depth + 1)).join(',')}]`;
    default:
      return text.slice(node.start, node.end);
  }
}
