/** Puts members and items into JSON with comments, beside the others. */
import type { Edit } from '../span.js';
import type { JsonArray, JsonNode, JsonObject, JsonProperty } from '../syntax/json.js';
import { indentAt, indentUnit, isMultiline, lineEnd } from '../syntax/measure.js';

/** Puts a member behind the last one, on a line of its own where the others have one, behind the comment that ends the last one's line. */
export function addMember(
  text: string,
  container: JsonArray | JsonObject,
  members: readonly (JsonNode | JsonProperty)[],
  write: (indent: string, eol: string) => string,
): readonly Edit[] {
  const last = members.at(-1);
  const eol = lineEnd(text);
  if (!last) {
    const outer = indentAt(text, container.start);
    const indent = outer + indentUnit(text);
    const at = container.start + 1;
    const isPlain = text.slice(at, container.end - 1).trim() === '';
    const span = { start: at, end: isPlain ? container.end - 1 : at };
    return [{ span, newText: `${eol}${indent}${write(indent, eol)}${isPlain ? eol + outer : ''}` }];
  }
  const comma = commaAfter(text, last.end);
  const isLined = isMultiline(text, { start: container.start, end: last.start });
  const end = comma < 0 ? last.end : comma + 1;
  const point = isLined ? lineRest(text, end) : end;
  const indent = indentAt(text, last.start);
  const newText = `${isLined ? eol + indent : ' '}${write(indent, eol)}${comma < 0 ? '' : ','}`;
  const added = { span: { start: point, end: point }, newText };
  if (comma >= 0) return [added];
  if (point === last.end) return [{ ...added, newText: `,${newText}` }];
  return [{ span: { start: last.end, end: last.end }, newText: ',' }, added];
}

/** The offset of the comma behind `offset`; -1 where something else follows. */
function commaAfter(text: string, offset: number): number {
  const at = behindComments(text, offset, true);
  return text.charAt(at) === ',' ? at : -1;
}

/** The end of the comments that stand on the same line as `offset`; `offset` itself where something else does. */
function lineRest(text: string, offset: number): number {
  const end = behindComments(text, offset, false);
  return /^[ \t]*$/u.test(text.slice(offset, end)) ? offset : end;
}

/** Behind blanks and comments from `offset` on; the first line only, unless `far`. */
function behindComments(text: string, offset: number, far: boolean): number {
  let at = offset;
  let end = offset;
  for (;;) {
    const character = text.charAt(at);
    if (character === ' ' || character === '\t' || (far && (character === '\n' || character === '\r'))) at++;
    else if (text.startsWith('//', at)) {
      const newline = text.slice(at).search(/[\r\n]/u);
      at = newline < 0 ? text.length : at + newline;
      end = at;
    } else if (text.startsWith('/*', at)) {
      const close = text.indexOf('*/', at + 2);
      if (close < 0) return far ? at : end;
      if (!far && /[\r\n]/u.test(text.slice(at, close))) return end;
      at = end = close + 2;
    } else return far ? at : end;
  }
}
