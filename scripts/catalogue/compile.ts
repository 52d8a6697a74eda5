/** Merges the layers of each service into its shipped data: facts of the SDK packages, documents, overlay. */
import type { Access, ServiceData, SourceData } from '../../server/src/core/catalogue/data.js';
import type { Classify } from './access.js';
import { checkFormats, checkTypes } from './check-types.js';
import type { Layer } from './layer.js';
import { deriveLevelOfRest } from './level-of-rest.js';
import { mergeActions, type CompiledAction } from './merge-actions.js';
import type { Review } from './reviewed-access.js';
import { resolveSources, type Resolved, type Sources } from './resolve-sources.js';

/** A service's data before it is packed. */
export type Compiled = Omit<ServiceData, 'actions'> & {
  readonly actions?: { readonly [name: string]: CompiledAction };
};

export interface Inputs {
  readonly layers: readonly Layer[];
  readonly products: { readonly [service: string]: readonly [string, string] };
  readonly sources: Sources;
  readonly classify: Classify;
  /** Looks at names that seem to change rights or tags. */
  readonly review?: Review;
  /** The day the catalogue speaks for, `2026-11-22`. */
  readonly date: string;
}

/** The services, sorted by abbreviation; throws with every mistake found. */
export function compile({ layers, products, sources, classify, review, date }: Inputs): readonly Compiled[] {
  const byService = new Map<string, Layer[]>(Object.keys(products).map((service) => [service, []]));
  const problems: string[] = [];
  for (const layer of layers) {
    const known = byService.get(layer.service);
    if (known) known.push(layer);
    else problems.push(`${layer.service}: no name in server/catalogue/products.json`);
  }
  const services = [...byService].map(([service, own]) =>
    merge(service, products[service] ?? [service, service], own, sources, classify, date, problems),
  );
  problems.push(...(review?.check(services.flatMap(classesOf)) ?? []));
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return services.sort((a, b) => (a.service < b.service ? -1 : 1));
}

const classesOf = ({ service, names, actions }: Compiled): (readonly [string, string, Access])[] => [
  ...(Object.entries(names ?? {}) as [Access, string][]).flatMap(([access, list]) =>
    list.split(' ').map((name) => [service, name, access] as const),
  ),
  ...Object.entries(actions ?? {}).map(([name, { access }]) => [service, name, access] as const),
];

function merge(
  service: string,
  [en, zh]: readonly [string, string],
  layers: readonly Layer[],
  shared: Sources,
  classify: Classify,
  date: string,
  problems: string[],
): Compiled {
  const table: SourceData[] = [];
  const resolved = layers.map((layer) => resolveSources(layer, { ...shared, ...layer.sources }, table, problems));
  const { actions, unnamed } = mergeActions(service, layers, resolved, classify, problems);
  const fields = Object.assign({}, ...resolved.map(plainFields)) as PlainFields;
  const resourceTypes = mergeById(
    resolved.flatMap((layer) => layer.resourceTypes ?? []),
    ({ id }) => id,
  );
  checkTypes(service, actions, resourceTypes, problems);
  checkFormats(service, layers, problems);
  return {
    service,
    product: { en, zh },
    ...fields,
    ...deriveLevelOfRest(service, fields, actions, resourceTypes, table, date, problems),
    ...(resourceTypes.length > 0 && { resourceTypes }),
    ...mergeLists(resolved),
    ...list('sources', table),
    ...(Object.keys(unnamed).length > 0 && { names: unnamed }),
    ...(Object.keys(actions).length > 0 && { actions }),
  };
}

/** The lists of all layers: what has an id is merged by it, the rest stands one behind the other. */
function mergeLists(layers: readonly Resolved[]) {
  return {
    ...list(
      'presets',
      mergeById(
        layers.flatMap((layer) => layer.presets ?? []),
        ({ name }) => name,
      ),
    ),
    ...list(
      'roles',
      mergeById(
        layers.flatMap((layer) => layer.roles ?? []),
        ({ name }) => name,
      ),
    ),
    ...list(
      'scenarios',
      layers.flatMap((layer) => layer.scenarios ?? []),
    ),
    ...list(
      'companions',
      layers.flatMap((layer) => layer.companions ?? []),
    ),
    ...list(
      'conditionKeys',
      mergeById(
        layers.flatMap((layer) => layer.conditionKeys ?? []),
        ({ key }) => key,
      ),
    ),
    ...list(
      'conflicts',
      layers.flatMap((layer) => layer.conflicts ?? []),
    ),
  };
}

/** Fields that a later layer replaces as a whole. */
const plain = [
  'aliases',
  'sdk',
  'api',
  'granularity',
  'conditions',
  'region',
  'regionAlso',
  'account',
  'complete',
  'levelOfRest',
  'successor',
  'authorizedAs',
] as const satisfies readonly (keyof ServiceData)[];
export type PlainFields = Partial<Pick<ServiceData, (typeof plain)[number]>>;

const plainFields = (layer: Resolved): PlainFields =>
  Object.fromEntries(plain.flatMap((key) => (layer[key] === undefined ? [] : [[key, layer[key]]])));

const list = <K extends string, T>(key: K, items: readonly T[]): { readonly [key in K]?: readonly T[] } =>
  items.length > 0 ? ({ [key]: items } as { readonly [key in K]: readonly T[] }) : {};

/** Items by id in order of first appearance, later fields over earlier ones. */
function mergeById<T extends object>(items: readonly T[], idOf: (item: T) => string): readonly T[] {
  const merged = new Map<string, T>();
  for (const item of items) merged.set(idOf(item), { ...merged.get(idOf(item)), ...item });
  return [...merged.values()];
}
