/** The codes that stand for the same service or region, as the catalogue knows them. */
import type { Spellings } from '../policy/resource-pattern.js';
import { perFacts } from './facts.js';

/** Brings aliases of services to the service they stand for, and short codes of regions to the region. */
export const spellingsOf = perFacts(({ catalogue, language }): Spellings => ({
  service: (code) => catalogue.service(code)?.data.service ?? code,
  region: (code) => language.region(code)?.region ?? code,
  otherRegions: (code) => language.region(code)?.short ?? [],
}));
