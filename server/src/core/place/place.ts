/** What the cursor stands on: an offset of a policy's text as one named place. Works on half-written text. */
import { propertyOfWord, qualifiedWord } from './bare-words.js';
import { policyElementNamed, statementElementNamed, type ElementName } from '../policy/elements.js';
import type { Policy, Statement } from '../policy/model.js';
import { touches } from '../span.js';
import { emptySpot, lastStartingBefore, spotInArray, spotOn, spotOnWord, type Spot } from './spot.js';
import type { JsonNode, JsonObject, JsonProperty } from '../syntax/json.js';

export type { Spot };

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
  /** Where the operators of a condition would stand, or the keys of an operator: nothing, or something else than an object is there. */
  | ({ readonly kind: 'condition'; readonly spot: Spot } & InStatement)
  | ({ readonly kind: 'condition-keys'; readonly spot: Spot; readonly operator: string } & InStatement)
  | ({
      readonly kind: 'condition-value';
      readonly spot: Spot;
      readonly operator: string;
      readonly key: string;
    } & InStatement);

export type PlaceKind = Place['kind'];
export type PlaceOf<Kind extends PlaceKind> = Extract<Place, { readonly kind: Kind }>;

const nothing: Place = { kind: 'nothing' };

/** One step down the tree: in or at a key, behind the colon of a property, between properties, or where none of these may begin. */
type Found =
  | { readonly at: 'key' | 'value'; readonly property: JsonProperty }
  | { readonly at: 'between' | 'nowhere'; readonly property?: undefined };

/** The place at `offset` (UTF-16 units) of a policy's text. Never throws; an offset outside the text gives `nothing`. */
export function placeAt(policy: Policy, offset: number): Place {
  const { text, root, problems } = policy.tree;
  if (offset < 0 || offset > text.length) return nothing;
  // Without a root a text is empty, or what stands in it could not be read.
  if (!root)
    return problems.some(({ kind }) => kind === 'empty') ? { kind: 'document', spot: emptySpot(offset) } : nothing;
  if (root.kind !== 'object')
    return touches(root, offset) ? { kind: 'document', spot: spotOn(text, root, offset, undefined) } : nothing;
  if (offset <= root.start || (root.closed && offset >= root.end)) return nothing;
  const found = findIn(text, root, offset);
  if (found.at !== 'value') return keyPlace('policy-key', text, root, found, offset, {});
  const { property } = found;
  switch (policyElementNamed(property.key.value)) {
    case 'version':
      return valuePlace(text, property, offset, (spot) => ({ kind: 'version', property, spot }));
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
  if (value && !insideOf(value, offset)) return nothing;
  const item = array ? lastStartingBefore(array.items, offset) : value;
  const node = item && insideOf(item, offset) ? item : undefined;
  if (!node)
    return item && touches(item, offset) ? nothing : { kind: 'statement', spot: { ...emptySpot(offset), array } };
  if (node.kind !== 'object') return { kind: 'statement', spot: spotOn(text, node, offset, array) };
  const statement = statementAt(policy.statements, node);
  if (!statement) return nothing;
  const found = findIn(text, node, offset);
  if (found.at !== 'value') return keyPlace('statement-key', text, node, found, offset, { statement });
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
      return valuePlace(text, property, offset, (spot) => ({ kind: element, statement, property, spot }));
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
  if (value?.kind !== 'object')
    return valuePlace(text, property, offset, (spot) => ({ kind: 'principal', key: '', statement, spot }));
  if (!insideOf(value, offset)) return nothing;
  const found = findIn(text, value, offset);
  if (found.at !== 'value') return keyPlace('principal-key', text, value, found, offset, { statement });
  const key = found.property.key.value;
  return valuePlace(text, found.property, offset, (spot) => ({ kind: 'principal', key, statement, spot }));
}

function conditionPlace(text: string, statement: Statement, property: JsonProperty, offset: number): Place {
  const operators = property.value;
  if (operators?.kind !== 'object')
    return valuePlace(text, property, offset, (spot) => ({ kind: 'condition', statement, spot }));
  if (!insideOf(operators, offset)) return nothing;
  const bare = qualifiedWord(text, operators, offset);
  if (bare) return { kind: 'condition-operator', object: operators, property: undefined, spot: bare, statement };
  const found = findIn(text, operators, offset);
  if (found.at !== 'value') return keyPlace('condition-operator', text, operators, found, offset, { statement });
  const operator = found.property.key.value;
  const keys = found.property.value;
  if (keys?.kind !== 'object')
    return valuePlace(text, found.property, offset, (spot) => ({ kind: 'condition-keys', operator, statement, spot }));
  if (!insideOf(keys, offset)) return nothing;
  const inner = findIn(text, keys, offset);
  if (inner.at !== 'value') return keyPlace('condition-key', text, keys, inner, offset, { operator, statement });
  const key = inner.property.key.value;
  return valuePlace(text, inner.property, offset, (spot) => ({
    kind: 'condition-value',
    operator,
    key,
    statement,
    spot,
  }));
}

/** Strictly inside a bracketed node, or anywhere on another one; an unclosed node reaches to its end. */
function insideOf(node: JsonNode, offset: number): boolean {
  if (node.kind !== 'object' && node.kind !== 'array') return touches(node, offset);
  return offset > node.start && (node.closed ? offset < node.end : offset <= node.end);
}

/** The member at `offset` of an object: the last one that starts at or before it, unless a comma stands between. */
function findIn(text: string, object: JsonObject, offset: number): Found {
  const property = lastStartingBefore(object.properties, offset);
  if (!property) return { at: 'between' };
  const word = propertyOfWord(text, object, offset);
  if (word) return { at: 'value', property: word };
  if (offset <= property.key.end) return { at: 'key', property };
  const { key, colon, value } = property;
  if (colon < 0) return { at: commaBetween(text, key.end, offset) ? 'between' : 'nowhere' };
  if (offset <= colon) return { at: 'nowhere' };
  if (!value) return commaBetween(text, colon + 1, offset) ? { at: 'between' } : { at: 'value', property };
  return offset <= value.end ? { at: 'value', property } : { at: 'between' };
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
  found: Found,
  offset: number,
  rest: Omit<PlaceOf<Kind>, 'kind' | keyof KeySpot>,
): Place {
  if (found.at === 'nowhere') return nothing;
  const property = found.at === 'key' ? found.property : undefined;
  const spot = property ? spotOn(text, property.key, offset, undefined) : emptySpot(offset);
  return { kind, object, property, spot, ...rest } as Place;
}

/** The place of a property's value; nothing where the cursor stands beside the value that is there. */
function valuePlace(
  text: string,
  { colon, value }: JsonProperty,
  offset: number,
  placeOf: (spot: Spot) => Place,
): Place {
  if (!value) return placeOf(spotOnWord(text, offset, colon + 1));
  if (value.kind !== 'array') return touches(value, offset) ? placeOf(spotOn(text, value, offset, undefined)) : nothing;
  return insideOf(value, offset) && offset > colon ? placeOf(spotInArray(text, value, offset)) : nothing;
}
