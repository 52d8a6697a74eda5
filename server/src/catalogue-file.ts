/** The catalogue on Node, from files beside the running bundle: the services of first class at once, the rest when first needed. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Catalogue } from './core/catalogue/catalogue.js';
import { createCatalogue } from './core/catalogue/index.js';
import { readLanguage, type Language } from './core/catalogue/language.js';
import { readPacks } from './core/catalogue/pack.js';

/** Opens the catalogue in `folder`. Throws where `first-class.pack` is missing; `services.pack` is read, and may be missed, on first use. */
export function createNodeCatalogue(folder: string): Catalogue {
  return createCatalogue(readPacks(read(folder, 'first-class.pack'), [() => read(folder, 'services.pack')]));
}

/** What is known of the policy language, from `language.pack` in `folder`. */
export const createNodeLanguage = (folder: string): Language => readLanguage(read(folder, 'language.pack'));

const read = (folder: string, name: string): string => readFileSync(path.join(folder, name), 'utf8');
