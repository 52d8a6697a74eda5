/** Brings the tables of documented facts into `documents/`, one layer per service. Run by hand when the tables change. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { ProductNames } from './document-source.js';
import { layerOfDraft, type Draft } from './draft.js';
import { readJson, writeFolder } from './files.js';
import type { FormatRules } from './format.js';
import { createContext, type ImportContext } from './import-context.js';
import type { ImportRules } from './import-rules.js';
import { newerTables } from './newer-tables.js';
import { olderTables } from './older-tables.js';
import { catalogue, folders } from './paths.js';
import { readHeader, readTable, type Row } from './tsv.js';

/** Reads the tables of `sources`, in order, and says how many services they have facts of. */
export function importDocuments(sources: readonly string[]): string {
  const formatRules = readJson(`${catalogue}/formats.json`) as FormatRules;
  const drafts = new Map<string, Draft>();
  const context = createContext({
    rules: readJson(`${catalogue}/import.json`) as ImportRules,
    products: readJson(`${catalogue}/products.json`) as ProductNames,
    formatRules,
    drafts,
  });
  for (const folder of sources) readFolderOfTables(folder, context);
  const layers = [...drafts].filter(([, draft]) => draft.sources.size > 0).sort(([a], [b]) => (a < b ? -1 : 1));
  writeFolder(
    folders.documents,
    new Map(layers.map(([service, draft]) => [service, layerOfDraft(service, draft, formatRules)])),
  );
  return `${layers.length} services with documented facts`;
}

/** A folder holds tables of one generation: older ones are known by their names, newer ones by their columns. */
function readFolderOfTables(folder: string, context: ImportContext): void {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.tsv'))
    .sort();
  const rowsOf = (name: string): readonly Row[] => readTable(path.join(folder, name));
  const older = Object.entries(olderTables).filter(([name]) => files.includes(`${name}.tsv`));
  for (const [name, read] of older) read(rowsOf(`${name}.tsv`), context);
  if (older.length > 0) return;
  for (const { columns, read } of newerTables) {
    for (const name of files)
      if (readHeader(path.join(folder, name)).join() === columns.join()) read(rowsOf(name), context);
  }
}
