/** What the cursor stands on: an offset of a policy's text as one named place. Works on half-written text. */
import { policyElementNamed, statementElementNamed, type ElementName } from './policy/elements.js';
import type { Policy, Statement } from './policy/model.js';
import { touches, type Span } from './span.js';
import { offsetInString } from './syntax/edit.js';
import type { JsonArray, JsonNode, JsonObject, JsonProperty } from './syntax/json.js';

/** The spot in the text that a place is about. */
export interface Spot {
  readonly offset: number;
  /** The string, word or other node there; undefined: nothing is written yet. */
  readonly node: JsonNode | undefined;
  /** What a completion replaces: the string or word with its quotes, or the empty span at the cursor. */
  readonly span: Span;
  /** The string's value left and right of the cursor; empty where there is no string. */
  readonly before: string;
  readonly after: string;
  /** The array it is, or would be, an item of. */
  readonly array: JsonArray | undefined;
}

/** A place for a key has the object around it. */
interface KeySpot {
  readonly spot: Spot;
  readonly object: JsonObject;
  /** The property whose key stands here; undefined: none yet. */
  readonly property: JsonProperty | undefined;
}

interface InStatement {
  readonly statement: Statement;
}

export type Place =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'document'; readonly spot: Spot }
  | ({ readonly kind: 'policy-key' } & KeySpot)
  | { readonly kind: 'version'; readonly spot: Spot; readonly property: JsonProperty }
  | { readonly kind: 'statement'; readonly spot: Spot }
  | ({ readonly kind: 'statement-key' } & KeySpot & InStatement)
  | ({ readonly kind: 'effect'; readonly spot: Spot; readonly property: JsonProperty } & InStatement)
  | ({ readonly kind: 'action'; readonly spot: Spot; readonly property: JsonProperty } & InStatement)
  | ({ readonly kind: 'resource'; readonly spot: Spot; readonly property: JsonProperty } & InStatement)
  | ({ readonly kind: 'principal-key'; readonly statement: Statement | undefined } & KeySpot)
  | { readonly kind: 'principal'; readonly spot: Spot; readonly key: string; readonly statement: Statement | undefined }
  | ({ readonly kind: 'condition-operator' } & KeySpot & InStatement)
  | ({ readonly kind: 'condition-key'; readonly operator: string } & KeySpot & InStatement)
  | ({
      readonly kind: 'condition-value';
      readonly spot: Spot;
      readonly operator: string;
      readonly key: string;
    } & InStatement);

export type PlaceKind = Place['kind'];
export type PlaceOf<Kind extends PlaceKind> = Extract<Place, { readonly kind: Kind }>;

const nothing: Place = { kind: 'nothing' };

/** One step down the tree: an object's member, told by its key, or a position between members. */
interface Found {
  /** Where in the object: in or at a key, or in or at the value of a property. */
  readonly at: 'key' | 'value' | 'between';
  readonly property: JsonProperty | undefined;
}

/** The place at `offset` (UTF-16 units) of a policy's text. Never throws; an offset outside the text gives `nothing`. */
export function placeAt(policy: Policy, offset: number): Place {
  const { text, root } = policy.tree;
  if (offset < 0 || offset > text.length) return nothing;
  if (!root) return { kind: 'document', spot: emptySpot(offset) };
  if (root.kind !== 'object')
    return touches(root, offset) ? { kind: 'document', spot: spotOn(text, root, offset, undefined) } : nothing;
  if (offset <= root.start || (root.closed && offset >= root.end)) return nothing;
  const found = findIn(text, root, offset);
  if (found.at !== 'value' || !found.property) return keyPlace('policy-key', text, root, found, offset);
  const { property } = found;
  switch (policyElementNamed(property.key.value)) {
    case 'version':
      return { kind: 'version', property, spot: spotIn(text, property.value, offset) };
    case 'principal':
      return principalPlace(text, property, offset, undefined);
    case 'statement':
      return statementPlace(policy, property, offset);
    case undefined:
      return nothing;
  }
}

function statementPlace(policy: Policy, property: JsonProperty, offset: number): Place {
  const { text } = policy.tree;
  const { value } = property;
  const array = value?.kind === 'array' ? value : undefined;
  const node = array
    ? array.items.find((item) => insideOf(item, offset))
    : value && insideOf(value, offset)
      ? value
      : undefined;
  if (!node)
    return array && !insideOf(array, offset) ? nothing : { kind: 'statement', spot: { ...emptySpot(offset), array } };
  if (node.kind !== 'object') return { kind: 'statement', spot: spotOn(text, node, offset, array) };
  const statement = statementAt(policy.statements, node);
  if (!statement) return nothing;
  const found = findIn(text, node, offset);
  if (found.at !== 'value' || !found.property)
    return { ...keyPlace('statement-key', text, node, found, offset), statement };
  return elementPlace(text, statement, found.property, statementElementNamed(found.property.key.value), offset);
}

/** Statements stand in the order of the text: the one of `node`, by bisection. */
function statementAt(statements: readonly Statement[], node: JsonObject): Statement | undefined {
  let low = 0;
  let high = statements.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const statement = statements[middle];
    if (!statement || statement.node === node) return statement;
    if (statement.node.start < node.start) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
}

function elementPlace(
  text: string,
  statement: Statement,
  property: JsonProperty,
  element: ElementName | undefined,
  offset: number,
): Place {
  switch (element) {
    case 'effect':
    case 'action':
    case 'resource':
      return { kind: element, statement, property, spot: spotIn(text, property.value, offset) };
    case 'principal':
      return principalPlace(text, property, offset, statement);
    case 'condition':
      return conditionPlace(text, statement, property, offset);
    default:
      return nothing;
  }
}

function principalPlace(text: string, property: JsonProperty, offset: number, statement: Statement | undefined): Place {
  const { value } = property;
  if (value?.kind !== 'object') return { kind: 'principal', key: '', statement, spot: spotIn(text, value, offset) };
  if (!insideOf(value, offset)) return nothing;
  const found = findIn(text, value, offset);
  if (found.at !== 'value' || !found.property)
    return { ...keyPlace('principal-key', text, value, found, offset), statement };
  return {
    kind: 'principal',
    key: found.property.key.value,
    statement,
    spot: spotIn(text, found.property.value, offset),
  };
}

function conditionPlace(text: string, statement: Statement, property: JsonProperty, offset: number): Place {
  const operators = property.value;
  if (operators?.kind !== 'object' || !insideOf(operators, offset)) return nothing;
  const found = findIn(text, operators, offset);
  if (found.at !== 'value' || !found.property)
    return { ...keyPlace('condition-operator', text, operators, found, offset), statement };
  const operator = found.property.key.value;
  const keys = found.property.value;
  if (keys?.kind !== 'object' || !insideOf(keys, offset)) return nothing;
  const inner = findIn(text, keys, offset);
  if (inner.at !== 'value' || !inner.property)
    return { ...keyPlace('condition-key', text, keys, inner, offset), operator, statement };
  return {
    kind: 'condition-value',
    operator,
    key: inner.property.key.value,
    statement,
    spot: spotIn(text, inner.property.value, offset),
  };
}

/** Strictly inside a bracketed node, or anywhere on another one; an unclosed node reaches to its end. */
function insideOf(node: JsonNode, offset: number): boolean {
  if (node.kind !== 'object' && node.kind !== 'array') return touches(node, offset);
  return offset > node.start && (node.closed ? offset < node.end : offset <= node.end);
}

/** The member at `offset` of an object: the last one that starts at or before it, unless a comma stands between. */
function findIn(text: string, object: JsonObject, offset: number): Found {
  const property = lastStartingBefore(object.properties, offset);
  if (!property) return { at: 'between', property: undefined };
  if (offset <= property.key.end) return { at: 'key', property };
  const { colon, value } = property;
  if (colon < 0 || offset <= colon) return { at: 'between', property: undefined };
  if (!value)
    return commaBetween(text, colon + 1, offset) ? { at: 'between', property: undefined } : { at: 'value', property };
  if (offset <= value.end) return { at: 'value', property };
  return { at: 'between', property: undefined };
}

function lastStartingBefore<Node extends Span>(nodes: readonly Node[], offset: number): Node | undefined {
  let low = 0;
  let high = nodes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const node = nodes[middle];
    if (node && node.start <= offset) low = middle + 1;
    else high = middle;
  }
  return nodes[low - 1];
}

function commaBetween(text: string, start: number, end: number): boolean {
  const comma = text.indexOf(',', start);
  return comma >= 0 && comma < end;
}

type KeyKind = 'policy-key' | 'statement-key' | 'principal-key' | 'condition-operator' | 'condition-key';

function keyPlace<Kind extends KeyKind>(
  kind: Kind,
  text: string,
  object: JsonObject,
  { at, property }: Found,
  offset: number,
): { kind: Kind } & KeySpot {
  const key = at === 'key' ? property : undefined;
  return { kind, object, property: key, spot: key ? spotOn(text, key.key, offset, undefined) : emptySpot(offset) };
}

const emptySpot = (offset: number): Spot => ({
  offset,
  node: undefined,
  span: { start: offset, end: offset },
  before: '',
  after: '',
  array: undefined,
});

/** The spot in a value: on the string itself, or on or between the items of an array. */
function spotIn(text: string, value: JsonNode | undefined, offset: number): Spot {
  if (!value || !touches(value, offset)) return emptySpot(offset);
  if (value.kind !== 'array') return spotOn(text, value, offset, undefined);
  const item = lastStartingBefore(value.items, offset);
  return item && offset <= item.end ? spotOn(text, item, offset, value) : { ...emptySpot(offset), array: value };
}

function spotOn(text: string, node: JsonNode, offset: number, array: JsonArray | undefined): Spot {
  if (node.kind !== 'string')
    return {
      ...emptySpot(offset),
      node,
      array,
      span: node.kind === 'object' || node.kind === 'array' ? { start: offset, end: offset } : node,
    };
  const cursor = offsetInString(text, node, offset);
  return {
    offset,
    node,
    array,
    span: { start: node.start, end: node.end },
    before: node.value.slice(0, cursor),
    after: node.value.slice(cursor),
  };
}
