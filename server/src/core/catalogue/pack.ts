/** Reads the shipped form of the catalogue: an index, and one line of JSON per service that is parsed when first asked for. */
import { createBareNames } from './bare-names.js';
import type { CatalogueSource, ServiceSummary } from './catalogue.js';
import { camPage } from './cam-page.js';
import type {
  Access,
  ActionData,
  LevelData,
  ParameterData,
  ResourceTypeData,
  ServiceData,
  SourceData,
} from './data.js';
import { explorer } from './details.js';
import { unpackFacts, unpackNames } from './name-list.js';
import { usualVariables } from './usual-variables.js';

/** `[abbreviation, English name, Chinese name, number of the pack, line in it, aliases]`; lines count from 0. */
export type PackEntry = readonly [string, string, string, number, number, (readonly string[])?];

/** The text of one line of a pack, without its end; empty where there is none. */
export type Lines = (line: number) => string;

/** The first line of the first pack. */
export interface PackIndex {
  readonly date: string;
  readonly services: readonly PackEntry[];
  /** How many services each pack holds. */
  readonly sizes: readonly number[];
  /** Abbreviations of those that policies name, the most used one first, separated by blanks. */
  readonly used: string;
}

/** Parameters as one string, `Name!:type Other:type[]`, where `!` is required and `=` names the resource; the level by its place in `levels`. */
export type PackedAction = Omit<ActionData, 'parameters' | 'link' | 'level'> & {
  readonly parameters?: string;
  readonly level?: number;
};

/** Types of resources lack their variables where these are the usual ones. */
export type PackedService = Omit<ServiceData, 'service' | 'product' | 'aliases' | 'actions' | 'names' | 'sources'> & {
  /** CAM's pages of the product as `camPage` reads them. */
  readonly sources?: readonly (SourceData | string)[];
  readonly levels?: readonly LevelData[];
  readonly facts?: readonly PackedAction[];
};

/**
 * A service takes three lines of its pack, which stand as far apart as the pack holds services, because lines of one kind compress better together:
 * what is known of it, the names of its actions (see `unpackNames`), and which of the facts each of them has (see `unpackFacts`).
 */
export interface PackedLines {
  readonly service: PackedService;
  readonly list: string;
  readonly kinds: string;
}

/** The lines of a pack that is one text. */
export function linesOf(text: string): Lines {
  let lines: readonly string[] | undefined;
  return (line) => (lines ??= text.split('\n'))[line] ?? '';
}

/**
 * A source over packs that are opened when first needed: the first one begins with the index of all; the details have as many lines of
 * each kind, in the order of the index.
 */
export function readPacks(first: Lines, others: readonly (() => Lines)[], openDetails?: () => Lines): CatalogueSource {
  const index = JSON.parse(first(0)) as PackIndex;
  const packs: (Lines | undefined)[] = [first];
  const entries = new Map(index.services.map((entry) => [entry[0], entry]));
  const ranks = ranksOf(index.used);
  let details: Lines | undefined;
  const open = (pack: number): Lines | undefined => (packs[pack] ??= others[pack - 1]?.());
  const listOf = ([, , , pack, line]: PackEntry): string => open(pack)?.(line + (index.sizes[pack] ?? 0)) ?? '';
  const bareNames = createBareNames(() => index.services.map(listOf));
  return {
    date: index.date,
    summaries: index.services.map((entry) => ranked(summarize(entry), ranks)),
    load(service) {
      const entry = entries.get(service);
      if (!entry) return undefined;
      const [, , , pack, line] = entry;
      const lines = open(pack);
      if (!lines) return undefined;
      const size = index.sizes[pack] ?? 0;
      return unpack(summarize(entry), {
        service: JSON.parse(lines(line)) as PackedService,
        list: lines(line + size),
        kinds: lines(line + 2 * size),
      });
    },
    servicesWith: (name) => bareNames(name).flatMap((place) => index.services[place]?.[0] ?? []),
    details(service) {
      const line = index.services.findIndex(([id]) => id === service);
      details ??= openDetails?.();
      if (line < 0 || !details) return undefined;
      const { length } = index.services;
      return [details(line), details(length + line), details(2 * length + line), details(3 * length + line)];
    },
  };
}

/** The place of each name in a list, 0 for the first. */
export const ranksOf = (list: string | undefined): ReadonlyMap<string, number> =>
  new Map(list === undefined || list === '' ? [] : list.split(' ').map((name, rank) => [name, rank]));

function ranked(summary: ServiceSummary, ranks: ReadonlyMap<string, number>): ServiceSummary {
  const rank = ranks.get(summary.service);
  return rank === undefined ? summary : { ...summary, rank };
}

function summarize([service, en, zh, , , aliases]: PackEntry): ServiceSummary {
  return { service, product: { en, zh }, ...(aliases && { aliases }) };
}

/** The service's data as the rest of the core knows it. */
export function unpack(
  summary: ServiceSummary,
  { service: { facts = [], levels, sources, resourceTypes, ...rest }, list, kinds }: PackedLines,
): ServiceData {
  const actions = new Map<string, ActionData>();
  const bare: Partial<Record<Access, string[]>> = {};
  const known = unpackFacts(facts, kinds);
  unpackNames(list).forEach((name, place) => {
    const packed = known[place];
    if (packed && Object.keys(packed).length > 1) actions.set(name, unpackAction(name, packed, rest.api, levels));
    else if (packed) (bare[packed.access] ??= []).push(name);
  });
  const names = Object.entries(bare).map(([access, members]) => [access, members.join(' ')] as const);
  return {
    ...summary,
    ...rest,
    ...(resourceTypes && { resourceTypes: resourceTypes.map(withVariables) }),
    ...(sources && {
      sources: sources.map((source) => (typeof source === 'string' ? camPage(source, summary.product) : source)),
    }),
    ...(names.length > 0 && { names: Object.fromEntries(names) }),
    ...(actions.size > 0 && { actions: Object.fromEntries(actions) }),
  };
}

function withVariables(type: ResourceTypeData): ResourceTypeData {
  const variables = type.variables ?? usualVariables(type.format);
  return variables.length > 0 ? { ...type, variables } : type;
}

function unpackAction(
  name: string,
  { parameters, level, ...facts }: PackedAction,
  api: ServiceData['api'],
  levels: readonly LevelData[] = [],
): ActionData {
  const link = api && facts.kind === 'server' ? explorer(api.product, api.version, name) : undefined;
  const known = level === undefined ? undefined : levels[level];
  const action = { ...facts, ...(known && { level: known }), ...(link !== undefined && { link }) };
  return parameters === undefined ? action : withParameters(action, parameters);
}

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
