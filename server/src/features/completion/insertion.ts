/** How a completion goes into the text: with the quotes and commas that are missing, never breaking what stands there. */
import type { Spot } from '../../core/place.js';
import type { Span } from '../../core/span.js';
import { contentSpan } from '../../core/syntax/edit.js';

/** What to insert. In a snippet `$` and `}` must be escaped by the caller. */
export interface Content {
  /** The string's value, or any JSON where `raw`. */
  readonly text: string;
  readonly snippet?: boolean;
  /** Already JSON: no quotes are put around it. */
  readonly raw?: boolean;
}

export interface Insertion {
  readonly newText: string;
  /** Replaced when the client replaces; up to the cursor when it inserts. */
  readonly replace: Span;
  readonly insert: Span;
}

/** A text as a snippet that inserts just it. */
export const literal = (text: string): string => text.replace(/[\\$}]/gu, '\\$&');

const isValueEnd = (character: string): boolean => /["\]}\w]/u.test(character);
const isValueStart = (character: string): boolean => /["[{\w]/u.test(character);

/** The next character that is no white space, going by `step` from `at`. */
function neighbour(text: string, at: number, step: 1 | -1): string {
  let offset = at;
  while (/[ \t\r\n]/u.test(text.charAt(offset))) offset += step;
  return text.charAt(offset);
}

/** Puts `content` in place of what the spot holds from value offset `from` on (0: all of it). */
export function insertionAt(text: string, spot: Spot, content: Content, from = 0): Insertion {
  const { node, offset } = spot;
  if (node?.kind === 'string' && node.quotes !== 'none' && !content.raw) {
    const { start, end } = contentSpan(node);
    const begin = Math.min(start + from, offset);
    // An unclosed string gets its closing quote; the cursor stays before it where a snippet says so.
    const newText = content.text + (node.closed ? '' : '"');
    return { newText, replace: { start: begin, end: Math.max(end, offset) }, insert: { start: begin, end: offset } };
  }
  const span = node && node.kind !== 'object' && node.kind !== 'array' ? node : { start: offset, end: offset };
  const before = isValueEnd(neighbour(text, span.start - 1, -1))
    ? text.charAt(span.start - 1) === ' '
      ? ', '
      : ','
    : '';
  const after = isValueStart(neighbour(text, span.end, 1)) ? ',' : '';
  const quoted = content.raw ? content.text : `"${content.text}"`;
  return {
    newText: before + quoted + after,
    replace: { start: span.start, end: span.end },
    insert: { start: span.start, end: offset },
  };
}
