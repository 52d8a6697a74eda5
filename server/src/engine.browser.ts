/** The entry of the npm package where there are no files: the public engine, and what is known of Tencent Cloud from texts that the program brings. */
import type { Packs } from '../../protocol/packs.js';
import { createTextCatalogue } from './catalogue-texts.js';
import { readLanguage, type Knowledge } from './core/index.js';

export * from './core/index.js';
export type { Packs };

/** What is known of Tencent Cloud, from the texts of the package's files `dist/<name>.pack`; parsed when first needed. Throws where a text is not what it should be. */
export const readKnowledge = (packs: Packs): Knowledge => ({
  catalogue: createTextCatalogue(packs),
  language: readLanguage(packs.language),
});
