/** Compares a JSON tree with a shape, and reports where they differ. */
import { distance } from '../catalogue/nearest.js';
import type { JsonNode, JsonObject, JsonProperty } from '../syntax/json.js';
import { shown, type Text, type TextData } from '../text.js';
import { forms } from './forms.js';
import type { Report } from './problem.js';
import type { ObjectKind, ObjectShape, Shape } from './shape.js';
import { kinds, words } from './words.js';

/** The nodes of a tree that are not what they must be; what holds one of them is not named itself. */
export type Wrong = ReadonlySet<JsonNode>;

/** Reports where `node` of a text differs from `shape`, and gives the nodes that do. */
export function checkShape(text: string, node: JsonNode, shape: Shape, report: Report): Wrong {
  const wrong = new Set<JsonNode>();
  const note: Note = (at, message, data = {}, isFormal = true) => {
    wrong.add(at);
    report({ span: at, message, data, isFormal });
  };
  const check = (at: JsonNode, expected: Shape): void => {
    switch (expected.kind) {
      case 'object':
        if (at.kind === 'object') checkMembers(at, expected, { note, check, report, wrong });
        else note(at, words.kind, { expected: kinds.object });
        return;
      case 'list':
        if (at.kind !== 'array') note(at, words.kind, { expected: kinds.list });
        else if (expected.filled && at.items.length === 0) note(at, words.emptyList);
        else for (const item of at.items) check(item, expected.of);
        return;
      case 'map':
        if (at.kind !== 'object') note(at, words.kind, { expected: kinds.object });
        else for (const { value } of at.properties) if (value) check(value, expected.of);
        return;
      case 'either': {
        const fitting = expected.shapes.find((one) => fits(at, one)) ?? expected.shapes.find((one) => isBare(at, one));
        if (fitting) check(at, fitting);
        else note(at, words.kind, { expected: anyOf(expected.shapes) });
        return;
      }
      default:
        checkValue(text, at, expected, note);
    }
  };
  check(node, shape);
  return wrong;
}

const fits = (at: JsonNode, { kind }: Shape): boolean =>
  jsonKinds[kind].includes(at.kind) && !(kind === 'null' && at.kind === 'literal' && at.value !== null);

/** Whether `true`, `false` or a number stands where any text may. */
const isBare = (at: JsonNode, shape: Shape): boolean =>
  shape.kind === 'text' &&
  shape.form === forms.any &&
  (at.kind === 'number' || (at.kind === 'literal' && at.value !== null));

/** What each shape is in JSON. */
const jsonKinds: { readonly [kind in Shape['kind']]: readonly JsonNode['kind'][] } = {
  text: ['string', 'unread'],
  choice: ['string'],
  count: ['number'],
  null: ['literal'],
  list: ['array'],
  object: ['object'],
  map: ['object'],
  either: [],
};

const kindOf: { readonly [kind in Shape['kind']]: Text } = {
  text: kinds.text,
  choice: kinds.text,
  count: kinds.count,
  null: kinds.null,
  list: kinds.list,
  object: kinds.object,
  map: kinds.object,
  either: kinds.text,
};

function anyOf(shapes: readonly Shape[]): Text {
  const texts = shapes.map(({ kind }) => kindOf[kind]);
  return {
    en: texts.map(({ en }) => en).join(' or '),
    zh: texts.map(({ zh }) => zh).join('或'),
  };
}

type Note = (at: JsonNode, message: Text, data?: TextData, isFormal?: boolean) => void;

function checkValue(
  text: string,
  at: JsonNode,
  expected: Exclude<Shape, { kind: 'object' | 'list' | 'either' | 'map' }>,
  note: Note,
): void {
  if (expected.kind === 'null') {
    if (at.kind !== 'literal' || at.value !== null) note(at, words.kind, { expected: kinds.null });
    return;
  }
  if (expected.kind === 'count') {
    if (at.kind !== 'number' || !isCount(text.slice(at.start, at.end))) note(at, words.kind, { expected: kinds.count });
    return;
  }
  if (isBare(at, expected)) {
    note(at, words.quoted, { value: text.slice(at.start, at.end) });
    return;
  }
  if (at.kind !== 'string') {
    note(at, words.kind, { expected: expected.kind === 'choice' ? kinds.text : expected.form.expected });
    return;
  }
  if (expected.kind === 'text') {
    const { isMet, passes, why, expected: wanted } = expected.form;
    if (!isMet(at.value)) note(at, why?.(at.value) ?? words.kind, { expected: wanted }, passes?.(at.value) !== true);
  } else if (!expected.values.has(at.value)) noteChoice(at, at.value, [...expected.values.keys()], note);
}

const isCount = (digits: string): boolean => Number.isInteger(Number(digits)) && Number(digits) >= 0;

/** The longest list of choices that a message names. */
const maxNamed = 8;

function noteChoice(at: JsonNode, value: string, values: readonly string[], note: Note): void {
  const data = { value: shown(value) };
  const near = nearestTo(value, values);
  if (values.length <= maxNamed) note(at, words.choice, { ...data, choices: values.join(', ') });
  else if (near === undefined) note(at, words.noRule, data);
  else note(at, words.nearRule, { ...data, near });
}

/** The one of `names` that `name` was probably meant to be. */
export function nearestTo(name: string, names: readonly string[]): string | undefined {
  let [found, least] = [undefined as string | undefined, 4];
  for (const each of names) {
    const away = distance(name, each, least - 1);
    if (away < least) [found, least] = [each, away];
  }
  return found;
}

interface Walk {
  readonly note: Note;
  readonly check: (at: JsonNode, shape: Shape) => void;
  readonly report: Report;
  readonly wrong: Set<JsonNode>;
}

function checkMembers(node: JsonObject, shape: ObjectShape, { note, check, report, wrong }: Walk): void {
  const { fields, members } = shape;
  const seen = new Set<string>();
  for (const property of node.properties) {
    const name = property.key.value;
    const field = fields.get(name);
    if (property.value && field) check(property.value, field.shape);
    else if (property.value) wrong.add(property.value);
    if (!field) report({ span: property.key, isFormal: true, ...unknownMember(property, [...fields.keys()], members) });
    if (field && seen.has(name))
      report({ span: property.key, message: words.twice, data: { name: shown(name) }, isFormal: true });
    seen.add(name);
  }
  const missing = [...fields].filter(([name, { required }]) => required && !seen.has(name)).map(([name]) => name);
  if (missing.length > 0) note(node, words.missing, { names: quoted(missing) });
  else if (shape.kinds) checkKind(node, shape.kinds, { note, wrong });
}

const quoted = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ');

/** An object has exactly one of its kinds, with what that needs and without what belongs to others. */
function checkKind(node: JsonObject, all: readonly ObjectKind[], { note, wrong }: Pick<Walk, 'note' | 'wrong'>): void {
  const keys = new Map(node.properties.map(({ key }) => [key.value, key]));
  const [kind, ...others] = all.filter(({ name }) => keys.has(name));
  if (!kind) {
    note(node, words.noKind, { names: quoted(all.map(({ name }) => name)) });
    return;
  }
  const missing = kind.required.filter((name) => !keys.has(name));
  if (missing.length > 0) note(node, words.missing, { names: quoted(missing) });
  const own = new Set([kind.name, ...kind.required, ...kind.optional]);
  const foreign = all.flatMap(({ name, required, optional }) => [name, ...required, ...optional]);
  for (const name of new Set(foreign)) {
    const key = keys.get(name);
    if (!key || own.has(name)) continue;
    const message = others.some((other) => other.name === name) ? words.twoKinds : words.otherKind;
    note(key, message, { name: kind.name, value: name });
    wrong.add(node);
  }
}

function unknownMember(
  { key }: JsonProperty,
  names: readonly string[],
  members: ObjectShape['members'],
): { readonly message: Text; readonly data: TextData } {
  const data = { value: shown(key.value), choices: names.join(', ') };
  const near = nearestTo(key.value, names);
  if (members === 'members') return { message: words.member, data };
  return near === undefined ? { message: words.noRule, data } : { message: words.nearRule, data: { ...data, near } };
}
