/** Reads the tables of CAM's pages per product and of products' own pages since 2024: products, levels per action, condition keys. */
import type { Level, SourceData, Support } from '../../server/src/core/catalogue/data.js';
import { copiedSource, documentSources, sourceOf } from './document-source.js';
import { keyOf, setGranularity, type Draft } from './draft.js';
import { addFormats, isSkipped, productOf, type ImportContext } from './import-context.js';
import { cell, values, type Row } from './tsv.js';

interface Table {
  /** The header line, by which the table is known. */
  readonly columns: readonly string[];
  readonly read: (rows: readonly Row[], context: ImportContext) => void;
}

/** In the order they are read: products bring the addresses of documents. */
export const newerTables: readonly Table[] = [
  {
    columns: ['service', 'product', 'tag', 'granularity', 'ip', 'document', 'url', 'date'],
    read(rows, context) {
      for (const row of rows) if (cell(row, 'url') !== '') context.urls.set(cell(row, 'document'), cell(row, 'url'));
      for (const row of rows) readProduct(row, context);
    },
  },
  {
    columns: ['service', 'action', 'level', 'formats', 'document'],
    read(rows, context) {
      for (const row of rows) {
        const draft = isSkipped(row, context) ? undefined : context.draftOf(row);
        if (draft) readRow(row, draft, context);
      }
    },
  },
  {
    columns: ['service', 'action', 'tag', 'ip', 'document'],
    read(rows, context) {
      for (const row of rows) readActionConditions(row, context);
    },
  },
  {
    columns: ['service', 'key', 'actions', 'type', 'document'],
    read(rows, context) {
      for (const row of rows) readKey(row, context);
    },
  },
];

function readProduct(row: Row, context: ImportContext): void {
  const draft = context.productDraftOf(row);
  if (!draft) return;
  const [number, url, printed] = [cell(row, 'document'), cell(row, 'url'), cell(row, 'date')];
  const date = /^\d{4}-/.test(printed) ? printed : undefined;
  const rank = date ?? rankOf(`${number} ${url} ${printed}`, context);
  const source = sourceOf(number, productOf(draft, context.products), context.rules, {
    url,
    ...(date !== undefined && { date }),
  });
  setGranularity(draft, /^\w*/.exec(cell(row, 'granularity'))?.[0] ?? '', source, rank);
  for (const kind of ['tag', 'ip'] as const) {
    const known = draft.conditions[kind];
    const support = cell(row, kind);
    if (!isSupport(support) || (known && known.rank >= rank)) continue;
    draft.conditions[kind] = { support, source: keyOf(draft, source), rank };
  }
}

const isSupport = (text: string): text is Support => text === 'yes' || text === 'partially' || text === 'no';

function rankOf(page: string, { rules }: ImportContext): string {
  const rule = rules.undated.find(({ pattern }) => new RegExp(pattern).test(page));
  if (!rule) throw new Error(`no rule in server/catalogue/import.json orders the undated page ${page}`);
  return rule.rank;
}

function levelOf(printed: string): Level {
  if (printed !== 'resource' && printed !== 'operation') throw new Error(`a level called «${printed}»`);
  return printed;
}

/** The pages of a row: documents by number, or a file of a copy of the documents; those of other editions of the cloud are left out. */
function pagesOf(
  printed: string,
  product: readonly [string, string],
  { urls, rules, products }: ImportContext,
): readonly SourceData[] {
  const known = rules.documentCells[printed];
  if (known) return known;
  const [, file, date = ''] = /^qcloud-documents (\S.*\.md) (\d{4}-\d\d-\d\d)/.exec(printed) ?? [];
  if (file !== undefined) return [copiedSource(`tencentyun/qcloud-documents:${file}`, date, product, products, rules)];
  if (Object.keys(rules.skipDocuments).some((number) => printed.includes(number))) return [];
  return documentSources(printed.replace(/;? contradicts .*/, ''), product, urls, rules);
}

function readRow(row: Row, draft: Draft, context: ImportContext): void {
  const action = cell(row, 'action');
  const level = levelOf(cell(row, 'level'));
  const product = productOf(draft, context.products);
  const pages = pagesOf(cell(row, 'document'), product, context);
  if (pages.length === 0) return;
  const cells = values(row, 'formats');
  // A cell that breaks off tells the level, not what else the action takes.
  const formats = level === 'operation' || cells.includes('…') ? [] : context.formats(cells, cell(row, 'service'));
  const isShared = pages.filter((page) => page.date === undefined).length > 1;
  for (const page of pages) {
    const source = keyOf(draft, page);
    addFormats(draft, formats, source);
    const evidence = {
      level,
      formats,
      source,
      page,
      newer: page.date === undefined || page.date >= '2024',
      ...(isShared && { shared: true as const }),
      ...(page.date !== undefined && { date: page.date }),
    };
    draft.actions.set(action, [...(draft.actions.get(action) ?? []), evidence]);
  }
}

function readActionConditions(row: Row, context: ImportContext): void {
  const draft = context.draftOf(row);
  const [page] = draft ? pagesOf(cell(row, 'document'), productOf(draft, context.products), context) : [];
  if (!draft || !page) return;
  const said = (['tag', 'ip'] as const).filter((kind) => /^(yes|no)$/.test(cell(row, kind)));
  const conditions = Object.fromEntries(said.map((kind) => [kind, cell(row, kind) === 'yes']));
  draft.actionConditions.set(cell(row, 'action'), { conditions, source: keyOf(draft, page) });
}

/** Keys of the whole language stand in `language/`; a note in brackets instead of actions means that they are not known. */
function readKey(row: Row, context: ImportContext): void {
  const draft = cell(row, 'service') === '*' ? undefined : context.draftOf(row);
  if (!draft) return;
  const { products, urls, rules } = context;
  const [page] = documentSources(cell(row, 'document'), productOf(draft, products), urls, rules);
  const actions = values(row, 'actions').filter((name) => /^\w+$/.test(name));
  if (!page) return;
  const known = draft.keys.get(cell(row, 'key')) ?? { actions: new Set<string>(), source: keyOf(draft, page) };
  for (const action of actions) known.actions.add(action);
  draft.keys.set(cell(row, 'key'), known);
}
