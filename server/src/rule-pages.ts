/** Where the bundled pages of the rules are. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Text } from './core/text.js';

/** The address of a rule's page in each language, `{code}` standing for the rule's name; for bundles in the folder `bundles`. */
export function rulePagesBeside(bundles: string): Text {
  const folder = pathToFileURL(path.join(bundles, '..', 'docs', 'rules')).href;
  return { en: `${folder}/{code}.md`, zh: `${folder}/zh-cn/{code}.md` };
}
