/** The brackets that are missing where something is never closed, or where several values have none around them. */
import { replace, type Edit } from '../span.js';
import { indentAt, isMultiline, lineEnd } from '../syntax/measure.js';
import type { JsonArray, JsonNode, JsonObject, JsonTree } from '../syntax/tree.js';

interface Closing {
  /** The brackets, the innermost first. */
  readonly text: string;
  readonly edit: Edit;
}

type Container = JsonArray | JsonObject;

/** Nobody means an object of more members than this for a list. */
const maxMembers = 200;

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

/**
 * Puts brackets around the value of a member and what stands behind it as names without values, `"action": "a:B", "c:D"`, one of which ends at the offset
 * `nameEnd`. Undefined: they do not look like values.
 */
export function bracketsAround({ root }: JsonTree, nameEnd: number): readonly Edit[] | undefined {
  const object = pathTo(root, nameEnd - 1).at(-1);
  if (object?.kind !== 'object' || object.properties.length > maxMembers) return undefined;
  const { properties } = object;
  const at = properties.findIndex(({ key }) => key.end === nameEnd);
  const isName = (index: number): boolean => properties[index] !== undefined && properties[index].value === undefined;
  let [first, last] = [at, at];
  while (isName(first)) first--;
  while (isName(last + 1)) last++;
  const names = properties.slice(first + 1, last + 1).map(({ key }) => key);
  const [start, end] = [properties[first]?.value, names.at(-1)?.end];
  if (start?.kind !== 'string' || end === undefined || !names.every(({ value }) => value.includes(':')))
    return undefined;
  return [replace({ start: start.start, end: start.start }, '['), replace({ start: end, end }, ']')];
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
