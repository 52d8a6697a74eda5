/** The spot in the text that a place is about: the node there, or the word that is to become one. */
import type { Span } from '../span.js';
import { offsetInString } from '../syntax/measure.js';
import { withoutTrailing } from '../text.js';
import type { JsonArray, JsonNode } from '../syntax/json.js';

/** The spot in the text that a place is about. */
export interface Spot {
  readonly offset: number;
  /** The string, word or other node there; undefined: nothing is written yet. */
  readonly node: JsonNode | undefined;
  /** The string with its quotes, the word without any, or the empty span at the cursor. */
  readonly span: Span;
  /** The string's value left and right of the cursor; empty where there is no string. */
  readonly before: string;
  readonly after: string;
  /** The array it is, or would be, an item of. */
  readonly array: JsonArray | undefined;
}

/** The spot where nothing is written yet. */
export const emptySpot = (offset: number): Spot => ({
  offset,
  node: undefined,
  span: { start: offset, end: offset },
  before: '',
  after: '',
  array: undefined,
});

/** The spot on an item of an array or between two. */
export function spotInArray(text: string, array: JsonArray, offset: number): Spot {
  const item = lastStartingBefore(array.items, offset);
  if (!item || offset > item.end) return bareSpot(text, offset, array, array.start + 1);
  if (item.kind === 'string' && item.quotes === 'none') return bareSpot(text, offset, array, array.start + 1);
  return spotOn(text, item, offset, array);
}

/** What may stand in a string that still lacks its quotes: `mps:Pro` is three tokens of JSON and one word of a person's. A comment is none. */
const bareCharacter = /[\w:*.$-]/u;
const bareAfter = /(?:[\w:*.$-]|\/(?![/*]))*/uy;

/** The run of such characters that `text` ends in. */
function bareEnd(text: string): string {
  let start = text.length;
  const isBare = (character: string): boolean =>
    bareCharacter.test(character) || (character === '/' && text.charAt(start - 2) !== '/');
  while (start > 0 && isBare(text.charAt(start - 1))) start--;
  return text.slice(start);
}

/** The spot on a run of characters without quotes around `offset`, which does not begin before `from`. */
function bareSpot(text: string, offset: number, array: JsonArray | undefined, from: number): Spot {
  const before = bareEnd(text.slice(Math.max(from, offset - longestWord), offset));
  bareAfter.lastIndex = offset;
  const after = bareAfter.exec(text)?.[0] ?? '';
  const end = offset + after.length;
  const span = { start: offset - before.length, end: isClosingQuote(text, end) && before + after ? end + 1 : end };
  return { ...emptySpot(offset), array, span, before, after };
}

/** The spot on a key without quotes around `offset`, which begins at `from` or later; the colon behind it is not part of it. */
export function spotOnWord(text: string, offset: number, from: number): Spot {
  const { before, after, span } = bareSpot(text, offset, undefined, from);
  const own = withoutTrailing(after, ':');
  const end = own === after ? span.end : offset + own.length;
  return { ...emptySpot(offset), before, after: own, span: { start: span.start, end } };
}

/** No word that lacks its quotes is taken to be longer. */
const longestWord = 500;

/** Whether the quote at `offset` closes a string that was never opened: an odd number of them is left on the line, as far as it is looked at. */
function isClosingQuote(text: string, offset: number): boolean {
  if (text.charAt(offset) !== '"') return false;
  const line = /^[^\r\n]*/u.exec(text.slice(offset, offset + longestLine))?.[0] ?? '';
  return ((line.match(/"/gu) ?? []).length & 1) === 1;
}

const longestLine = 2000;

/** The spot on a node; `array` is the one it is an item of. */
export function spotOn(text: string, node: JsonNode, offset: number, array: JsonArray | undefined): Spot {
  const spot = { ...emptySpot(offset), node, array };
  if (node.kind === 'object' || node.kind === 'array') return spot;
  const span = { start: node.start, end: node.end };
  if (node.kind !== 'string') return { ...spot, span };
  const cursor = offsetInString(text, node, offset);
  return { ...spot, span, before: node.value.slice(0, cursor), after: node.value.slice(cursor) };
}

/** The last of `nodes`, which stand in order, that starts at or before `offset`. */
export function lastStartingBefore<Node extends Span>(nodes: readonly Node[], offset: number): Node | undefined {
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
