/** What is gathered of a service while tables are read, and the layer it becomes. */
import type { PresetData, SourceData, Support } from '../../server/src/core/catalogue/data.js';
import { decide, type Evidence } from './evidence.js';
import { mostExact, readFormat, type FormatRules } from './format.js';
import type { Layer, LayerAction } from './layer.js';
import { formsOf, idFor, nameTypes } from './resource-types.js';

export interface Draft {
  readonly service: string;
  readonly sources: Map<string, SourceData>;
  /** Every format met, in the order it was read. */
  readonly formats: { readonly format: string; readonly source: string }[];
  /** All that pages say of each action. */
  readonly actions: Map<string, readonly Evidence[]>;
  /** Whether conditions on tags and IP addresses work on single actions. */
  readonly actionConditions: Map<
    string,
    { readonly conditions: { tag?: boolean; ip?: boolean }; readonly source: string }
  >;
  readonly keys: Map<string, { readonly actions: Set<string>; readonly source: string }>;
  readonly presets: Map<string, { readonly scope: PresetData['scope']; readonly source: string }>;
  readonly conditions: {
    [kind in 'tag' | 'ip']?: { readonly support: Support; readonly source: string; readonly rank: string };
  };
  granularity?: {
    readonly level: 'service' | 'operation' | 'resource';
    readonly source: string;
    readonly rank: string;
  };
}

export const emptyDraft = (service: string): Draft => ({
  service,
  sources: new Map(),
  formats: [],
  actions: new Map(),
  actionConditions: new Map(),
  keys: new Map(),
  presets: new Map(),
  conditions: {},
});

/** The first word on a service's granularity counts, unless a later one has a higher `rank`: its date, or what stands in for one. */
export function setGranularity(draft: Draft, level: string, source: SourceData, rank: string): void {
  if (level !== 'service' && level !== 'operation' && level !== 'resource') return;
  if (draft.granularity && draft.granularity.rank >= rank) return;
  draft.granularity = { level, source: keyOf(draft, source), rank };
}

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
  const types = mostExact(draft.formats.map(({ format }) => format));
  const ids = nameTypes(types, service);
  const resourceTypes = types.map((format) => ({
    id: ids.get(format) ?? format,
    format,
    variables: readFormat(format, service, rules)?.variables ?? [],
    sources: draft.formats
      .filter((other) => other.format === format)
      .slice(0, 1)
      .map(({ source }) => source),
  }));
  const actions = new Map([...draft.actions].map(([name, evidence]) => [name, layerAction(evidence, types, ids)]));
  for (const [name, { conditions, source }] of draft.actionConditions)
    actions.set(name, { ...actions.get(name), conditions, sources: [source] });
  return withSources(draft, {
    service,
    ...(draft.granularity && { granularity: { level: draft.granularity.level, sources: [draft.granularity.source] } }),
    ...conditionsOf(draft),
    ...formsOf(types.filter((format) => format.split(':')[2] === service)),
    ...(resourceTypes.length > 0 && { resourceTypes }),
    ...(draft.presets.size > 0 && {
      presets: [...draft.presets].map(([name, { scope, source }]) => ({ name, scope, sources: [source] })),
    }),
    ...keysOf(draft),
    ...(actions.size > 0 && { actions: Object.fromEntries([...actions].sort(([a], [b]) => (a < b ? -1 : 1))) }),
  });
}

/** The layer with those sources that it names. */
function withSources({ sources }: Draft, layer: Layer): Layer {
  const named = new Set([...JSON.stringify(layer).matchAll(/"(p\d+)"/g)].map(([, key]) => key));
  return { ...layer, sources: Object.fromEntries([...sources].filter(([key]) => named.has(key))) };
}

function conditionsOf({ conditions: { tag, ip } }: Draft): Pick<Layer, 'conditions'> {
  if (!tag && !ip) return {};
  return {
    conditions: {
      ...(tag && { tag: { support: tag.support, sources: [tag.source] } }),
      ...(ip && { ip: { support: ip.support, sources: [ip.source] } }),
    },
  };
}

const keysOf = ({ keys }: Draft): Pick<Layer, 'conditionKeys'> =>
  keys.size === 0
    ? {}
    : {
        conditionKeys: [...keys].map(([key, { actions, source }]) => ({
          key,
          ...(actions.size > 0 && { actions: [...actions].sort() }),
          sources: [source],
        })),
      };

function layerAction(
  evidence: readonly Evidence[],
  types: readonly string[],
  ids: ReadonlyMap<string, string>,
): LayerAction {
  const { level, formats, sources, conflict } = decide(evidence);
  const taken = [...new Set(formats.map((format) => idFor(format, types, ids)))];
  return {
    level: { level, scope: 'action', sources },
    ...(taken.length > 0 && { resourceTypes: taken }),
    ...(conflict && { conflict }),
  };
}
