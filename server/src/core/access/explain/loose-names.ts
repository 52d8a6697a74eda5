/** Names that may mean the same, though no document says so: in another case, or of a service that has two. */
import { perFacts, type Facts } from '../../knowledge/facts.js';
import { spellingsOf } from '../../knowledge/spellings.js';
import { memoByObject } from '../../memo.js';
import { readAction, type ActionPattern } from '../../policy/action.js';

/** Brings services that may be the same to one spelling. */
export const looseService =
  (facts: Facts) =>
  (service: string): string =>
    spellingsOf(facts).service(service.toLowerCase());

/** The same of actions. */
export const looseAction = perFacts((facts) =>
  memoByObject((pattern: ActionPattern): ActionPattern =>
    pattern.form === 'action'
      ? readAction(`${looseService(facts)(pattern.service)}:${pattern.name.toLowerCase()}`)
      : pattern,
  ),
);
