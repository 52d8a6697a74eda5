/** Brings the tables of documented facts into `documents/`, one layer per service. Run by hand when the tables change. */
import path from 'node:path';
import type { Level, SourceData } from '../../server/src/core/catalogue/data.js';
import { readJson, writeFolder } from './files.js';
import { mostExact, readFormat, type FormatRules } from './format.js';
import type { Layer, LayerAction } from './layer.js';
import { catalogue, folders } from './paths.js';
import { cell, readTable, values, type Row } from './tsv.js';

/** `server/catalogue/import.json`: what of the tables is not taken over as it stands. */
interface ImportRules {
  /** Services whose rows other tables or the overlay say better, with the reason. */
  readonly skipServices: { readonly [service: string]: string };
  /** Rows of the tables under another abbreviation → ours. */
  readonly rename: { readonly [service: string]: string };
  /** Actions as printed that are no action names, with the reason. */
  readonly skipActions: { readonly [action: string]: string };
}

/** What is gathered of a service while the tables are read. */
interface Draft {
  readonly sources: Map<string, SourceData>;
  readonly formats: { readonly format: string; readonly source: string }[];
  readonly actions: Map<
    string,
    {
      readonly level: Level;
      readonly formats: readonly string[];
      readonly sources: readonly string[];
      readonly conflict?: string;
    }
  >;
  readonly keys: Map<string, { readonly actions: Set<string>; readonly source: string }>;
  granularity?: { readonly level: 'service' | 'operation' | 'resource'; readonly source: string };
}

export function importDocuments(folder: string): string {
  const table = (name: string): readonly Row[] => readTable(path.join(folder, `${name}.tsv`));
  const importer = createImporter(
    readJson(`${catalogue}/formats.json`) as FormatRules,
    readJson(`${catalogue}/import.json`) as ImportRules,
  );
  importer.levels(table('resource_levels'));
  importer.types(table('resource_types'));
  importer.granularity(table('service_granularity'));
  importer.conditionKeys(table('service_condition_keys'));
  const layers = importer.finish();
  writeFolder(folders.documents, layers);
  return `${layers.size} services with documented facts`;
}

function createImporter(formats: FormatRules, rules: ImportRules) {
  const drafts = new Map<string, Draft>();
  const draftOf = (row: Row): Draft | undefined => {
    const printed = cell(row, 'service');
    const service = rules.rename[printed] ?? printed;
    if (service in rules.skipServices || !/^[a-z0-9]+$/.test(service)) return undefined;
    const draft = drafts.get(service) ?? { sources: new Map(), formats: [], actions: new Map(), keys: new Map() };
    drafts.set(service, draft);
    return draft;
  };
  const read = (printed: readonly string[], service: string): readonly string[] =>
    printed.flatMap((text) => {
      const format = text === '*' ? undefined : readFormat(text, service, formats);
      return format ? [format.format] : [];
    });
  return {
    levels(rows: readonly Row[]): void {
      for (const group of groupBy(rows, (row) => `${cell(row, 'service')}:${cell(row, 'action')}`)) {
        const first = group[0];
        const draft = first && draftOf(first);
        if (!first || !draft || isSkipped(first, rules)) continue;
        draft.actions.set(cell(first, 'action'), readLevel(group, draft, read));
      }
    },
    types(rows: readonly Row[]): void {
      for (const row of rows) {
        const draft = draftOf(row);
        if (!draft) continue;
        const source = sourceKey(draft, row);
        for (const format of read(values(row, 'format'), cell(row, 'service'))) draft.formats.push({ format, source });
      }
    },
    granularity(rows: readonly Row[]): void {
      for (const row of rows) {
        const draft = draftOf(row);
        const level = cell(row, 'granularity');
        if (
          !draft ||
          (draft.granularity &&
            draft.sources.get(draft.granularity.source)?.date?.localeCompare(cell(row, 'doc_date')) !== -1)
        )
          continue;
        if (level === 'service' || level === 'operation' || level === 'resource')
          draft.granularity = { level, source: sourceKey(draft, row) };
      }
    },
    conditionKeys(rows: readonly Row[]): void {
      for (const row of rows) {
        const action = cell(row, 'action');
        const draft = /^[A-Z]\w+$/.test(action) ? draftOf(row) : undefined;
        for (const key of draft ? values(row, 'keys') : []) {
          const known = draft?.keys.get(key) ?? {
            actions: new Set<string>(),
            source: draft ? sourceKey(draft, row) : '',
          };
          draft?.keys.set(key, { ...known, actions: known.actions.add(action) });
        }
      }
    },
    finish: (): ReadonlyMap<string, Layer> =>
      new Map(
        [...drafts]
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([service, draft]) => [service, finish(service, draft, formats)]),
      ),
  };
}

const isSkipped = (row: Row, rules: ImportRules): boolean =>
  `${cell(row, 'service')}:${cell(row, 'action')}` in rules.skipActions;

/** Where pages disagree on formats, all count; where they disagree on the level, resource level does, because it raises no alarm. */
function readLevel(
  rows: readonly Row[],
  draft: Draft,
  read: (printed: readonly string[], service: string) => readonly string[],
) {
  const levels = new Set(rows.map((row) => cell(row, 'level')));
  const level: Level = levels.has('resource') ? 'resource' : 'operation';
  const used = rows.filter((row) => cell(row, 'level') === level);
  const formats =
    level === 'operation' ? [] : used.flatMap((row) => read(values(row, 'resource_formats'), cell(row, 'service')));
  const conflict =
    levels.size > 1 ? rows.map((row) => `${cell(row, 'level')} (${cell(row, 'doc_date')})`).join(', ') : undefined;
  return {
    level,
    formats,
    sources: [...new Set((conflict ? rows : used).map((row) => sourceKey(draft, row)))],
    ...(conflict !== undefined && { conflict }),
  };
}

/** The key of the row's page in the layer; pages are numbered as they appear. */
function sourceKey(draft: Draft, row: Row): string {
  const title =
    cell(row, 'source_path')
      .split(/ § | \[| \+ /)[0]
      ?.replace('+', '/') ?? '';
  const date = cell(row, 'doc_date');
  for (const [key, source] of draft.sources)
    if (source.title === title && (date === '' || source.date === date)) return key;
  const key = `p${draft.sources.size + 1}`;
  draft.sources.set(key, { title, ...(date !== '' && { date }) });
  return key;
}

function finish(service: string, draft: Draft, rules: FormatRules): Layer {
  const all = [
    ...[...draft.actions.values()].flatMap((action) =>
      action.formats.map((format) => ({ format, source: action.sources[0] ?? '' })),
    ),
    ...draft.formats,
  ];
  const types = mostExact(all.map(({ format }) => format));
  const ids = nameTypes(types, service);
  const resourceTypes = types.map((format) => {
    const source = all.find((other) => other.format === format)?.source;
    return {
      id: ids.get(format) ?? format,
      format,
      variables: readFormat(format, service, rules)?.variables ?? [],
      ...(source !== undefined && { sources: [source] }),
    };
  });
  const actions = [...draft.actions].map(([name, { level, formats, sources, conflict }]): [string, LayerAction] => {
    const taken = [...new Set(formats.map((format) => idFor(format, types, ids)))];
    return [
      name,
      {
        level: { level, scope: 'action', sources },
        ...(taken.length > 0 && { resourceTypes: taken }),
        ...(conflict !== undefined && {
          conflict: {
            en: `Pages disagree on the level: ${conflict}. Resource level is followed, because it raises no alarm.`,
            zh: `各文档所述授权粒度不一致：${conflict}。此处按资源级处理，以免误报。`,
          },
        }),
      },
    ];
  });
  return {
    service,
    ...(draft.granularity && { granularity: { level: draft.granularity.level, sources: [draft.granularity.source] } }),
    ...formsOf(types.filter((format) => format.split(':')[2] === service)),
    ...(resourceTypes.length > 0 && { resourceTypes }),
    ...(draft.keys.size > 0 && {
      conditionKeys: [...draft.keys].map(([key, { actions: names, source }]) => ({
        key,
        actions: [...names].sort(),
        sources: [source],
      })),
    }),
    ...(actions.length > 0 && { actions: Object.fromEntries(actions.sort(([a], [b]) => (a < b ? -1 : 1))) }),
    sources: Object.fromEntries(draft.sources),
  };
}

/** Region and account form, where all own formats agree on them. */
function formsOf(formats: readonly string[]): Pick<Layer, 'region' | 'account'> {
  const regions = new Set(formats.map((format) => (format.split(':')[3] === '' ? 'none' : 'modern')));
  const accounts = new Set(
    formats.map((format) => format.split(':')[4]?.split('/')[0] ?? '').filter((account) => account !== ''),
  );
  return {
    ...(formats.length > 0 && { region: regions.has('modern') ? 'modern' : 'none' }),
    ...(accounts.size === 1 && { account: accounts.has('uid') ? 'uid' : 'uin' }),
  };
}

/** The literal parts of the last segment name a type; types of other services carry their abbreviation. */
function nameTypes(formats: readonly string[], service: string): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  const used = new Set<string>();
  for (const format of formats) {
    const parts = format.split(':').slice(5).join(':').split('/');
    const literal = parts.filter((part) => part !== '*' && !part.includes('${')).join('/');
    const name = literal || /\$\{(\w+)\}[^$]*$/.exec(format)?.[1] || 'any';
    const owner = format.split(':')[2] ?? service;
    const base = owner === service ? name : `${owner}:${name}`;
    let id = base;
    for (let number = 2; used.has(id); number++) id = `${base}-${number}`;
    used.add(id);
    ids.set(format, id);
  }
  return ids;
}

/** The type a format belongs to: itself, its like, or the one that says it more exactly. */
function idFor(format: string, types: readonly string[], ids: ReadonlyMap<string, string>): string {
  const [kept = format] = [
    types.find((type) => type === format),
    types.find((type) => mostExact([type, format]).length === 1),
  ].filter((type) => type !== undefined);
  const id = ids.get(kept);
  if (id === undefined) throw new Error(`no resource type for ${format}`);
  return id;
}

function groupBy(rows: readonly Row[], keyOf: (row: Row) => string): readonly (readonly Row[])[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row)) ?? [];
    group.push(row);
    groups.set(keyOf(row), group);
  }
  return [...groups.values()];
}
