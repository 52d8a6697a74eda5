/** How completions are inserted at a spot: with the quotes, colons and commas that are missing, without breaking the text around it. */
import type { Spot } from '../../core/place/place.js';
import type { Edit, Span } from '../../core/span.js';
import { contentSpan, isBlank, spanInString } from '../../core/syntax/measure.js';
import { withoutTrailing } from '../../core/text.js';
import type { JsonProblemKind, JsonString, JsonTree } from '../../core/syntax/json.js';

/** What is inserted: a string's value, a key with its value, or any JSON. */
export type Form = 'value' | 'key' | 'json';

/** The part of a string that completions replace, as offsets in its value; all of it unless said otherwise. */
export interface Part {
  readonly from: number;
  /** Undefined: up to the end. */
  readonly to?: number | undefined;
}

/** What a completion at a spot replaces, and what surrounds its text. */
export interface Frame {
  /** What is replaced, by clients that replace and by clients that insert. */
  readonly replace: Span;
  readonly insert: Span;
  readonly lead: string;
  /** The quote that closes the string, and what must come before it; empty if the quote is there already. */
  readonly quote: string;
  /** Whether a key needs its colon and a value. */
  readonly valueMissing: boolean;
  readonly comma: string;
  /** The replaced text in front of what is being completed: clients filter by it, too. */
  readonly typed: string;
  /** Commas that are missing elsewhere. */
  readonly additional: readonly Edit[];
}

const endsValue = /["\]}\w\p{L}*$”’']/u;
const startsValue = /["[{\w\p{L}*$“‘'-]/u;

/** What is not part of the JSON: comments and unexpected characters. */
const skipped: readonly JsonProblemKind[] = ['comment', 'unclosed-comment', 'unexpected', 'wrong-space'];

/** Skips blanks, comments and unexpected characters: the next offset from `at` on, or the one behind the previous character. */
function skip({ text, problems }: JsonTree, at: number, step: 1 | -1): number {
  let offset = at;
  for (;;) {
    while (isBlank(text.charAt(step === 1 ? offset : offset - 1))) offset += step;
    const from = offset;
    const gap = problems.find(
      ({ kind, start, end }) => start < end && (step === 1 ? start : end) === from && skipped.includes(kind),
    );
    if (!gap) return offset;
    offset = step === 1 ? gap.end : gap.start;
  }
}

/** Where the word at `offset` ends in an unclosed string: the rest of the line belongs to the text around it. */
function wordEnd(text: string, offset: number, form: Form): number {
  const word = /(?:\$\{\w*\}|[^\s",[\]{}])*/uy;
  word.lastIndex = offset;
  const end = offset + (word.exec(text)?.[0].length ?? 0);
  return form === 'key' ? offset + withoutTrailing(text.slice(offset, end), ':').length : end;
}

/** Whether an unclosed string ends where the next one on its line begins: `"mps:, "resource"` is read as `"mps:, "`, but meant as `"mps:"`. */
const swallows = (text: string, node: JsonString): boolean =>
  node.closed && node.quotes === 'double' && /\w/u.test(text.charAt(node.end));

/** The frame at `spot`; undefined: nothing can be inserted there without breaking the text. */
export function frameAt(tree: JsonTree, spot: Spot, form: Form, part: Part = { from: 0 }): Frame | undefined {
  const { node } = spot;
  const { text } = tree;
  if (node?.kind === 'object' || node?.kind === 'array') return undefined;
  if (node?.kind !== 'string' || node.quotes === 'none') return frameOfWord(tree, spot, form, part);
  const content = contentSpan(node);
  if (spot.offset < content.start || (node.closed && spot.offset > content.end)) return undefined;
  const open = !node.closed || swallows(text, node);
  return form === 'json' ? frameOfNode(tree, spot, node, open) : frameInString(tree, spot, node, open, form, part);
}

function frameInString(
  tree: JsonTree,
  { offset }: Spot,
  node: JsonString,
  open: boolean,
  form: 'value' | 'key',
  { from, to }: Part,
): Frame {
  const { text } = tree;
  const start = Math.min(spanInString(text, node, from, from).start, offset);
  const partEnd = to === undefined ? Infinity : Math.max(spanInString(text, node, to, to).end, offset);
  const wholeEnd = open ? wordEnd(text, offset, form) : contentSpan(node).end;
  const end = Math.min(partEnd, wholeEnd);
  const closing = open && end === wholeEnd ? '"' : '';
  const behind = open ? end : node.end;
  const before = commaBefore(tree, node.start);
  const additional = before < 0 ? [] : [{ span: { start: before, end: before }, newText: ',' }];
  const around = { lead: '', typed: '', additional };
  if (form === 'key' && text.charAt(skip(tree, behind, 1)) !== ':') {
    // The whole string with its quote is replaced: clients rank items higher that match more of the typed text.
    const replace = { start: node.start, end: behind };
    const kept = text.slice(node.start + 1, start);
    const typed = text.charAt(node.start) + kept;
    const comma = commaAfter(tree, behind);
    return { ...around, replace, insert: replace, lead: `"${kept}`, quote: '"', valueMissing: true, typed, comma };
  }
  const comma = form === 'key' ? '' : commaAfter(tree, behind);
  if (comma && !open) additional.push({ span: { start: behind, end: behind }, newText: comma });
  return {
    ...around,
    replace: { start, end },
    insert: { start, end: offset },
    quote: closing,
    valueMissing: false,
    comma: closing ? comma : '',
  };
}

/** JSON that replaces a whole string, also in clients that insert. */
function frameOfNode(tree: JsonTree, { offset }: Spot, node: JsonString, open: boolean): Frame {
  const { text } = tree;
  const replace = { start: node.start, end: open ? wordEnd(text, offset, 'value') : node.end };
  const before = commaBefore(tree, node.start);
  return {
    replace,
    insert: replace,
    lead: '',
    quote: '',
    valueMissing: false,
    typed: text.charAt(node.start),
    comma: commaAfter(tree, replace.end),
    additional: before < 0 ? [] : [{ span: { start: before, end: before }, newText: ',' }],
  };
}

/** A word without quotes, or nothing yet. */
function frameOfWord(tree: JsonTree, { span, before, after, node }: Spot, form: Form, part: Part): Frame {
  const { text } = tree;
  const value = node && node.kind !== 'string' ? '' : before + after;
  const quote = form === 'json' ? '' : '"';
  const previous = commaBefore(tree, span.start);
  const touching = previous === span.start;
  const hasColon = text.charAt(skip(tree, span.end, 1)) === ':';
  const replace = { start: span.start, end: span.end };
  return {
    replace,
    // Also when inserting: the rest of a word without quotes would end up behind the quotes.
    insert: replace,
    lead: (touching ? ', ' : '') + quote + value.slice(0, part.from),
    quote: (part.to === undefined ? '' : value.slice(part.to)) + quote,
    valueMissing: form === 'key' && !hasColon,
    comma: form === 'key' && hasColon ? '' : commaAfter(tree, span.end),
    typed: value.slice(0, part.from),
    additional: previous < 0 || touching ? [] : [{ span: { start: previous, end: previous }, newText: ',' }],
  };
}

/** Where a comma is missing before `at`, or -1. */
function commaBefore(tree: JsonTree, at: number): number {
  const end = skip(tree, at, -1);
  return endsValue.test(tree.text.charAt(end - 1)) ? end : -1;
}

const commaAfter = (tree: JsonTree, at: number): string =>
  startsValue.test(tree.text.charAt(skip(tree, at, 1))) ? ',' : '';
