/** What may be written at an offset of a configuration. */
import { touches, type Span } from '../span.js';
import type { JsonNode, JsonObject, JsonTree } from '../syntax/json.js';
import type { Text } from '../text.js';
import type { Field, ObjectShape, Shape } from './shape.js';

/** A name or a value that may stand at an offset. */
export interface Choice {
  /** The text without quotes. */
  readonly value: string;
  readonly about: Text;
  /** For a member's name: what its value is. */
  readonly shape?: Shape;
}

export interface Choices {
  /** What is replaced: the string at the offset with its quotes, or nothing. */
  readonly span: Span;
  readonly choices: readonly Choice[];
}

/** The choices at `offset` of a configuration of that shape; undefined where anything, or nothing, may stand. */
export function choicesAt({ root }: JsonTree, shape: Shape, offset: number): Choices | undefined {
  return root && at(root, shape, offset);
}

function at(node: JsonNode, shape: Shape, offset: number): Choices | undefined {
  if (node.kind === 'string') return valuesAt(shape, node);
  if (offset <= node.start || (offset >= node.end && isClosed(node))) return undefined;
  if (node.kind === 'object' && shape.kind === 'object') return inObject(node, shape, offset);
  if (node.kind !== 'array' || shape.kind !== 'list') return undefined;
  const item = node.items.find((each) => touches(each, offset));
  return item ? at(item, shape.of, offset) : valuesAt(shape.of, { start: offset, end: offset });
}

const isClosed = (node: JsonNode): boolean => (node.kind === 'object' || node.kind === 'array') && node.closed;

function inObject(node: JsonObject, shape: ObjectShape, offset: number): Choices | undefined {
  const key = node.properties.find((each) => touches(each.key, offset))?.key;
  if (key) return { span: key, choices: namesIn(shape, node, key.value) };
  const property = node.properties.findLast(
    ({ colon, value }) => colon >= 0 && colon < offset && (!value || touches(value, offset)),
  );
  // Behind a whole member nothing is open before the next comma, and there a name is.
  if (!property || (property.value === undefined && property !== node.properties.at(-1)))
    return { span: { start: offset, end: offset }, choices: namesIn(shape, node) };
  const field = shape.fields.get(property.key.value);
  if (!field) return undefined;
  return property.value
    ? at(property.value, field.shape, offset)
    : valuesAt(field.shape, { start: offset, end: offset });
}

/** The members that are not there yet. */
function namesIn({ fields }: ObjectShape, { properties }: JsonObject, own?: string): readonly Choice[] {
  const there = new Set(properties.map(({ key }) => key.value));
  return [...fields]
    .filter(([name]) => name === own || !there.has(name))
    .map(([value, { about, shape }]: readonly [string, Field]) => ({ value, about, shape }));
}

const valuesAt = (shape: Shape, span: Span): Choices | undefined =>
  shape.kind === 'choice'
    ? { span, choices: [...shape.values].map(([value, about]) => ({ value, about })) }
    : undefined;
