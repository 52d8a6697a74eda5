/** What stands at an offset of a JSON text of a known shape, whole or half written. */
import { touches, type Span } from '../span.js';
import { contentSpan } from '../syntax/measure.js';
import type { JsonNode, JsonObject, JsonString, JsonTree } from '../syntax/json.js';
import type { Field, ListShape, ObjectKind, ObjectShape, Shape } from './shape.js';

export interface Spot {
  /** The names of the members around, from the outermost: `tests`, `action`. Lists have none. */
  readonly path: readonly string[];
  /** Whether a member's name stands there, or could. */
  readonly isName: boolean;
  /** What may stand there. */
  readonly shape: Shape | undefined;
  /** The string that stands there; undefined: none does. */
  readonly text: string | undefined;
  /** The string between its quotes, or nothing at the offset. */
  readonly span: Span;
  /** The string with its quotes, or nothing at the offset. */
  readonly whole: Span;
  /** The objects around, the innermost last. */
  readonly objects: readonly [...JsonObject[], JsonObject];
}

/** The object around. */
export const innermost = ({ objects }: Spot): JsonObject => objects.at(-1) ?? objects[0];

/** Undefined where nothing is to be said or written. */
export function spotAt({ root }: JsonTree, shape: Shape, offset: number): Spot | undefined {
  return root?.kind === 'object' ? inNode(root, shape, { offset, path: [], objects: [root] }) : undefined;
}

interface Walk {
  readonly offset: number;
  readonly path: readonly string[];
  readonly objects: Spot['objects'];
}

function inNode(node: JsonNode, shape: Shape | undefined, walk: Walk): Spot | undefined {
  const { offset } = walk;
  if (node.kind === 'string') return spot(walk, shape, node);
  if (node.kind !== 'object' && node.kind !== 'array') return undefined;
  if (offset <= node.start || (offset >= node.end && node.closed)) return undefined;
  if (node.kind === 'object') {
    const isRoot = node === walk.objects[0];
    return inObject(node, objectShape(shape), isRoot ? walk : { ...walk, objects: [...walk.objects, node] });
  }
  const of = listShape(shape)?.of;
  const item = node.items.find((each) => touches(each, offset));
  return item ? inNode(item, of, walk) : spot(walk, of, undefined);
}

function spot({ path, objects, offset }: Walk, shape: Shape | undefined, node: JsonString | undefined): Spot {
  const nothing = { start: offset, end: offset };
  const at = node
    ? { text: node.value, span: contentSpan(node), whole: node }
    : { text: undefined, span: nothing, whole: nothing };
  return { path, isName: false, shape, objects, ...at };
}

function inObject(node: JsonObject, shape: Shape | undefined, walk: Walk): Spot | undefined {
  const { offset } = walk;
  const key = node.properties.find((each) => touches(each.key, offset))?.key;
  if (key) return { ...spot(walk, shape, key), isName: true };
  const property = node.properties.findLast(
    ({ colon, value }) => colon >= 0 && colon < offset && (!value || touches(value, offset)),
  );
  // Behind a whole member nothing is open before the next comma, and there a name is.
  if (!property || (property.value === undefined && property !== node.properties.at(-1)))
    return { ...spot(walk, shape, undefined), isName: true };
  const inner = { ...walk, path: [...walk.path, property.key.value] };
  const of = memberShape(shape, property.key.value);
  return property.value ? inNode(property.value, of, inner) : spot(inner, of, undefined);
}

const kindsOf = (shape: Shape | undefined): readonly Shape[] =>
  shape?.kind === 'either' ? shape.shapes : shape ? [shape] : [];

const objectShape = (shape: Shape | undefined): Shape | undefined =>
  kindsOf(shape).find(({ kind }) => kind === 'object' || kind === 'map');

const listShape = (shape: Shape | undefined): ListShape | undefined =>
  kindsOf(shape).find((each): each is ListShape => each.kind === 'list');

function memberShape(shape: Shape | undefined, name: string): Shape | undefined {
  if (shape?.kind === 'map') return shape.of;
  return shape?.kind === 'object' ? shape.fields.get(name)?.shape : undefined;
}

/**
 * The members that may still be written into an object, without those that are there, and without those that do not go with its kind; `own`: the one that
 * stands at the offset, which may stay.
 */
export function namesIn(
  { fields, kinds = [] }: ObjectShape,
  { properties }: JsonObject,
  own?: string,
): readonly (readonly [string, Field])[] {
  const there = new Set(properties.map(({ key }) => key.value).filter((name) => name !== own));
  const made = kinds.filter(({ name }) => there.has(name));
  const possible = made.length > 0 ? made : kinds;
  const membersIn = ({ name, required, optional }: ObjectKind): readonly string[] => [name, ...required, ...optional];
  const foreign = new Set(kinds.filter((kind) => !possible.includes(kind)).flatMap(membersIn));
  return [...fields].filter(([name]) => !there.has(name) && !foreign.has(name));
}
