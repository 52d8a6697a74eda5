/** Merges the layers of each service into its shipped data: facts of the SDK packages, documents, overlay. */
import type { ResourceTypeData, ServiceData, SourceData } from '../../server/src/core/catalogue/data.js';
import type { Classify } from './access.js';
import type { Layer } from './layer.js';
import { mergeActions, type CompiledAction } from './merge-actions.js';
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
}

/** The services, sorted by abbreviation; throws with every mistake found. */
export function compile({ layers, products, sources, classify }: Inputs): readonly Compiled[] {
  const byService = new Map<string, Layer[]>(Object.keys(products).map((service) => [service, []]));
  const problems: string[] = [];
  for (const layer of layers) {
    const known = byService.get(layer.service);
    if (known) known.push(layer);
    else problems.push(`${layer.service}: no name in server/catalogue/products.json`);
  }
  const services = [...byService].map(([service, own]) =>
    merge(service, products[service] ?? [service, service], own, sources, classify, problems),
  );
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return services.sort((a, b) => (a.service < b.service ? -1 : 1));
}

function merge(
  service: string,
  [en, zh]: readonly [string, string],
  layers: readonly Layer[],
  shared: Sources,
  classify: Classify,
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
  return {
    service,
    product: { en, zh },
    ...fields,
    ...deriveLevelOfRest(fields, actions, resourceTypes),
    ...(resourceTypes.length > 0 && { resourceTypes }),
    ...list(
      'presets',
      mergeById(
        resolved.flatMap((layer) => layer.presets ?? []),
        ({ name }) => name,
      ),
    ),
    ...list(
      'roles',
      mergeById(
        resolved.flatMap((layer) => layer.roles ?? []),
        ({ name }) => name,
      ),
    ),
    ...list(
      'companions',
      resolved.flatMap((layer) => layer.companions ?? []),
    ),
    ...list(
      'conditionKeys',
      mergeById(
        resolved.flatMap((layer) => layer.conditionKeys ?? []),
        ({ key }) => key,
      ),
    ),
    ...list(
      'conflicts',
      resolved.flatMap((layer) => layer.conflicts ?? []),
    ),
    ...list('sources', table),
    ...(Object.keys(unnamed).length > 0 && { names: unnamed }),
    ...(Object.keys(actions).length > 0 && { actions }),
  };
}

/** Fields that a later layer replaces as a whole. */
const plain = [
  'aliases',
  'sdk',
  'api',
  'granularity',
  'region',
  'account',
  'complete',
  'levelOfRest',
  'successor',
] as const satisfies readonly (keyof ServiceData)[];
type PlainFields = Partial<Pick<ServiceData, (typeof plain)[number]>>;

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

/**
 * Where the product as a whole is operation-level or service-level, so are its actions; yet not where any document shows a resource of it,
 * because the product has moved on then.
 */
function deriveLevelOfRest(
  fields: PlainFields,
  actions: { readonly [name: string]: CompiledAction },
  types: readonly ResourceTypeData[],
): Pick<ServiceData, 'levelOfRest'> {
  const { granularity, levelOfRest } = fields;
  if (levelOfRest || !granularity || granularity.level === 'resource' || types.length > 0) return {};
  if (Object.values(actions).some(({ level }) => level?.level === 'resource')) return {};
  return {
    levelOfRest: {
      level: 'operation',
      scope: 'product',
      derived: productIs[granularity.level],
      sources: granularity.sources,
    },
  };
}

const productIs = {
  operation: {
    en: 'The product list calls the product operation-level as a whole.',
    zh: '产品列表将该产品整体列为操作级。',
  },
  service: {
    en: 'The product list calls the product service-level: it is granted as a whole or not at all.',
    zh: '产品列表将该产品列为服务级：只能整体授权。',
  },
} as const;

function checkTypes(
  service: string,
  actions: { readonly [name: string]: CompiledAction },
  types: readonly ResourceTypeData[],
  problems: string[],
): void {
  const ids = new Set(types.map(({ id }) => id));
  for (const [name, { resourceTypes, level }] of Object.entries(actions)) {
    for (const id of resourceTypes ?? [])
      if (!ids.has(id)) problems.push(`${service}:${name}: unknown resource type ${id}`);
    if (level?.level === 'operation' && resourceTypes)
      problems.push(`${service}:${name}: operation-level, yet with resource types`);
  }
}
