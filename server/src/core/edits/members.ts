/** Inserts and removes array items and object members without re-serialising: the person's formatting stays. */
import type { Edit, Span } from '../span.js';
import { isBlank, indentAt, lineEnd, lineStartBefore, indentUnit, isMultiline } from '../syntax/measure.js';
import type { JsonArray, JsonNode, JsonObject, JsonProperty } from '../syntax/tree.js';

/** Where white space and comments that begin at `offset` end. `within`: only those on its line. */
function triviaEnd(text: string, offset: number, within: 'line' | 'text'): number {
  let at = offset;
  for (;;) {
    const character = text.charAt(at);
    if (isBlank(character) && (within === 'text' || character !== '\n')) at++;
    else if (character === '#' || text.startsWith('//', at)) at = lineBreakAt(text, at);
    else if (!text.startsWith('/*', at)) return at;
    else {
      const end = text.indexOf('*/', at + 2);
      if (end < 0 || (within === 'line' && lineBreakAt(text, at) < end)) return at;
      at = end + 2;
    }
  }
}

function lineBreakAt(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end;
}

/** The offset behind the comma that follows `offset`, or -1 where none follows. */
function commaEnd(text: string, offset: number): number {
  const at = triviaEnd(text, offset, 'text');
  return text.charAt(at) === ',' ? at + 1 : -1;
}

/** The lines that hold a span, its comma and comments behind it, and nothing else; undefined: something else stands there. */
function linesOf(text: string, { start, end }: Span): Span | undefined {
  let first = start;
  while (text.charAt(first - 1) === ' ' || text.charAt(first - 1) === '\t') first--;
  if (text.charAt(first - 1) !== '\n') return undefined;
  const comma = triviaEnd(text, end, 'line');
  const last = text.charAt(comma) === ',' ? triviaEnd(text, comma + 1, 'line') : comma;
  return text.charAt(last) === '\n' ? { start: first, end: last + 1 } : undefined;
}

/** Where the comments begin that have the lines right above `start` for themselves; none of them before `from`. */
function commentsAbove(text: string, start: number, from: number): number {
  let first = start;
  while (first > from) {
    const line = lineStartBefore(text, first);
    const said = text.slice(line, first).trim();
    if (line <= from || !/^(?:#|\/\/|\/\*)/u.test(said) || (said.startsWith('/*') && !said.endsWith('*/'))) break;
    first = line;
  }
  return first;
}

/**
 * Edits that remove `gone` from `members` (an array's items or an object's properties, in order) together with their commas, the white space, and the
 * comments behind them. The members that stay keep their text and their comments.
 */
export function removeMembers(
  text: string,
  container: JsonArray | JsonObject,
  gone: (member: Span) => boolean,
): readonly Edit[] {
  const members: readonly Span[] = container.kind === 'array' ? container.items : container.properties;
  const edits: Edit[] = [];
  let first = -1;
  for (const [index, member] of members.entries()) {
    if (!gone(member)) continue;
    if (first < 0) first = index;
    const behind = members[index + 1];
    if (behind && gone(behind)) continue;
    edits.push(...removeRun(text, container, members, first, index));
    first = -1;
  }
  return edits;
}

/** As `removeMembers`, for the one member at `index`, in constant time; with the comments above a statement or an element, which speak of it alone. */
export function removeMember(text: string, container: JsonArray | JsonObject, index: number): readonly Edit[] {
  const members: readonly Span[] = container.kind === 'array' ? container.items : container.properties;
  const edits = members[index] ? removeRun(text, container, members, index, index) : [];
  const isAlone = container.kind === 'array' ? container.items[index]?.kind === 'object' : index > 0;
  const from = members[index - 1]?.end ?? container.start;
  return isAlone
    ? edits.map((edit) =>
        isWholeLines(text, edit.span)
          ? { ...edit, span: { ...edit.span, start: commentsAbove(text, edit.span.start, from) }, above: true }
          : edit,
      )
    : edits;
}

const isWholeLines = (text: string, { start, end }: Span): boolean =>
  text.charAt(start - 1) === '\n' && text.charAt(end - 1) === '\n';

/** Removes the members from `first` to `last`, of which the ones beside them stay. */
function removeRun(
  text: string,
  { start, end, closed }: JsonArray | JsonObject,
  members: readonly Span[],
  first: number,
  last: number,
): readonly Edit[] {
  const [before, behind] = [members[first - 1], members[last + 1]];
  const run = { start: members[first]?.start ?? start, end: members[last]?.end ?? end };
  if (!before && !behind) return [remove(start + 1, closed ? end - 1 : end)];
  const lines = linesOf(text, run);
  const commaBefore = before ? commaEnd(text, before.end) : -1;
  if (lines) {
    const own = remove(lines.start, lines.end);
    return behind || commaBefore < 0 ? [own] : [remove(commaBefore - 1, commaBefore), own];
  }
  const comma = commaEnd(text, run.end);
  if (!behind) return [remove(before?.end ?? run.start, comma < 0 ? run.end : comma)];
  const isEndOfLine = commaBefore >= 0 && comma >= 0 && !text.slice(commaBefore, run.start).includes('\n');
  return isEndOfLine && text.slice(comma, behind.start).includes('\n')
    ? [remove(commaBefore, comma)]
    : [remove(run.start, behind.start)];
}

const remove = (start: number, end: number): Edit => ({ span: { start, end }, newText: '' });

/**
 * Edits that move all members of `from` behind the last member of `into`. Both are arrays, or both objects, and neither is empty.
 * Removing the emptied `from` is left to another edit.
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
export const insertProperty = (
  text: string,
  object: JsonObject,
  after: JsonProperty | undefined,
  member: string,
): Edit => insertProperties(text, object, after, [member]);

/**
 * Puts members `"name": value`, at least one, into an object, behind `after` or first, in their order, each on a line of its own where the object has lines;
 * several in an empty object also where it stands in a text of lines.
 */
export function insertProperties(
  text: string,
  object: JsonObject,
  after: JsonProperty | undefined,
  members: readonly string[],
): Edit {
  const first = object.properties[0];
  const isLined = isMultiline(text, object) || (!first && members.length > 1 && isMultiline(text, wholeOf(text)));
  const indent =
    first && isMultiline(text, { start: object.start, end: first.start })
      ? indentAt(text, first.start)
      : indentAt(text, object.start) + indentUnit(text);
  const lead = isLined ? lineEnd(text) + indent : ' ';
  if (after) {
    const newText = members.map((member) => `,${lead}${member}`).join('');
    return { span: { start: after.end, end: after.end }, newText };
  }
  if (first) {
    const newText = members.map((member) => (isLined ? `${lead}${member},` : `${member}, `)).join('');
    return { span: { start: object.start + 1, end: object.start + 1 }, newText };
  }
  const tail = isLined ? lineEnd(text) + indentAt(text, object.start) : ' ';
  return {
    span: { start: object.start + 1, end: object.closed ? object.end - 1 : object.start + 1 },
    newText: lead + members.join(`,${lead}`) + tail,
  };
}

const wholeOf = (text: string): Span => ({ start: 0, end: text.length });
