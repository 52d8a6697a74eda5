/** What a person should know of an added statement: what the message does not tell, and what still refuses. */
import { denialsOf, mayDeny } from '../../core/access/surely.js';
import type { Catalogue } from '../../core/catalogue/catalogue.js';
import type { Grant } from '../../core/edits/statement-text.js';
import { scenariosOf } from '../../core/knowledge/scenarios.js';
import { readAction } from '../../core/policy/action.js';
import type { Policy } from '../../core/policy/model.js';
import { readResource } from '../../core/policy/resource.js';
import { say, type Locale } from '../../core/text.js';
import type { Context } from '../context.js';
import { listed } from '../explain/words.js';
import { needsWhole, type Need, type Needs } from './needs.js';
import { texts } from './words.js';

/** Notes that do not depend on the policy. */
export function notesBefore(
  { lost, denied, ownedByOther, otherCloud, wild }: Needs,
  { locale }: Context,
): readonly string[] {
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
export function notesAfter(
  policy: Policy,
  needs: readonly Need[],
  grants: readonly Grant[],
  added: readonly string[],
  context: Context,
): readonly string[] {
  const { catalogue, locale } = context;
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
    needs.filter((need, index) => isNew(need) && refusalOf(policy, grants[index], context) === kind);
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
      'whole',
      fresh.filter((need) => needsWhole(need, catalogue)),
    ),
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
function refusalOf(policy: Policy, grant: Grant | undefined, facts: Context): Refusal | undefined {
  const action = readAction(grant?.actions[0] ?? '');
  const resources = (grant?.resources ?? []).map(readResource);
  if (denialsOf(policy, facts).covering(action, resources).length > 0) return 'denied';
  return mayDeny(policy, action, resources) ? 'may-be-denied' : undefined;
}
