/** Reads the shipped form of the catalogue: an index, and one line of JSON per service that is parsed when first asked for. */
import type { CatalogueSource, ServiceSummary } from './catalogue.js';
import type { ActionData, LevelData, ParameterData, ServiceData } from './data.js';

/** `[abbreviation, English name, Chinese name, number of the pack, line in it, aliases]`; lines count from 0. */
export type PackEntry = readonly [string, string, string, number, number, (readonly string[])?];

/** The text of one line of a pack, without its end; empty where there is none. */
export type Lines = (line: number) => string;

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

/** The lines of a pack that is one text. */
export function linesOf(text: string): Lines {
  let lines: readonly string[] | undefined;
  return (line) => (lines ??= text.split('\n'))[line] ?? '';
}

/** A source over packs that are opened when first needed; the first one begins with the index of all. */
export function readPacks(first: Lines, others: readonly (() => Lines)[]): CatalogueSource {
  const index = JSON.parse(first(0)) as PackIndex;
  const packs: (Lines | undefined)[] = [first];
  const entries = new Map(index.services.map((entry) => [entry[0], entry]));
  return {
    date: index.date,
    summaries: index.services.map(summarize),
    load(service) {
      const entry = entries.get(service);
      if (!entry) return undefined;
      const [, , , pack, line] = entry;
      const lines = (packs[pack] ??= others[pack - 1]?.());
      return lines && unpack(summarize(entry), JSON.parse(lines(line)) as PackedService);
    },
  };
}

function summarize([service, en, zh, , , aliases]: PackEntry): ServiceSummary {
  return { service, product: { en, zh }, ...(aliases && { aliases }) };
}

/** The service's data as the rest of the core knows it. */
export function unpack(summary: ServiceSummary, { actions: own, groups, levels, ...rest }: PackedService): ServiceData {
  const actions = new Map<string, ActionData>();
  const add = (name: string, { parameters, level, ...facts }: PackedAction): void => {
    const link = rest.api && facts.kind === 'server' ? explorer(rest.api, name) : undefined;
    const known = level === undefined ? undefined : levels?.[level];
    const action = { ...facts, ...(known && { level: known }), ...(link !== undefined && { link }) };
    actions.set(name, parameters === undefined ? action : withParameters(action, parameters));
  };
  for (const [facts, names] of groups ?? []) for (const name of names.split(' ')) add(name, facts);
  for (const [name, facts] of Object.entries(own ?? {})) add(name, facts);
  return { ...summary, ...rest, ...(actions.size > 0 && { actions: Object.fromEntries(actions) }) };
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
