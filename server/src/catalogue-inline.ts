/** The catalogue without a file system: everything is part of the bundle. */
import firstClass from '../catalogue/generated/first-class.pack';
import services from '../catalogue/generated/services.pack';
import type { Catalogue } from './core/catalogue/catalogue.js';
import { createCatalogue } from './core/catalogue/index.js';
import { readPacks } from './core/catalogue/pack.js';

/** Opens the shipped catalogue. */
export const openCatalogue = (): Catalogue => createCatalogue(readPacks(firstClass, [() => services]));
