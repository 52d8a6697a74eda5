/** A policy with the wildcards of its actions expanded, to look at. */
import type { Expansion } from '../../../protocol/answers.js';
import { actionsOf } from '../core/knowledge/level.js';
import { hasWildcard } from '../core/policy/action.js';
import type { PolicyAction, Statement } from '../core/policy/model.js';
import { applyEdits, replace, type Edit } from '../core/span.js';
import { indentAt, isMultiline, lineEnd } from '../core/syntax/measure.js';
import type { Context } from './context.js';
import type { PolicyDocument } from './document.js';

/** The policy's text with each wildcard replaced by the actions that it matches. */
export function expandWildcards({ policy }: PolicyDocument, context: Context): Expansion {
  const { text } = policy.tree;
  const edits: Edit[] = [];
  let left = 0;
  for (const statement of policy.statements)
    for (const action of statement.actions?.items ?? []) {
      if (action.form === 'malformed' || action.form === 'set' || !hasWildcard(action.service + action.name)) continue;
      const names = namesOf(statement, action, context);
      if (names) edits.push(replace(action.node, written(text, statement, action, names)));
      else left++;
    }
  return { text: applyEdits(text, edits), expanded: edits.length, left };
}

/** The actions that a pattern matches, without those that the statement lists anyway. */
function namesOf({ actions }: Statement, action: PolicyAction, { catalogue }: Context): readonly string[] | undefined {
  const found = actionsOf(catalogue, action);
  if (found.length === 0) return undefined;
  const others = new Set(
    actions?.items
      .filter((other) => other !== action && !hasWildcard(other.name))
      .map(({ service, name }) => `${service}:${name}`),
  );
  const names = found.map(({ name }) => `${action.service}:${name}`).filter((name) => !others.has(name));
  return names.length > 0 ? names.map((name) => action.prefix + name) : [action.node.value];
}

/** The strings that replace one string, on lines of their own if the array has lines. */
function written(text: string, { actions }: Statement, { node }: PolicyAction, names: readonly string[]): string {
  const array = actions?.array;
  const separator =
    array && isMultiline(text, { start: array.start, end: node.start })
      ? `,${lineEnd(text)}${indentAt(text, node.start)}`
      : ', ';
  const strings = names.map((name) => JSON.stringify(name)).join(separator);
  return array ? strings : `[${strings}]`;
}
