/** The catalogue without a file system: everything is part of the bundle. */
import details from '../catalogue/generated/details.pack';
import firstClass from '../catalogue/generated/first-class.pack';
import language from '../catalogue/generated/language.pack';
import services from '../catalogue/generated/services.pack';
import type { Catalogue } from './core/catalogue/catalogue.js';
import { createCatalogue } from './core/catalogue/index.js';
import { readLanguage, type Language } from './core/catalogue/language.js';
import { linesOf, readPacks } from './core/catalogue/pack.js';

export const createInlineCatalogue = (): Catalogue =>
  createCatalogue(readPacks(linesOf(firstClass), [() => linesOf(services)], () => linesOf(details)));

export const createInlineLanguage = (): Language => readLanguage(language);
