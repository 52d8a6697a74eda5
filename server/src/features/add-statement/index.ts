/** Adds the permission that an access-denied message asks for to a policy. */
import type { WorkspaceEdit } from 'vscode-languageserver-types';
import type { AddedStatement } from '../../../../protocol/answers.js';
import { denialsOf, mayDeny } from '../../core/access/coverage.js';
import type { Catalogue } from '../../core/catalogue/catalogue.js';
import { addGrants } from '../../core/edits/add-statement.js';
import type { Grant } from '../../core/edits/statement-text.js';
import { readAction } from '../../core/policy/action.js';
import { scenariosOf } from '../../core/knowledge/scenarios.js';
import type { Policy } from '../../core/policy/model.js';
import { readResource } from '../../core/policy/resource.js';
import { say, type Locale } from '../../core/text.js';
import type { Context } from '../context.js';
import type { PolicyDocument } from '../document.js';
import { listed } from '../explain/words.js';
import { needsOf, type Need, type Needs } from './needs.js';
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
  // What else the message names is added together with what is chosen.
  if (choices.length > 0) return result([say(texts.cos, locale)]);
  if (needs.length === 0) return result([]);
  if (policy.principal ?? policy.statements.some(({ principal }) => principal))
    return result([say(texts.principal, locale)]);

  const grants = needs.map(grantOf);
  const addition = addGrants(policy, grants);
  if (!addition) return result([say(texts.broken, locale)]);
  const { edits, added } = addition;
  notes.push(...notesAfter(policy, needs, grants, added, context));
  if (edits.length === 0) return { added, notes };
  return { edit: { changes: { [document.uri]: document.textEdits(edits) } }, added, notes };
}

const grantOf = ({ action, resources, conditions }: Need): Grant => ({
  actions: [action],
  resources: resources.length > 0 ? resources : ['*'],
  conditions,
});

/** Notes that do not depend on the policy. */
function notesBefore({ lost, denied, ownedByOther, otherCloud, wild }: Needs, { locale }: Context): readonly string[] {
  const notes: string[] = [];
  if (lost.length > 0) notes.push(say(texts.service, locale, { names: listed(lost, locale) }));
  if (otherCloud) notes.push(say(texts['other-cloud'], locale));
  if (wild.length > 0) notes.push(say(texts.wild, locale, { keys: listed(wild, locale) }));
  if (ownedByOther) notes.push(say(texts.owner, locale));
  for (const { action, by } of denied) {
    const where =
      by.length > 0 ? say(texts.strategies, locale, { ids: listed(by, locale) }) : say(texts['no-strategy'], locale);
    notes.push(say(texts.explicit, locale, { names: action, where }));
  }
  return notes;
}

/** Notes on what was added, for the person to check. */
function notesAfter(
  policy: Policy,
  needs: readonly Need[],
  grants: readonly Grant[],
  added: readonly string[],
  { catalogue, locale }: Context,
): readonly string[] {
  const note: Note = (what, about, more = {}) => {
    const names = listed(
      about.map(({ action }) => action),
      locale,
    );
    return about.length > 0 ? [say(texts[what], locale, { names, ...more })] : [];
  };
  const isNew = ({ action }: Need): boolean => added.includes(action);
  const fresh = needs.filter(isNew);
  const refused = (kind: Refusal): readonly Need[] =>
    needs.filter((need, index) => isNew(need) && refusalOf(policy, grants[index]) === kind);
  const needsAll = ({ service, name, resources }: Need): boolean =>
    resources.length === 0 && catalogue.service(service)?.action(name)?.level?.level !== 'operation';
  const isMasked = ({ resources }: Need): boolean => resources.some((resource) => resource.includes('**'));
  return [
    ...note(
      'allowed',
      needs.filter((need) => !isNew(need)),
    ),
    ...note('denied', refused('denied')),
    ...note('may-be-denied', refused('may-be-denied')),
    ...note('all', fresh.filter(needsAll)),
    ...note(
      'not-known',
      fresh.filter((need) => isUnknown(need, catalogue)),
    ),
    ...fresh.flatMap((need) => conditionNotes(need, note, locale)),
    ...(needs.some(isMasked) ? [say(texts.masked, locale)] : []),
    ...scenariosOf(needs, policy, catalogue).map(({ symptom, remedy }) =>
      say(texts.scenario, locale, { symptom, remedy }),
    ),
  ];
}

/** A note about permissions, none if there are none. */
type Note = (
  what: keyof typeof texts,
  about: readonly Need[],
  more?: Readonly<Record<string, string>>,
) => readonly string[];

const conditionNotes = (need: Need, note: Note, locale: Locale): readonly string[] =>
  (
    [
      ['condition', need.conditions],
      ['other-condition', need.unread],
    ] as const
  ).flatMap(([what, conditions]) =>
    conditions.length > 0 ? note(what, [need], { conditions: listed(conditions.map(conditionText), locale) }) : [],
  );

const conditionText = ({ key, values }: { readonly key: string; readonly values: readonly string[] }): string =>
  values.length > 0 ? `${key} = ${values.join(' | ')}` : key;

/** Whether the catalogue lacks the action, and would have it: its service is not known at all, or known with every action. */
function isUnknown({ service: name, name: action }: Need, catalogue: Catalogue): boolean {
  const service = catalogue.service(name);
  if (!service) return true;
  return service.data.complete === true && !action.includes('*') && !service.action(action);
}

type Refusal = 'denied' | 'may-be-denied';

/** Whether a deny of the policy overrides a grant: always, or under a condition or on some resources; undefined: never. */
function refusalOf(policy: Policy, grant: Grant | undefined): Refusal | undefined {
  const action = readAction(grant?.actions[0] ?? '');
  const resources = (grant?.resources ?? []).map(readResource);
  if (denialsOf(policy).covering(action, resources)) return 'denied';
  return mayDeny(policy, action, resources) ? 'may-be-denied' : undefined;
}
