/** The codes that stand for the same service or region, as the catalogue knows them. */
import type { Catalogue } from '../catalogue/catalogue.js';
import type { Language } from '../catalogue/language.js';
import { oncePer } from '../remembering.js';
import type { Spellings } from '../policy/resource-pattern.js';

/** Brings aliases of services to the service they stand for, and short codes of regions to the region. */
export const spellingsOf = (catalogue: Catalogue, language: Language): Spellings => spellings(catalogue)(language);

const spellings = oncePer((catalogue: Catalogue) =>
  oncePer((language: Language): Spellings => ({
    service: (code) => catalogue.service(code)?.data.service ?? code,
    region: (code) => language.region(code)?.region ?? code,
  })),
);
