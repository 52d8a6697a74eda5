/** The shipped data, for tests that check the data itself. The working directory is the repository's root. */
import { readFileSync } from 'node:fs';
import { createNodeLanguage } from '../src/catalogue-file.js';
import { createCatalogue } from '../src/core/catalogue/index.js';
import { linesOf, readPacks, type Lines } from '../src/core/catalogue/pack.js';

const folder = 'server/catalogue/generated';
const lines = (name: string): Lines => linesOf(readFileSync(`${folder}/${name}.pack`, 'utf8'));
export const shippedCatalogue = createCatalogue(
  readPacks(lines('first-class'), [() => lines('services')], () => lines('details')),
);
export const shippedLanguage = createNodeLanguage(folder);
