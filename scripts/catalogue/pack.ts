/** Writes the shipped form of the catalogue, which `core/catalogue/pack.ts` reads. */
import { isDeepStrictEqual } from 'node:util';
import { camPage, camSites } from '../../server/src/core/catalogue/cam-page.js';
import type { LevelData, SourceData, Text } from '../../server/src/core/catalogue/data.js';
import type { PackedAction, PackedService, PackEntry } from '../../server/src/core/catalogue/pack.js';
import type { Compiled } from './compile.js';
import { byUse, type Usage } from './usage.js';

/** Texts of the packs: first the services that load with the server, led by the index of all, then the rest. */
export function writePacks(
  services: readonly Compiled[],
  isFirst: (service: string) => boolean,
  date: string,
  usage: Usage,
): readonly [string, string] {
  // The index is the first line of the first one.
  const packs: [string[], string[]] = [[''], []];
  const entries = services.map((service): PackEntry => {
    const pack = isFirst(service.service) ? 0 : 1;
    const line = packs[pack].push(JSON.stringify({ ...packService(service), ...usedOf(usage[service.service]) })) - 1;
    const entry = [service.service, service.product.en, service.product.zh, pack, line] as const;
    return service.aliases ? [...entry, service.aliases] : entry;
  });
  const used = Object.entries(usage).map(([service, { named }]) => [service, named] as const);
  packs[0][0] = JSON.stringify({ date, services: entries, used: orderOf(used) });
  return [textOf(packs[0]), textOf(packs[1])];
}

/** Names in order of use, separated by blanks. */
const orderOf = (counts: readonly (readonly [string, number])[]): string =>
  [...counts]
    .sort(byUse)
    .map(([name]) => name)
    .join(' ');

const usedOf = (usage: Usage[string] | undefined): Pick<PackedService, 'used'> =>
  usage?.actions ? { used: orderOf(Object.entries(usage.actions)) } : {};

const textOf = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');

/** Leaves out what the index says, and says once what several actions share. */
export function packService(data: Compiled): PackedService {
  const { actions, sources, ...rest } = data;
  const levels: string[] = [];
  const groups = new Map<string, string[]>();
  for (const [name, { level, ...facts }] of Object.entries(actions ?? {})) {
    const text = JSON.stringify({ ...facts, ...(level && { level: intern(levels, level) }) });
    groups.set(text, [...(groups.get(text) ?? []), name]);
  }
  const shared = [...groups].filter(([, names]) => names.length > 1);
  const own = [...groups].flatMap(([text, [name = '', ...others]]) =>
    others.length === 0 ? [[name, JSON.parse(text) as PackedAction] as const] : [],
  );
  return {
    ...omit(rest, ['service', 'product', 'aliases']),
    ...(sources && { sources: sources.map((source) => packSource(source, data.product)) }),
    ...(levels.length > 0 && { levels: levels.map((level) => JSON.parse(level) as LevelData) }),
    ...(shared.length > 0 && {
      groups: shared.map(([text, names]) => [JSON.parse(text) as PackedAction, names.join(' ')] as const),
    }),
    ...(own.length > 0 && { actions: Object.fromEntries(own) }),
  };
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
