/** Names that may mean the same, though no document says so: in another case, or of a service that has two. */
import { perFacts, type Facts } from '../../knowledge/facts.js';
import { spellingsOf } from '../../knowledge/spellings.js';
import { memoByObject } from '../../memo.js';
import { readAction, type ActionPattern } from '../../policy/action.js';
import { matches } from '../../wildcard.js';

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

/** Whether the catalogue has what the pattern stands for in another case only, or its service. */
export const isOtherwiseWritten = (pattern: ActionPattern, facts: Facts): boolean => otherwise(facts)(pattern);

const otherwise = perFacts(({ catalogue }) =>
  memoByObject(({ form, exact, service: id, name }: ActionPattern): boolean => {
    if (form !== 'action' || id.includes('*')) return false;
    const service = catalogue.service(id);
    if (!service) return catalogue.service(id.toLowerCase()) !== undefined;
    if (exact) return !service.action(name) && service.actionIgnoringCase(name) !== undefined;
    const folded = name.toLowerCase();
    return (
      service.matching(name).length === 0 &&
      service.actions().some((action) => matches(folded, action.name.toLowerCase()))
    );
  }),
);
