/** What stands at an offset of a file with tests, whole or half written. */
import type { ListShape, ObjectShape, Shape } from '../config/shape.js';
import { touches, type Span } from '../span.js';
import { contentSpan } from '../syntax/measure.js';
import type { JsonNode, JsonObject, JsonTree } from '../syntax/json.js';
import { testFileShape } from './fields.js';

export interface Spot {
  /** The names of the members around, from the outermost: `tests`, `action`. Lists have none. */
  readonly path: readonly string[];
  /** Whether a member's name stands there, or could. */
  readonly isName: boolean;
  /** What may stand there. */
  readonly shape: Shape | undefined;
  /** The string that stands there; undefined: none does. */
  readonly text: string | undefined;
  /** What is to be replaced: the string between its quotes, or nothing at the offset. */
  readonly span: Span;
  /** The object around. */
  readonly object: JsonObject;
  /** The test around. */
  readonly test: JsonObject | undefined;
}

/** Undefined where nothing is to be said or written. */
export function spotAt({ root }: JsonTree, offset: number): Spot | undefined {
  if (root?.kind !== 'object') return undefined;
  return inNode(root, testFileShape, { offset, path: [], object: root, test: undefined });
}

interface Walk {
  readonly offset: number;
  readonly path: readonly string[];
  readonly object: JsonObject;
  readonly test: JsonObject | undefined;
}

function inNode(node: JsonNode, shape: Shape | undefined, walk: Walk): Spot | undefined {
  const { offset } = walk;
  if (node.kind === 'string') return spot(walk, shape, { text: node.value, span: contentSpan(node) });
  if (node.kind !== 'object' && node.kind !== 'array') return undefined;
  if (offset <= node.start || (offset >= node.end && node.closed)) return undefined;
  if (node.kind === 'object') {
    const isTest = walk.path.length === 1 && walk.path[0] === 'tests';
    return inObject(node, objectShape(shape), { ...walk, object: node, test: isTest ? node : walk.test });
  }
  const of = listShape(shape)?.of;
  const item = node.items.find((each) => touches(each, offset));
  return item ? inNode(item, of, walk) : spot(walk, of, nothingAt(offset));
}

const nothingAt = (offset: number): Pick<Spot, 'text' | 'span'> => ({
  text: undefined,
  span: { start: offset, end: offset },
});

const spot = ({ path, object, test }: Walk, shape: Shape | undefined, at: Pick<Spot, 'text' | 'span'>): Spot => ({
  path,
  isName: false,
  shape,
  object,
  test,
  ...at,
});

function inObject(node: JsonObject, shape: Shape | undefined, walk: Walk): Spot | undefined {
  const { offset } = walk;
  const key = node.properties.find((each) => touches(each.key, offset))?.key;
  if (key) return { ...spot(walk, shape, { text: key.value, span: contentSpan(key) }), isName: true };
  const property = node.properties.findLast(
    ({ colon, value }) => colon >= 0 && colon < offset && (!value || touches(value, offset)),
  );
  // Behind a whole member nothing is open before the next comma, and there a name is.
  if (!property || (property.value === undefined && property !== node.properties.at(-1)))
    return { ...spot(walk, shape, nothingAt(offset)), isName: true };
  const inner = { ...walk, path: [...walk.path, property.key.value] };
  const of = memberShape(shape, property.key.value);
  return property.value ? inNode(property.value, of, inner) : spot(inner, of, nothingAt(offset));
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

/** The members that may still be written into an object: without those that are there, and those that do not go with its kind. */
export function namesIn({ fields, kinds = [] }: ObjectShape, { properties }: JsonObject): readonly string[] {
  const there = new Set(properties.map(({ key }) => key.value));
  const own = kinds.filter(({ name }) => there.has(name));
  const possible = own.length > 0 ? own : kinds;
  const membersIn = ({ name, required, optional }: (typeof kinds)[number]): readonly string[] => [
    name,
    ...required,
    ...optional,
  ];
  const foreign = new Set(kinds.filter((kind) => !possible.includes(kind)).flatMap(membersIn));
  return [...fields.keys()].filter((name) => !there.has(name) && !foreign.has(name));
}
