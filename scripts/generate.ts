/** Runs every generator; CI runs this and fails when a committed file changes. */
import { generateCatalogue } from './catalogue/generate.js';

generateCatalogue();
