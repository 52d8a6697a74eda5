/** The catalogue on Node: services of first class are part of the bundle, the rest lies in a file beside it that is read when first needed. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import firstClass from '../catalogue/generated/first-class.pack';
import type { Catalogue } from './core/catalogue/catalogue.js';
import { createCatalogue } from './core/catalogue/index.js';
import { readPacks } from './core/catalogue/pack.js';

/** Opens the shipped catalogue; `folder` is where `services.pack` lies, by default that of the running bundle. Throws where the file is missing, on first use. */
export function openCatalogue(folder = __dirname): Catalogue {
  return createCatalogue(readPacks(firstClass, [() => readFileSync(path.join(folder, 'services.pack'), 'utf8')]));
}
