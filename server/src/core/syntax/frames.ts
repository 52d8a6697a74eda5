/** Objects and arrays that are open while a text is read. */
import type { JsonKey, JsonNode } from './tree.js';

export interface OpenProperty {
  key: JsonKey;
  colon: number;
  value: JsonNode | undefined;
  start: number;
  end: number;
}

export interface OpenObject {
  readonly node: { kind: 'object'; start: number; end: number; closed: boolean; properties: OpenProperty[] };
  readonly kind: 'object';
  expects: 'key' | 'colon' | 'value' | 'comma';
  /** Offset of the last comma when nothing has followed it yet, else -1. */
  comma: number;
  /** Where the last thing in it ends, also one that could not be taken: a missing comma belongs there. */
  last: number;
}

export interface OpenArray {
  readonly node: { kind: 'array'; start: number; end: number; closed: boolean; items: JsonNode[] };
  readonly kind: 'array';
  expects: 'value' | 'comma';
  comma: number;
  last: number;
}

export type Open = OpenObject | OpenArray;

/** An object that begins; `last`: where its bracket ends, or would stand. */
export const openObject = (start: number, end: number, last = end): OpenObject => ({
  kind: 'object',
  node: { kind: 'object', start, end, closed: false, properties: [] },
  expects: 'key',
  comma: -1,
  last,
});

/** An array that begins, with the items that it has already. */
export const openArray = (start: number, end: number, items: JsonNode[] = []): OpenArray => ({
  kind: 'array',
  node: { kind: 'array', start, end, closed: false, items },
  expects: 'value',
  comma: -1,
  last: end,
});
