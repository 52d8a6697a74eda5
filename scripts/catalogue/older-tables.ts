/** Reads the tables of the documents of before 2024: levels, resource types, condition keys, preset policies, granularity. */
import type { SourceData } from '../../server/src/core/catalogue/data.js';
import { copiedSource, sourceOf } from './document-source.js';
import { keyOf, setGranularity, type Draft } from './draft.js';
import { addFormats, isSkipped, productOf, type ImportContext } from './import-context.js';
import { presetScope } from './preset.js';
import { cell, values, type Row } from './tsv.js';

type ReadTable = (rows: readonly Row[], context: ImportContext) => void;

/** By the name of the file, in the order they are read; earlier ones name the formats. */
export const olderTables: { readonly [name: string]: ReadTable } = {
  resource_levels(rows, context) {
    for (const row of rows) {
      const draft = isSkipped(row, context) ? undefined : context.draftOf(row);
      if (draft) readLevel(row, draft, context);
    }
  },
  resource_types(rows, context) {
    for (const row of rows) {
      const draft = context.draftOf(row);
      if (!draft) continue;
      const source = keyOf(draft, pageOf(row, draft, context));
      addFormats(draft, context.formats(values(row, 'format'), cell(row, 'service')), source);
    }
  },
  resource_prefixes(rows, context) {
    for (const row of rows) readPrefix(row, context);
  },
  service_granularity(rows, context) {
    for (const row of rows) {
      const draft = context.draftOf(row);
      if (draft) setGranularity(draft, cell(row, 'granularity'), pageOf(row, draft, context), cell(row, 'doc_date'));
    }
  },
  services(rows, context) {
    for (const row of rows) readService(row, context);
  },
  service_condition_keys(rows, context) {
    for (const row of rows) {
      const action = cell(row, 'action');
      const draft = /^[A-Z]\w+$/.test(action) ? context.draftOf(row) : undefined;
      if (!draft) continue;
      for (const key of values(row, 'keys')) {
        const source = keyOf(draft, pageOf(row, draft, context));
        const known = draft.keys.get(key) ?? { actions: new Set<string>(), source };
        known.actions.add(action);
        draft.keys.set(key, known);
      }
    }
  },
  preset_policies_all(rows, context) {
    for (const row of rows) {
      const name = cell(row, 'name');
      const scope = name in context.rules.skipPresets ? undefined : presetScope(name, cell(row, 'scope'));
      const draft = scope && context.draftOf(row);
      if (draft) draft.presets.set(name, { scope, source: keyOf(draft, pageOf(row, draft, context)) });
    }
  },
};

function readLevel(row: Row, draft: Draft, context: ImportContext): void {
  const level = cell(row, 'level') === 'resource' ? 'resource' : 'operation';
  const page = pageOf(row, draft, context);
  const source = keyOf(draft, page);
  const formats = level === 'operation' ? [] : context.formats(values(row, 'resource_formats'), cell(row, 'service'));
  addFormats(draft, formats, source);
  const evidence = {
    level,
    formats,
    source,
    page,
    newer: false,
    ...(page.date !== undefined && { date: page.date }),
  } as const;
  draft.actions.set(cell(row, 'action'), [...(draft.actions.get(cell(row, 'action')) ?? []), evidence]);
}

function readPrefix(row: Row, { rules, draftOf, formats }: ImportContext): void {
  const [service, prefix] = [cell(row, 'service'), cell(row, 'resource_prefix')];
  if (`${service}:${prefix}` in rules.skipPrefixes) return;
  const draft = draftOf(row);
  if (!draft || draft.formats.some(({ format }) => startsWith(format, prefix))) return;
  const [qcs = '', project = '', module = '', region = '', account = ''] = cell(row, 'example').split(':');
  const source = keyOf(draft, { title: 'Resource strings in the documents', zh: '文档中的资源描述示例' });
  const printed = [qcs, project, module, region && '${region}', account && 'uin/${uin}', `${prefix}/*`].join(':');
  addFormats(draft, formats([printed], service), source);
}

const startsWith = (format: string, prefix: string): boolean =>
  `${format.split(':').slice(5).join(':')}/`.startsWith(`${prefix}/`);

function readService(row: Row, context: ImportContext): void {
  const [, document] = /(598\/\d+)/.exec(cell(row, 'sources')) ?? [];
  const draft =
    document === undefined || cell(row, 'note') !== '' ? undefined : context.draftOf(row, 'cam_abbreviation');
  if (!draft || document === undefined) return;
  const url = `https://cloud.tencent.com/document/product/${document}`;
  const source = sourceOf(document, productOf(draft, context.products), context.rules, { url });
  setGranularity(draft, cell(row, 'granularity'), source, '2023-12');
}

/** The page a row is from, without the section. */
function pageOf(row: Row, draft: Draft, { products, rules }: ImportContext): SourceData {
  const [path = ''] = cell(row, 'source_path').split(/ § | \[| \+ /);
  return copiedSource(path, cell(row, 'doc_date'), productOf(draft, products), products, rules);
}
