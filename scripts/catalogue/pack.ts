/** Writes the shipped form of the catalogue, which `core/catalogue/pack.ts` reads. */
import { isDeepStrictEqual } from 'node:util';
import { camPage, camSites } from '../../server/src/core/catalogue/cam-page.js';
import type { LevelData, ResourceTypeData, SourceData, Text } from '../../server/src/core/catalogue/data.js';
import { packFacts, packNames } from '../../server/src/core/catalogue/name-list.js';
import type { PackedAction, PackedLines, PackedService, PackEntry } from '../../server/src/core/catalogue/pack.js';
import { usualVariables } from '../../server/src/core/catalogue/usual-variables.js';
import type { Compiled } from './compile.js';
import { orderOf, type Usage } from './usage.js';

/** Texts of the packs: first the services that load with the server, led by the index of all, then the rest. */
export function writePacks(
  services: readonly Compiled[],
  isFirst: (service: string) => boolean,
  date: string,
  usage: Usage,
): readonly [string, string] {
  const packs: readonly [PackedLines[], PackedLines[]] = [[], []];
  const entries = services.map((service): PackEntry => {
    const pack = isFirst(service.service) ? 0 : 1;
    const packed = packService(service);
    const used = usedOf(usage[service.service]);
    const place = packs[pack].push({ ...packed, service: { ...packed.service, ...used } }) - 1;
    // The index is the first line of the first one.
    const entry = [
      service.service,
      service.product.en,
      service.product.zh,
      pack,
      pack === 0 ? place + 1 : place,
    ] as const;
    return service.aliases ? [...entry, service.aliases] : entry;
  });
  const used = Object.entries(usage).map(([service, { named }]) => [service, named] as const);
  const sizes = packs.map(({ length }) => length);
  const index = JSON.stringify({ date, services: entries, sizes, used: orderOf(used) });
  return [textOf([index, ...linesOf(packs[0])]), textOf(linesOf(packs[1]))];
}

const linesOf = (packed: readonly PackedLines[]): string[] => [
  ...packed.map(({ service }) => JSON.stringify(service)),
  ...packed.map(({ list }) => list),
  ...packed.map(({ kinds }) => kinds),
];

const usedOf = (usage: Usage[string] | undefined): Pick<PackedService, 'used'> =>
  usage?.actions ? { used: orderOf(Object.entries(usage.actions)) } : {};

const textOf = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');

/** Leaves out what the index says, and says once what several actions share. */
export function packService(data: Compiled): PackedLines {
  const { actions, names, sources, resourceTypes, ...rest } = data;
  const levels: string[] = [];
  const facts = new Map<string, string>();
  for (const [access, list] of Object.entries(names ?? {}))
    for (const name of list.split(' ')) facts.set(name, JSON.stringify({ access }));
  for (const [name, { level, ...own }] of Object.entries(actions ?? {}))
    facts.set(name, JSON.stringify({ ...own, ...(level && { level: intern(levels, level) }) }));
  const sorted = [...facts].sort(([a], [b]) => (a < b ? -1 : 1));
  const { table, kinds } = packFacts(sorted.map(([, text]) => text));
  return {
    service: {
      ...omit(rest, ['service', 'product', 'aliases']),
      ...(resourceTypes && { resourceTypes: resourceTypes.map(packType) }),
      ...(sources && { sources: sources.map((source) => packSource(source, data.product)) }),
      ...(levels.length > 0 && { levels: levels.map((level) => JSON.parse(level) as LevelData) }),
      ...(table.length > 0 && { facts: table.map((text) => JSON.parse(text) as PackedAction) }),
    },
    list: packNames(sorted.map(([name]) => name)),
    kinds,
  };
}

/** Without variables where they are the usual ones. */
function packType({ variables = [], ...type }: ResourceTypeData): ResourceTypeData {
  return isDeepStrictEqual(variables, usualVariables(type.format)) ? type : { ...type, variables };
}

/** A page of CAM's of the product as a few letters, any other source as it is. */
function packSource(source: SourceData, product: Text): SourceData | string {
  const number = /^598\/(\d+)$/.exec(source.document ?? '')?.[1];
  const packed = Object.keys(camSites)
    .map((site) => `${site}${number ?? ''}${source.date === undefined ? '' : ` ${source.date}`}`)
    .find((text) => number !== undefined && isDeepStrictEqual(camPage(text, product), source));
  return packed ?? source;
}

function omit<T extends object, K extends keyof T>(value: T, keys: readonly K[]): Omit<T, K> {
  const rest = { ...value };
  for (const key of keys) Reflect.deleteProperty(rest, key);
  return rest;
}

/** The place of `value` in the table, added where it is new. */
function intern(table: string[], value: unknown): number {
  const text = JSON.stringify(value);
  const known = table.indexOf(text);
  return known >= 0 ? known : table.push(text) - 1;
}
