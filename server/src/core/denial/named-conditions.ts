/** Conditions that a message says the permission has. The text is on one line, its punctuation ASCII. */

import { shown } from '../text.js';

/**
 * A condition as messages name it, `"condition":{"key":"qcs:resource_tag","value":["a&b"],"ope":"…"}`, or as policies do,
 * `"condition":{"for_any_value:string_equal":{"qcs:resource_tag":["a&b"]}}`.
 */
export interface NamedCondition {
  /** The text of the condition, cut where it is long, where that could not be read. */
  readonly key: string;
  /** Empty where none is named or the condition could not be read. */
  readonly values: readonly string[];
  /** Undefined where the message names none. */
  readonly operator: string | undefined;
}

type Members = Readonly<Record<string, unknown>>;

/** So deep are objects read in objects. */
const deepest = 8;

/** The conditions in `text`, in order. What looks like one and cannot be read comes as its text. */
export function conditionsIn(text: string): readonly NamedCondition[] {
  const found: NamedCondition[] = [];
  let objects = 0;
  for (let at = text.indexOf('{'); at >= 0;) {
    const end = objectEnd(text, at);
    const source = text.slice(at, end);
    const before = text.slice(Math.max(0, at - 20), at);
    const value = parsed(source);
    if (value === undefined) {
      if (/conditions?["']? ?[:=]? ?\[? ?$|\}, ?$/iu.test(before) || /["']?(?:condition|key)["']? ?:/iu.test(source))
        found.push(unreadable(source));
    } else found.push(...(beginsCondition.test(before) ? conditionOf(value, 0) : within(value, 0)));
    objects++;
    at = end === undefined ? -1 : text.indexOf('{', end);
  }
  const words =
    objects > 0
      ? undefined
      : /conditions?["']? ?[:=] ?\[? ?(?!null\b|none\b)([^\s[\]{}][^;{}]{0,100})/iu.exec(text)?.[1];
  if (words !== undefined) found.push(unreadable(words));
  return found;
}

const beginsCondition = /conditions?["']? ?[:=] ?\[? ?$/iu;

const unreadable = (text: string): NamedCondition => ({ key: shown(text.trim()), values: [], operator: undefined });

/** Behind the brace that closes the one at `start`; braces in strings do not count. Undefined where nothing closes it. */
function objectEnd(text: string, start: number): number | undefined {
  let open = 0;
  let quote = '';
  for (let at = start; at < text.length; at++) {
    const sign = text.charAt(at);
    if (quote !== '') quote = sign === quote ? '' : quote;
    else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === '{') open++;
    else if (sign === '}' && --open === 0) return at + 1;
  }
  return undefined;
}

/** The object in JSON, or as Python prints it. Undefined where it is neither. */
function parsed(source: string): unknown {
  for (const text of source.includes('"') ? [source] : [source, source.replaceAll("'", '"')])
    try {
      return JSON.parse(text);
    } catch {
      // The next way of reading is tried, or the text is told as it is.
    }
  return undefined;
}

const isMembers = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The conditions somewhere in a value: those with `key` and `value`, and what stands behind `condition`. */
function within(value: unknown, depth: number): readonly NamedCondition[] {
  if (depth > deepest) return [];
  if (Array.isArray(value)) return value.flatMap((each) => within(each, depth + 1));
  if (!isMembers(value)) return [];
  const named = keyAndValue(value);
  if (named) return [named];
  return Object.entries(value).flatMap(([name, inner]) =>
    /^conditions?$/iu.test(name) ? conditionOf(inner, depth + 1) : within(inner, depth + 1),
  );
}

/** The conditions in what stands behind `condition`: in CAM's notation, or an object or a list of objects with `key` and `value`. */
function conditionOf(value: unknown, depth: number): readonly NamedCondition[] {
  if (depth > deepest) return [];
  if (Array.isArray(value)) return value.flatMap((each) => conditionOf(each, depth + 1));
  if (!isMembers(value)) return value === null || value === '' ? [] : [unreadable(JSON.stringify(value))];
  const named = keyAndValue(value);
  if (named) return [named];
  if ('effect' in value || 'condition' in value || 'strategyId' in value) return within(value, depth + 1);
  return Object.entries(value).flatMap(([operator, keys]): readonly NamedCondition[] =>
    isMembers(keys)
      ? Object.entries(keys).map(([key, values]) => ({ key, values: valuesOf(values), operator }))
      : [unreadable(`${operator}: ${JSON.stringify(keys)}`)],
  );
}

/** `{"key": …, "value": …, "ope": …}`. */
function keyAndValue(value: Members): NamedCondition | undefined {
  const { key } = value;
  if (typeof key !== 'string') return undefined;
  const operator = value['ope'] ?? value['operator'];
  return {
    key,
    values: valuesOf(value['value'] ?? value['values'] ?? []),
    operator: typeof operator === 'string' ? operator : undefined,
  };
}

/** Values as policies write them: strings; numbers and the like as their text. */
const valuesOf = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : [value]).map((each) => (typeof each === 'string' ? each : JSON.stringify(each)));
