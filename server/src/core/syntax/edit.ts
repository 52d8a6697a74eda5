/** Edits of a JSON text that keep the person's formatting: nobody re-serialises a document. */
import type { Edit, Span } from '../span.js';
import type { JsonArray, JsonNode, JsonObject, JsonProperty, JsonString } from './tree.js';

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

/** The offset behind the comma that follows `offset`, or -1 where none follows. */
function commaEnd(text: string, offset: number): number {
  let at = offset;
  while (isBlank(text.charAt(at))) at++;
  return text.charAt(at) === ',' ? at + 1 : -1;
}

/**
 * Edits that take `gone` out of `members` (an array's items or an object's properties, in order) with the commas and white space that were theirs.
 * The members that stay keep their text.
 */
export function removeMembers(
  text: string,
  container: JsonArray | JsonObject,
  gone: (member: Span) => boolean,
): readonly Edit[] {
  const members: readonly Span[] = container.kind === 'array' ? container.items : container.properties;
  const kept = members.filter((member) => !gone(member));
  if (kept.length === 0)
    return [
      { span: { start: container.start + 1, end: container.closed ? container.end - 1 : container.end }, newText: '' },
    ];
  const edits: Edit[] = [];
  let lastKept: Span | undefined;
  let run: Span | undefined;
  for (const member of members) {
    if (gone(member)) {
      run ??= member;
      continue;
    }
    // A run before a kept member goes up to that member's start; the white space before the run stays.
    if (run) edits.push({ span: { start: run.start, end: member.start }, newText: '' });
    run = undefined;
    lastKept = member;
  }
  if (run && lastKept) {
    const end = members.at(-1)?.end ?? run.end;
    const comma = commaEnd(text, end);
    edits.push({ span: { start: lastKept.end, end: comma < 0 ? end : comma }, newText: '' });
  }
  return edits;
}

/** As `removeMembers` for the one member at `index`, at a cost that does not grow with the others. */
export function removeMember(text: string, container: JsonArray | JsonObject, index: number): readonly Edit[] {
  const members: readonly Span[] = container.kind === 'array' ? container.items : container.properties;
  const [before, member, behind] = [members[index - 1], members[index], members[index + 1]];
  if (!member) return [];
  if (behind) return [{ span: { start: member.start, end: behind.start }, newText: '' }];
  if (!before) return removeMembers(text, container, () => true);
  const comma = commaEnd(text, member.end);
  return [{ span: { start: before.end, end: comma < 0 ? member.end : comma }, newText: '' }];
}

/**
 * Edits that move what `from` holds behind the last member of `into`; both hold something and are of one kind.
 * What `from` leaves behind stays for another edit.
 */
export function appendContent<Container extends JsonArray | JsonObject>(
  text: string,
  into: Container,
  from: Container,
): readonly Edit[] {
  const last = (into.kind === 'array' ? into.items : into.properties).at(-1);
  const moved: readonly Span[] = from.kind === 'array' ? from.items : from.properties;
  const [start, end] = [moved[0]?.start, moved.at(-1)?.end];
  if (!last || start === undefined || end === undefined) return [];
  return [{ span: { start: last.end, end: last.end }, newText: `, ${text.slice(start, end)}` }];
}

/** Where the line of `offset` starts. */
export const lineStartAt = (text: string, offset: number): number =>
  offset > 0 ? Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1 : 0;

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

/** Whether the text between `from` and `to` runs over a line's end. */
export const isMultiline = (text: string, { start, end }: Span): boolean => {
  const newline = text.indexOf('\n', start);
  return newline >= 0 && newline < end;
};

/** Puts `newText` behind an array's item `after` as the next item, separated as its neighbours are. */
export function insertItemAfter(text: string, array: JsonArray, after: JsonNode, newText: string): Edit {
  const index = array.items.indexOf(after);
  const before = array.items[index - 1];
  const gapStart = before ? text.indexOf(',', before.end) + 1 || before.end : array.start + 1;
  const gap = text.slice(gapStart, after.start);
  const separator = /^\s*$/u.test(gap) ? gap : ' ';
  return { span: { start: after.end, end: after.end }, newText: `,${separator || (before ? '' : ' ')}${newText}` };
}

/** Puts a member `"name": value` into an object, behind `after` or first, on a line of its own where the object has lines. */
export function insertProperty(
  text: string,
  object: JsonObject,
  after: JsonProperty | undefined,
  member: string,
): Edit {
  const multiline = isMultiline(text, object);
  const first = object.properties[0];
  const indent =
    first && isMultiline(text, { start: object.start, end: first.start })
      ? indentAt(text, first.start)
      : indentAt(text, object.start) + indentUnit(text);
  const lead = multiline ? lineEnd(text) + indent : ' ';
  if (after) return { span: { start: after.end, end: after.end }, newText: `,${lead}${member}` };
  if (first)
    return {
      span: { start: object.start + 1, end: object.start + 1 },
      newText: `${multiline ? lead : ''}${member},${multiline ? '' : ' '}`,
    };
  const tail = multiline ? lineEnd(text) + indentAt(text, object.start) : ' ';
  return {
    span: { start: object.start + 1, end: object.closed ? object.end - 1 : object.start + 1 },
    newText: lead + member + tail,
  };
}
