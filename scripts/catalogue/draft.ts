/** What is gathered of a service while tables are read, and the layer it becomes. */
import type { Level, PresetData, SourceData } from '../../server/src/core/catalogue/data.js';
import { mostExact, readFormat, type FormatRules } from './format.js';
import type { Layer, LayerAction } from './layer.js';

export interface DraftAction {
  readonly level: Level;
  readonly formats: readonly string[];
  readonly sources: readonly string[];
  /** What each page says, where they disagree on the level. */
  readonly conflict?: string;
}

export interface Draft {
  readonly sources: Map<string, SourceData>;
  readonly formats: { readonly format: string; readonly source: string }[];
  readonly actions: Map<string, DraftAction>;
  readonly keys: Map<string, { readonly actions: Set<string>; readonly source: string }>;
  readonly presets: Map<string, { readonly scope: PresetData['scope']; readonly source: string }>;
  granularity?: { readonly level: 'service' | 'operation' | 'resource'; readonly source: string };
}

export const emptyDraft = (): Draft => ({
  sources: new Map(),
  formats: [],
  actions: new Map(),
  keys: new Map(),
  presets: new Map(),
});

/** The key of a source in the layer; sources are numbered as they appear. Without a date, any of that title will do. */
export function keyOf(draft: Draft, source: SourceData): string {
  for (const [key, known] of draft.sources) {
    if (
      known.title === source.title &&
      known.document === source.document &&
      (source.date === undefined || known.date === source.date)
    )
      return key;
  }
  const key = `p${draft.sources.size + 1}`;
  draft.sources.set(key, source);
  return key;
}

/** The layer of a service; formats become resource types, each named by the literal parts of its last segment. */
export function layerOfDraft(service: string, draft: Draft, rules: FormatRules): Layer {
  const printed = [...draft.actions.values()].flatMap(({ formats, sources }) =>
    formats.map((format) => ({ format, source: sources[0] ?? '' })),
  );
  const all = [...printed, ...draft.formats];
  const types = mostExact(all.map(({ format }) => format));
  const ids = nameTypes(types, service);
  const resourceTypes = types.map((format) => ({
    id: ids.get(format) ?? format,
    format,
    variables: readFormat(format, service, rules)?.variables ?? [],
    sources: all
      .filter((other) => other.format === format)
      .slice(0, 1)
      .map(({ source }) => source),
  }));
  const actions = [...draft.actions].map(([name, action]): [string, LayerAction] => [
    name,
    layerAction(action, types, ids),
  ]);
  return {
    service,
    ...(draft.granularity && { granularity: { level: draft.granularity.level, sources: [draft.granularity.source] } }),
    ...formsOf(types.filter((format) => format.split(':')[2] === service)),
    ...(resourceTypes.length > 0 && { resourceTypes }),
    ...(draft.presets.size > 0 && {
      presets: [...draft.presets].map(([name, { scope, source }]) => ({ name, scope, sources: [source] })),
    }),
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

function layerAction(
  { level, formats, sources, conflict }: DraftAction,
  types: readonly string[],
  ids: ReadonlyMap<string, string>,
): LayerAction {
  const taken = [...new Set(formats.map((format) => idFor(format, types, ids)))];
  return {
    level: { level, scope: 'action', sources },
    ...(taken.length > 0 && { resourceTypes: taken }),
    ...(conflict !== undefined && {
      conflict: {
        en: `Pages disagree on the level: ${conflict}. Resource level is followed, because it raises no alarm.`,
        zh: `各文档所述授权粒度不一致：${conflict}。此处按资源级处理，以免误报。`,
      },
    }),
  };
}

/** Region and account form, where the service's own formats tell. An empty region may mean that there is none, or all of them: nothing follows from it. */
function formsOf(formats: readonly string[]): Pick<Layer, 'region' | 'account'> {
  const hasRegion = formats.some((format) => format.split(':')[3] !== '');
  const accounts = new Set(
    formats.map((format) => format.split(':')[4]?.split('/')[0] ?? '').filter((account) => account !== ''),
  );
  return {
    ...(hasRegion && { region: 'modern' }),
    ...(accounts.size === 1 && { account: accounts.has('uid') ? 'uid' : 'uin' }),
  };
}

/** Types of other services carry their abbreviation; a format that differs from a like-named one carries a number. */
function nameTypes(formats: readonly string[], service: string): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  const used = new Set<string>();
  for (const format of formats) {
    const parts = format.split(':').slice(5).join(':').split('/');
    const literal = parts.filter((part) => part !== '*' && !part.includes('${')).join('/');
    const name = literal || (parts.length > 1 ? 'object' : 'any');
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
  const kept = types.find((type) => type === format) ?? types.find((type) => mostExact([type, format]).length === 1);
  const id = kept === undefined ? undefined : ids.get(kept);
  if (id === undefined) throw new Error(`no resource type for ${format}`);
  return id;
}
