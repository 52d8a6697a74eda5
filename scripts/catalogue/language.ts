/** Compiles `server/catalogue/language/` to the one object that ships. */
import type { LanguageData } from '../../server/src/core/catalogue/language.js';
import { readJson } from './files.js';
import { folders } from './paths.js';
import type { Sources } from './resolve-sources.js';

/** The language data with sources resolved; throws on a source that is not in `sources.json`. */
export function compileLanguage(): LanguageData {
  const read = (name: string): unknown => readJson(`${folders.language}/${name}.json`);
  const sources = read('sources') as Sources;
  const keys = Object.keys(sources);
  const resolve = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(resolve);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [
        key,
        key === 'sources' && Array.isArray(item) ? item.map(indexOf) : resolve(item),
      ]),
    );
  };
  const indexOf = (key: unknown): number => {
    const index = keys.indexOf(String(key));
    if (index < 0) throw new Error(`unknown source ${String(key)} in ${folders.language}`);
    return index;
  };
  const tables = resolve({
    operators: read('operators'),
    conditionKeys: read('condition-keys'),
    regions: read('regions'),
    misspeltRegions: read('misspelt-regions'),
    principals: read('principals'),
    errorCodes: read('error-codes'),
    variables: read('variables'),
    foreign: read('foreign'),
    segments: read('segments'),
    identities: read('identities'),
    elements: read('elements'),
  }) as Omit<LanguageData, 'sources'>;
  return { ...tables, sources: Object.values(sources) };
}
