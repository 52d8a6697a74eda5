/** Inserts and removes array items and object members without re-serialising: the person's formatting stays. */
import type { Edit, Span } from '../span.js';
import { isBlank, indentAt, lineEnd, indentUnit, isMultiline } from '../syntax/measure.js';
import type { JsonArray, JsonNode, JsonObject, JsonProperty } from '../syntax/tree.js';

/** The offset behind the comma that follows `offset`, or -1 where none follows. */
function commaEnd(text: string, offset: number): number {
  let at = offset;
  while (isBlank(text.charAt(at))) at++;
  return text.charAt(at) === ',' ? at + 1 : -1;
}

/**
 * Edits that remove `gone` from `members` (an array's items or an object's properties, in order) together with their commas and white space.
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

/** As `removeMembers`, for the one member at `index`, in constant time. */
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
