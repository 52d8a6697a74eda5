/** The shipped catalogue, for tests that check the data itself. The working directory is the repository's root. */
import type { Catalogue } from '../src/core/catalogue/catalogue.js';
import { openCatalogue } from '../src/catalogue-file.js';

export const shippedCatalogue: Catalogue = openCatalogue('server/catalogue/generated');
