/** Brings the tables of documented facts into `documents/`, one layer per service. Run by hand when the tables change. */
import path from 'node:path';
import type { Level, SourceData } from '../../server/src/core/catalogue/data.js';
import { emptyDraft, keyOf, layerOfDraft, type Draft, type DraftAction } from './draft.js';
import { readJson, writeFolder } from './files.js';
import { readFormat, type FormatRules } from './format.js';
import { catalogue, folders } from './paths.js';
import { presetScope } from './preset.js';
import { cell, readTable, values, type Row } from './tsv.js';

/** `server/catalogue/import.json`: what of the tables is not taken over as it stands. */
interface ImportRules {
  /** Services whose rows other tables or the overlay say better, with the reason. */
  readonly skipServices: { readonly [service: string]: string };
  /** Rows of the tables under another abbreviation → ours. */
  readonly rename: { readonly [service: string]: string };
  /** Actions as printed that are no action names, with the reason. */
  readonly skipActions: { readonly [action: string]: string };
  /** Resource prefixes as `service:prefix` that are mistakes, with the reason. */
  readonly skipPrefixes: { readonly [prefix: string]: string };
  /** Preset policies that are misspelt or not of one service, with the reason. */
  readonly skipPresets: { readonly [name: string]: string };
}

/** What reading a table needs. */
interface Context {
  readonly rules: ImportRules;
  /** The draft of the row's service; undefined where the service is skipped. */
  readonly draftOf: (row: Row, column?: string) => Draft | undefined;
  /** Formats in our notation. */
  readonly formats: (printed: readonly string[], service: string) => readonly string[];
}

export function importDocuments(folder: string): string {
  const formatRules = readJson(`${catalogue}/formats.json`) as FormatRules;
  const rules = readJson(`${catalogue}/import.json`) as ImportRules;
  const products = readJson(`${catalogue}/products.json`) as { readonly [service: string]: unknown };
  const drafts = new Map<string, Draft>();
  const context: Context = {
    rules,
    draftOf(row, column = 'service') {
      const printed = cell(row, column);
      const service = rules.rename[printed] ?? printed;
      if (service in rules.skipServices || !(service in products)) return undefined;
      const draft = drafts.get(service) ?? emptyDraft();
      drafts.set(service, draft);
      return draft;
    },
    formats: (printed, service) =>
      printed.flatMap((text) => {
        const format = text === '*' ? undefined : readFormat(text, service, formatRules);
        return format ? [format.format] : [];
      }),
  };
  for (const [name, read] of Object.entries(tables)) read(readTable(path.join(folder, `${name}.tsv`)), context);
  const layers = [...drafts].filter(([, draft]) => draft.sources.size > 0).sort(([a], [b]) => (a < b ? -1 : 1));
  writeFolder(
    folders.documents,
    new Map(layers.map(([service, draft]) => [service, layerOfDraft(service, draft, formatRules)])),
  );
  return `${layers.length} services with documented facts`;
}

/** The tables in the order they are read; earlier ones name the formats. */
const tables: { readonly [name: string]: (rows: readonly Row[], context: Context) => void } = {
  resource_levels(rows, { rules, draftOf, formats }) {
    for (const group of groupBy(rows, (row) => `${cell(row, 'service')}:${cell(row, 'action')}`)) {
      const [first] = group;
      const draft = first && draftOf(first);
      if (!first || !draft || `${cell(first, 'service')}:${cell(first, 'action')}` in rules.skipActions) continue;
      draft.actions.set(cell(first, 'action'), readLevel(group, draft, formats));
    }
  },
  resource_types(rows, { draftOf, formats }) {
    for (const row of rows) {
      const draft = draftOf(row);
      if (!draft) continue;
      const source = keyOf(draft, sourceOf(row));
      for (const format of formats(values(row, 'format'), cell(row, 'service'))) draft.formats.push({ format, source });
    }
  },
  resource_prefixes(rows, { rules, draftOf, formats }) {
    for (const row of rows) {
      const [service, prefix] = [cell(row, 'service'), cell(row, 'resource_prefix')];
      if (`${service}:${prefix}` in rules.skipPrefixes) continue;
      const draft = draftOf(row);
      if (
        !draft ||
        draft.formats.some(({ format }) => startsWith(format, prefix)) ||
        [...draft.actions.values()].some((action) => action.formats.some((format) => startsWith(format, prefix)))
      )
        continue;
      const [qcs = '', project = '', module = '', region = '', account = ''] = cell(row, 'example').split(':');
      const source = keyOf(draft, { title: 'Resource strings in the documents (tencentyun/intlcloud-documents)' });
      for (const format of formats(
        [[qcs, project, module, region && '${region}', account && 'uin/${uin}', `${prefix}/*`].join(':')],
        service,
      ))
        draft.formats.push({ format, source });
    }
  },
  service_granularity(rows, { draftOf }) {
    for (const row of rows) setGranularity(draftOf(row), cell(row, 'granularity'), sourceOf(row));
  },
  services(rows, { draftOf }) {
    for (const row of rows) {
      const [, document] = /(598\/\d+)/.exec(cell(row, 'sources')) ?? [];
      if (document === undefined || cell(row, 'note') !== '') continue;
      setGranularity(draftOf(row, 'cam_abbreviation'), cell(row, 'granularity'), {
        title: `CAM: ${cell(row, 'product')}`,
        document,
      });
    }
  },
  service_condition_keys(rows, { draftOf }) {
    for (const row of rows) {
      const action = cell(row, 'action');
      const draft = /^[A-Z]\w+$/.test(action) ? draftOf(row) : undefined;
      if (!draft) continue;
      for (const key of values(row, 'keys')) {
        const known = draft.keys.get(key) ?? { actions: new Set<string>(), source: keyOf(draft, sourceOf(row)) };
        known.actions.add(action);
        draft.keys.set(key, known);
      }
    }
  },
  preset_policies_all(rows, { rules, draftOf }) {
    for (const row of rows) {
      const name = cell(row, 'name');
      const scope = name in rules.skipPresets ? undefined : presetScope(name, cell(row, 'scope'));
      const draft = scope && draftOf(row);
      if (draft) draft.presets.set(name, { scope, source: keyOf(draft, sourceOf(row)) });
    }
  },
};

const startsWith = (format: string, prefix: string): boolean =>
  `${format.split(':').slice(5).join(':')}/`.startsWith(`${prefix}/`);

/** The first word on a service's granularity counts, unless a later one has a newer date. */
function setGranularity(draft: Draft | undefined, level: string, source: SourceData): void {
  if (!draft || (level !== 'service' && level !== 'operation' && level !== 'resource')) return;
  const known = draft.granularity && draft.sources.get(draft.granularity.source);
  if (known && (known.date ?? '') >= (source.date ?? '')) return;
  draft.granularity = { level, source: keyOf(draft, source) };
}

/** Where pages disagree on formats, all count; where they disagree on the level, resource level does, because it raises no alarm. */
function readLevel(rows: readonly Row[], draft: Draft, read: Context['formats']): DraftAction {
  const levels = new Set(rows.map((row) => cell(row, 'level')));
  const level: Level = levels.has('resource') ? 'resource' : 'operation';
  const used = rows.filter((row) => cell(row, 'level') === level);
  const conflict =
    levels.size > 1 ? rows.map((row) => `${cell(row, 'level')} (${cell(row, 'doc_date')})`).join(', ') : undefined;
  return {
    level,
    formats:
      level === 'operation' ? [] : used.flatMap((row) => read(values(row, 'resource_formats'), cell(row, 'service'))),
    sources: [...new Set((conflict === undefined ? used : rows).map((row) => keyOf(draft, sourceOf(row))))],
    ...(conflict !== undefined && { conflict }),
  };
}

/** The page a row is from: repository and path without the section. */
function sourceOf(row: Row): SourceData {
  const [path = ''] = cell(row, 'source_path').split(/ § | \[| \+ /);
  const date = cell(row, 'doc_date');
  return { title: path.replace('+', '/'), ...(date !== '' && { date }) };
}

function groupBy(rows: readonly Row[], keyOfRow: (row: Row) => string): readonly (readonly Row[])[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(keyOfRow(row), [...(groups.get(keyOfRow(row)) ?? []), row]);
  return [...groups.values()];
}
