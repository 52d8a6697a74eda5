/** The brackets that are missing where something is never closed. */
import { replace, type Edit } from '../span.js';
import { indentAt, isMultiline, lineEnd } from '../syntax/measure.js';
import type { JsonArray, JsonNode, JsonObject, JsonTree } from '../syntax/tree.js';

interface Closing {
  /** The brackets, the innermost first. */
  readonly text: string;
  readonly edit: Edit;
}

type Container = JsonArray | JsonObject;

/**
 * Closes what begins at the offset `start` and has no closing bracket, and with it whatever else is open there. Brackets of what has several lines stand
 * on lines of their own. Undefined: nothing begins there.
 */
export function closingOf({ text, root }: JsonTree, start: number): Closing | undefined {
  const path = pathTo(root, start);
  const node = path.at(-1);
  if (node?.start !== start) return undefined;
  const { end } = node;
  for (let inner = lastIn(node); inner && !inner.closed && inner.end === end; inner = lastIn(inner)) path.push(inner);
  const open = path.filter((each) => !each.closed && each.end === end).reverse();
  const bracket = ({ kind }: Container): string => (kind === 'array' ? ']' : '}');
  const lines = open.map((each) =>
    isMultiline(text, each) ? lineEnd(text) + indentAt(text, each.start) + bracket(each) : bracket(each),
  );
  return { text: open.map(bracket).join(''), edit: replace({ start: end, end }, lines.join('')) };
}

/** The objects and arrays around an offset, the outermost first. */
function pathTo(root: JsonNode | undefined, offset: number): Container[] {
  const path: Container[] = [];
  let node = root;
  while (node && isContainer(node)) {
    path.push(node);
    if (node.start === offset) break;
    node = membersOf(node).find((member) => member && member.start <= offset && offset < member.end);
  }
  return path;
}

function lastIn(node: Container): Container | undefined {
  const last = membersOf(node).at(-1);
  return last && isContainer(last) ? last : undefined;
}

const isContainer = (node: JsonNode): node is Container => node.kind === 'object' || node.kind === 'array';

const membersOf = (node: Container): readonly (JsonNode | undefined)[] =>
  node.kind === 'array' ? node.items : node.properties.map(({ value }) => value);
