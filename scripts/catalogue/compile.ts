/** Merges the layers of each service into its shipped data: facts of the SDK packages, documents, overlay. */
import type { ActionData, ResourceTypeData, ServiceData, SourceData } from '../../server/src/core/catalogue/data.js';
import type { Classify } from './access.js';
import type { Layer, LayerAction } from './layer.js';

/** An action with its parameters still as one string. */
export type CompiledAction = Omit<ActionData, 'parameters' | 'link'> & { readonly parameters?: string };

/** A service's data before it is packed. */
export type Compiled = Omit<ServiceData, 'actions'> & {
  readonly actions?: { readonly [name: string]: CompiledAction };
};

/** A shared table of sources by key, for layers that name none of their own. */
export type Sources = { readonly [key: string]: SourceData };

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

/** A layer with indices where its sources were keys. */
type Resolved = Partial<Omit<ServiceData, 'actions' | 'sources' | 'names'>> & {
  readonly actions?: { readonly [name: string]: ResolvedAction };
  readonly derive?: readonly ResolvedDerivation[];
};
type ResolvedAction = Partial<Omit<ActionData, 'parameters'>> & Pick<LayerAction, 'parameters' | 'reason'>;
interface ResolvedDerivation {
  readonly parameter: string;
  readonly required: boolean;
  readonly level: NonNullable<ActionData['level']>;
  readonly resourceTypes?: readonly string[];
}

function resolveSources(layer: Layer, keys: Sources, table: SourceData[], problems: string[]): Resolved {
  const indexOf = (key: unknown): number => {
    const source = keys[String(key)];
    if (!source) problems.push(`${layer.service}: unknown source ${String(key)}`);
    const text = JSON.stringify(source);
    const known = table.findIndex((other) => JSON.stringify(other) === text);
    return known >= 0 ? known : table.push(source ?? { title: '' }) - 1;
  };
  const resolve = (value: unknown, key: string): unknown => {
    if (key === 'sources' && Array.isArray(value)) return value.map(indexOf);
    if (Array.isArray(value)) return value.map((item) => resolve(item, ''));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, resolve(item, name)]));
  };
  return resolve({ ...layer, sources: undefined, descriptions: undefined }, '') as Resolved;
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

function mergeActions(
  service: string,
  layers: readonly Layer[],
  resolved: readonly Resolved[],
  classify: Classify,
  problems: string[],
) {
  const merged = new Map<string, ResolvedAction>();
  resolved.forEach((layer, index) => {
    for (const name of layers[index]?.names ?? []) merged.set(name, merged.get(name) ?? {});
    for (const [name, action] of Object.entries(layer.actions ?? {}))
      merged.set(name, override(`${service}:${name}`, merged.get(name) ?? {}, action, problems));
    for (const [name, [en, zh]] of Object.entries(layers[index]?.descriptions ?? {})) {
      const known = merged.get(name);
      if (known) merged.set(name, { ...known, description: { en, zh } });
      else problems.push(`${service}:${name}: a description of an action that no layer has`);
    }
  });
  const derive = resolved.flatMap((layer) => layer.derive ?? []);
  const marks = new Set(layers.flatMap((layer) => layer.resourceParameters ?? []));
  const actions: Record<string, CompiledAction> = {};
  const unnamed: Partial<Record<ActionData['access'], string>> = {};
  for (const [name, facts] of [...merged].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const rule = classify(service, name);
    const access = facts.access ?? rule;
    if (!access) problems.push(`${service}:${name}: no access class; add its verb to server/catalogue/access.json`);
    else if (facts.access === rule)
      problems.push(`${service}:${name}: the rules give access ${access} already; drop it from the overlay`);
    const whole = { ...deriveLevel(markResource(facts, marks), derive), access: access ?? 'read' };
    if (Object.keys(whole).length > 1) actions[name] = whole;
    else unnamed[whole.access] = unnamed[whole.access] === undefined ? name : `${unnamed[whole.access] ?? ''} ${name}`;
  }
  return { actions, unnamed };
}

/** `next` over `known`; a contradiction needs a reason. The reason itself does not ship. */
function override(
  action: string,
  known: ResolvedAction,
  { reason, ...next }: ResolvedAction,
  problems: string[],
): ResolvedAction {
  if (known.level && next.level && known.level.level !== next.level.level && reason === undefined)
    problems.push(`${action}: contradicts an earlier layer's level without a reason`);
  if (
    known.level &&
    next.level &&
    known.level.level === next.level.level &&
    known.level.sources.join() === next.level.sources.join()
  )
    problems.push(`${action}: says the level again; drop it`);
  return { ...known, ...next };
}

function markResource(facts: ResolvedAction, marks: ReadonlySet<string>): ResolvedAction {
  if (facts.parameters === undefined || marks.size === 0) return facts;
  const parameters = facts.parameters
    .split(' ')
    .map((parameter) => (marks.has(/^\w+/.exec(parameter)?.[0] ?? '') ? parameter.replace(':', '=:') : parameter));
  return { ...facts, parameters: parameters.join(' ') };
}

function deriveLevel(facts: ResolvedAction, rules: readonly ResolvedDerivation[]): ResolvedAction {
  if (facts.level) return facts;
  const rule = rules.find(({ parameter, required }) =>
    new RegExp(`(^| )${parameter}${required ? '!' : '[!=]*'}=?:`).test(facts.parameters ?? ''),
  );
  return rule
    ? { ...facts, level: rule.level, ...(rule.resourceTypes && { resourceTypes: rule.resourceTypes }) }
    : facts;
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
