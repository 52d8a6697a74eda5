/** Roles that services ask for by their names, as candidates. */
import { CompletionItemKind } from 'vscode-languageserver-types';
import { serviceRoles } from '../../core/knowledge/service-roles.js';
import { roleText } from '../explain/service.js';
import type { Candidate, CompletionContext } from './candidate.js';
import { usedActions } from './used-actions.js';

/** Services of this policy that are looked at. */
const most = 5;

/** `start` and the role's name, in place of the part of a string from `from` on. */
export const roleCandidates = (start: string, from: number, context: CompletionContext): readonly Candidate[] =>
  serviceRoles(usedActions(context).services.slice(0, most), context).map(({ role, service }): Candidate => ({
    label: `${start}${role.name}`,
    kind: CompletionItemKind.Value,
    description: service.data.product[context.locale],
    documentation: roleText(role, context.locale),
    order: 'first',
    part: { from },
  }));
