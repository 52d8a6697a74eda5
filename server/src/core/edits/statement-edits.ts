/** Edits of whole statements that several fixes share. The person's formatting stays. */
import type { Statement } from '../policy/model.js';
import { applyEdits, replace, type Edit, type Span } from '../span.js';
import type { JsonArray, JsonNode } from '../syntax/json.js';
import { insertItemAfter, removeMembers } from './members.js';

/** Sets `resource` to `"*"`. */
export const setResourceToAll = (statement: Statement): readonly Edit[] => setResource(statement, ['*']);

/** Sets `resource` to these strings, a single `*` without brackets. */
export function setResource({ resources }: Statement, values: readonly string[]): readonly Edit[] {
  const value = resources?.property.value;
  const written = values.map((each) => JSON.stringify(each)).join(', ');
  return value ? [replace(value, written === '"*"' ? written : `[${written}]`)] : [];
}

/**
 * Takes the actions in `moved` (their nodes) out of the statement and puts them into a copy behind it, changed by `changeCopy`: `resource` is set to
 * `"*"` unless `changeCopy` says otherwise. All other elements, such as the condition, are in both; a `sid` stays with the first.
 */
export function splitStatement(
  text: string,
  statement: Statement,
  moved: ReadonlySet<Span>,
  changeCopy: readonly Edit[] = setResourceToAll(statement),
): readonly Edit[] {
  const { actions } = statement;
  if (!actions?.array) return [];
  return [
    ...removeMembers(text, actions.array, (item) => moved.has(item)),
    ...addCopy(text, statement, [...removeMembers(text, actions.array, (item) => !moved.has(item)), ...changeCopy]),
  ];
}

/** Puts a copy of the statement behind it, changed by `changes`, edits of the text that lie in the statement. A `sid` stays with the first. */
export function addCopy(text: string, statement: Statement, changes: readonly Edit[]): readonly Edit[] {
  const { node, element } = statement;
  const inCopy = [...changes, ...(element.sid ? removeMembers(text, node, (member) => member === element.sid) : [])];
  const copy = applyEdits(
    text.slice(node.start, node.end),
    inCopy.map(({ span, newText }) => ({
      span: { start: span.start - node.start, end: span.end - node.start },
      newText,
    })),
  );
  return insertStatementsAfter(text, statement, [copy]);
}

/** Puts statements (JSON texts) behind another one; a lone statement object becomes an array. */
export function insertStatementsAfter(
  text: string,
  { node, list }: { readonly node: JsonNode; readonly list: JsonArray | undefined },
  statements: readonly string[],
): readonly Edit[] {
  if (list) return statements.map((statement) => insertItemAfter(text, list, node, statement));
  return [
    replace({ start: node.start, end: node.start }, '['),
    replace({ start: node.end, end: node.end }, `${statements.map((statement) => `, ${statement}`).join('')}]`),
  ];
}
