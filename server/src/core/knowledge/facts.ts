/** What follows from the catalogue and the language alone, made once for them. */
import type { Catalogue } from '../catalogue/catalogue.js';
import type { Language } from '../catalogue/language.js';
import { oncePer } from '../memo.js';
import type { Facts } from '../lint/rule.js';

/** `make`, called once per catalogue and language, whatever else the object that holds them holds. */
export function perFacts<Value extends object>(make: (facts: Facts) => Value): (facts: Facts) => Value {
  const made = oncePer((catalogue: Catalogue) => oncePer((language: Language) => make({ catalogue, language })));
  return ({ catalogue, language }) => made(catalogue)(language);
}
