/** The shipped data, for tests that check the data itself. The working directory is the repository's root. */
import { createNodeCatalogue, createNodeLanguage } from '../src/catalogue-file.js';

const folder = 'server/catalogue/generated';
export const shippedCatalogue = createNodeCatalogue(folder);
export const shippedLanguage = createNodeLanguage(folder);
