/** Positions in a JSON text: parts of strings with escapes, lines and their indentation. */
import type { Span } from '../span.js';
import type { JsonString } from './tree.js';

/** Where `from`…`to` of a string's value (UTF-16 units of `node.value`) stands in the document, escapes taken into account. */
export function spanInString(text: string, node: JsonString, from: number, to: number): Span {
  const first = node.start + (node.quotes === 'none' ? 0 : 1);
  const last = node.closed && node.quotes !== 'none' ? node.end - 1 : node.end;
  if (last - first === node.value.length) return { start: first + from, end: first + to };
  let offset = first;
  let start = last;
  for (let unit = 0; unit <= to; unit++) {
    if (unit === from) start = offset;
    if (unit === to || offset >= last) break;
    offset += escapeLength(text, offset);
  }
  return { start, end: Math.min(Math.max(start, offset), last) };
}

/** The offset in a string's value that stands at `offset` of the document; the nearest one where `offset` lies outside its content. */
export function offsetInString(text: string, node: JsonString, offset: number): number {
  const content = contentSpan(node);
  if (content.end - content.start === node.value.length)
    return Math.min(Math.max(offset - content.start, 0), node.value.length);
  let unit = 0;
  for (let at = content.start; at < offset && at < content.end; unit++) at += escapeLength(text, at);
  return Math.min(unit, node.value.length);
}

/** How many characters of the document stand for one unit of a string's value at `offset`. */
const escapeLength = (text: string, offset: number): number =>
  text.charAt(offset) !== '\\' ? 1 : text.charAt(offset + 1) === 'u' ? 6 : 2;

/** The span between a string's quotes. */
export const contentSpan = (node: JsonString): Span =>
  node.quotes === 'none'
    ? { start: node.start, end: node.end }
    : { start: node.start + 1, end: node.closed ? node.end - 1 : node.end };

/** Whether a character is one of JSON's four kinds of white space; the empty string is not. */
export const isBlank = (character: string): boolean =>
  character === ' ' || character === '\t' || character === '\n' || character === '\r';

/** Whether a line begins at `offset`. */
export const beginsLine = (text: string, offset: number): boolean =>
  offset === 0 || text.charAt(offset - 1) === '\n' || text.charAt(offset - 1) === '\r';

/** Where the line of `offset` starts. Looks at that line alone. */
export function lineStartAt(text: string, offset: number): number {
  let start = offset;
  while (!beginsLine(text, start)) start--;
  return start;
}

/** Where the line before the one that starts at `start` starts, by line feeds. */
export const lineStartBefore = (text: string, start: number): number =>
  start < 2 ? 0 : text.lastIndexOf('\n', start - 2) + 1;

/** The white space at the start of the line of `offset`. */
export function indentAt(text: string, offset: number): string {
  const lineStart = lineStartAt(text, offset);
  let end = lineStart;
  while (text.charAt(end) === ' ' || text.charAt(end) === '\t') end++;
  return text.slice(lineStart, end);
}

/** The line end that the text uses first; `\n` where it has one line only. */
export function lineEnd(text: string): string {
  const newline = text.indexOf('\n');
  return newline > 0 && text.charAt(newline - 1) === '\r' ? '\r\n' : '\n';
}

/** One step of indentation as the text uses it: read off the first indented line, else two blanks. */
export function indentUnit(text: string): string {
  return /(?:^|[\r\n])(\t| {1,8})(?=\S)/u.exec(text)?.[1] ?? '  ';
}

/** Whether the text between `from` and `to` contains a line end. */
export const isMultiline = (text: string, { start, end }: Span): boolean => {
  const newline = text.indexOf('\n', start);
  return newline >= 0 && newline < end;
};
