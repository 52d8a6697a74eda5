/** A policy with the wildcards of its actions expanded, to look at. */
import type { Expansion } from '../../../protocol/answers.js';
import { actionsOf } from '../core/knowledge/level.js';
import { hasWildcard } from '../core/policy/action.js';
import { applyEdits, type Edit } from '../core/span.js';
import { writeOut } from '../core/edits/write-out.js';
import type { Context } from './context.js';
import type { PolicyDocument } from './document.js';

/** The policy's text with each wildcard replaced by the actions that it matches. */
export function expandWildcards({ policy }: PolicyDocument, { catalogue }: Context): Expansion {
  const { text } = policy.tree;
  const edits: Edit[] = [];
  let expanded = 0;
  let left = 0;
  for (const { actions: list } of policy.statements) {
    for (const action of list?.items ?? []) {
      if (!list || action.form === 'malformed' || action.form === 'set' || !hasWildcard(action.service + action.name))
        continue;
      const names = actionsOf(catalogue, action).map(({ name }) => `${action.service}:${name}`);
      if (names.length === 0) left++;
      else {
        expanded++;
        edits.push(...writeOut(text, list, action, names));
      }
    }
  }
  return { text: applyEdits(text, edits), expanded, left };
}
