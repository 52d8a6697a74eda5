/** The catalogue without a file system: from the texts of its packs. */
import type { Packs } from '../../protocol/packs.js';
import type { Catalogue } from './core/catalogue/catalogue.js';
import { createCatalogue } from './core/catalogue/index.js';
import { linesOf, readPacks } from './core/catalogue/pack.js';

/** A catalogue over texts that are read already; their lines are parsed when first needed. */
export const createTextCatalogue = (packs: Packs): Catalogue =>
  createCatalogue(
    readPacks(linesOf(packs['first-class']), [() => linesOf(packs.services)], () => linesOf(packs.details)),
  );
