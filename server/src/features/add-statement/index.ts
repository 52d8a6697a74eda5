/** Adds the permission that an access-denied message asks for to a policy. */
import type { WorkspaceEdit } from 'vscode-languageserver-types';
import type { AddedStatement } from '../../../../protocol/answers.js';
import { allowancesOf } from '../../core/access/surely.js';
import { addGrants } from '../../core/edits/add-statement.js';
import type { Grant } from '../../core/edits/statement-text.js';
import { say } from '../../core/text.js';
import type { Context } from '../context.js';
import type { PolicyDocument } from '../document.js';
import { needsOf, needsWhole, type Need } from './needs.js';
import { notesAfter, notesBefore } from './notes.js';
import { texts } from './words.js';

export type AddStatementResult = AddedStatement<WorkspaceEdit>;

/** The edit that allows what `message` says is refused, and what the person should know. `chosen`: actions chosen from an earlier answer's `choices`. */
export function addStatement(
  document: PolicyDocument,
  message: string,
  context: Context,
  chosen: readonly string[] = [],
): AddStatementResult {
  const { policy } = document;
  const found = needsOf(message, policy, context, chosen);
  const { needs, choices, understood } = found;
  const notes = [...notesBefore(found, context)];
  const result = (more: readonly string[]): AddStatementResult => ({
    added: [],
    notes: [...notes, ...more],
    ...(choices.length > 0 && { choices }),
  });
  const { locale } = context;
  if (!understood) return result([say(texts.unknown, locale)]);
  // What else the message names does not wait for the choice.
  if (choices.length > 0) notes.push(say(texts.cos, locale));
  if (needs.length === 0) return result([]);
  if (policy.principal ?? policy.statements.some(({ principal }) => principal))
    return result([say(texts.principal, locale)]);

  const grants = needs.map((need) => grantOf(need, context));
  const addition = addGrants(policy, grants, allowancesOf(policy, context));
  if (!addition) return result([say(texts.broken, locale)]);
  const { edits, added } = addition;
  notes.push(...notesAfter(policy, needs, grants, added, context));
  return {
    ...(edits.length > 0 && { edit: { changes: { [document.uri]: document.textEdits(edits) } } }),
    ...result([]),
    added,
  };
}

const grantOf = (need: Need, { catalogue }: Context): Grant => ({
  actions: [need.action],
  resources: need.resources.length > 0 && !needsWhole(need, catalogue) ? need.resources : ['*'],
  conditions: need.conditions,
});
