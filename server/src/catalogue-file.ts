/** The catalogue on Node, from files beside the running bundle: the services of first class at once, the rest when first needed. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Catalogue } from './core/catalogue/catalogue.js';
import { createCatalogue } from './core/catalogue/index.js';
import { readLanguage, type Language } from './core/catalogue/language.js';
import { readPacks, type Lines } from './core/catalogue/pack.js';
import type { Knowledge } from './core/index.js';

/** Opens the catalogue in `folder`. Throws if `first-class.pack` is missing; `services.pack` and `details.pack` are read on first use, and that throws if they are missing. */
export function createNodeCatalogue(folder: string): Catalogue {
  return createCatalogue(
    readPacks(linesIn(folder, 'first-class.pack'), [() => linesIn(folder, 'services.pack')], () =>
      linesIn(folder, 'details.pack'),
    ),
  );
}

/** What is known of the policy language, from `language.pack` in `folder`. */
export const createNodeLanguage = (folder: string): Language =>
  readLanguage(readFileSync(path.join(folder, 'language.pack'), 'utf8'));

/** Both of them from `folder`; throws as they do. */
export const createNodeKnowledge = (folder: string): Knowledge => ({
  catalogue: createNodeCatalogue(folder),
  language: createNodeLanguage(folder),
});

const newline = 10;

/** The lines of a file. Only lines that are asked for are decoded: a pack has hundreds, and a policy needs a few. */
function linesIn(folder: string, name: string): Lines {
  const bytes = readFileSync(path.join(folder, name));
  const starts = [0];
  for (let end = bytes.indexOf(newline); end >= 0; end = bytes.indexOf(newline, end + 1)) starts.push(end + 1);
  return (line) => bytes.toString('utf8', starts[line], (starts[line + 1] ?? bytes.length + 1) - 1);
}
