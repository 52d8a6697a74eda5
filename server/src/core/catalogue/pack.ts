/** Reads the shipped form of the catalogue: an index, and one line of JSON per service that is parsed when first asked for. */
import type { CatalogueSource, ServiceSummary } from './catalogue.js';
import type { ActionData, LevelData, ParameterData, ServiceData } from './data.js';

/** `[abbreviation, English name, Chinese name, number of the pack, start and length in it, aliases]`; start and length count UTF-16 units. */
export type PackEntry = readonly [string, string, string, number, number, number, (readonly string[])?];

/** The first line of the first pack. */
export interface PackIndex {
  readonly date: string;
  readonly services: readonly PackEntry[];
}

/** Parameters as one string, `Name!:type Other:type[]`, where `!` is required and `=` names the resource; the level by its place in `levels`. */
export type PackedAction = Omit<ActionData, 'parameters' | 'link' | 'level'> & {
  readonly parameters?: string;
  readonly level?: number;
};

export type PackedService = Omit<ServiceData, 'service' | 'product' | 'aliases' | 'actions'> & {
  readonly actions?: { readonly [name: string]: PackedAction };
  readonly levels?: readonly LevelData[];
  /** Actions that share all that is known of them: the facts, then the names separated by blanks. */
  readonly groups?: readonly (readonly [PackedAction, string])[];
};

/** A source over packs whose text is brought when first needed; the first one begins with the index of all. */
export function readPacks(first: string, others: readonly (() => string)[]): CatalogueSource {
  const lineEnd = first.indexOf('\n');
  const index = JSON.parse(first.slice(0, lineEnd)) as PackIndex;
  const texts: (string | undefined)[] = [first.slice(lineEnd + 1)];
  const entries = new Map(index.services.map((entry) => [entry[0], entry]));
  return {
    date: index.date,
    summaries: index.services.map(summarize),
    load(service) {
      const entry = entries.get(service);
      if (!entry) return undefined;
      const [, , , pack, start, length] = entry;
      const text = (texts[pack] ??= others[pack - 1]?.());
      return text === undefined
        ? undefined
        : unpack(summarize(entry), JSON.parse(text.slice(start, start + length)) as PackedService);
    },
  };
}

function summarize([service, en, zh, , , , aliases]: PackEntry): ServiceSummary {
  return { service, product: { en, zh }, ...(aliases && { aliases }) };
}

/** The service's data as the rest of the core knows it. */
export function unpack(summary: ServiceSummary, { actions: own, groups, levels, ...rest }: PackedService): ServiceData {
  const actions: Record<string, ActionData> = {};
  const add = (name: string, { parameters, level, ...facts }: PackedAction): void => {
    const link = rest.api && facts.kind === 'server' ? explorer(rest.api, name) : undefined;
    const known = level === undefined ? undefined : levels?.[level];
    const action = { ...facts, ...(known && { level: known }), ...(link !== undefined && { link }) };
    actions[name] = parameters === undefined ? action : withParameters(action, parameters);
  };
  for (const [facts, names] of groups ?? []) for (const name of names.split(' ')) add(name, facts);
  for (const [name, facts] of Object.entries(own ?? {})) add(name, facts);
  return { ...summary, ...rest, ...(Object.keys(actions).length > 0 && { actions }) };
}

/** The page of the API Explorer, which shows an action's documentation by name and keeps working when documents move. */
const explorer = (
  { product, version }: { readonly product: string; readonly version: string },
  action: string,
): string => `https://console.cloud.tencent.com/api/explorer?Product=${product}&Version=${version}&Action=${action}`;

/** Adds the parameters, unpacked when first read: a service has thousands, and few are ever looked at. */
function withParameters(action: ActionData, packed: string): ActionData {
  let parameters: readonly ParameterData[] | undefined;
  return Object.defineProperty(action, 'parameters', {
    enumerable: true,
    get: () => (parameters ??= packed === '' ? [] : packed.split(' ').map(unpackParameter)),
  });
}

function unpackParameter(packed: string): ParameterData {
  const [, name = '', marks = '', type = ''] = /^([^!=:]+)([!=]*):(.*)$/.exec(packed) ?? [];
  return {
    name,
    type,
    ...(marks.includes('!') && { required: true as const }),
    ...(marks.includes('=') && { resource: true as const }),
  };
}
