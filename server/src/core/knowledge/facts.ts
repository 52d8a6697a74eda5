/** What is known whatever the policy, and what follows from it alone: made once and kept. */
import type { Catalogue } from '../catalogue/catalogue.js';
import type { Language } from '../catalogue/language.js';
import { memoByObject } from '../memo.js';

/** The catalogue of services and the facts on the policy language. */
export interface Facts {
  readonly catalogue: Catalogue;
  readonly language: Language;
}

/** `make`, called once per catalogue and language, whatever else the object that holds them holds. */
export function perFacts<Value extends object>(make: (facts: Facts) => Value): (facts: Facts) => Value {
  const made = memoByObject((catalogue: Catalogue) =>
    memoByObject((language: Language) => make({ catalogue, language })),
  );
  return ({ catalogue, language }) => made(catalogue)(language);
}
