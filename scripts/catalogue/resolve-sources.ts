/** Turns the keys of sources, as layers name them, into indices of the service's table. */
import type { ActionData, ServiceData, SourceData } from '../../server/src/core/catalogue/data.js';
import type { Layer, LayerAction } from './layer.js';

/** A shared table of sources by key, for layers that name none of their own. */
export type Sources = { readonly [key: string]: SourceData };

/** A layer with indices where its sources were keys. */
export type Resolved = Partial<Omit<ServiceData, 'actions' | 'sources' | 'names'>> & {
  readonly actions?: { readonly [name: string]: ResolvedAction };
  readonly derive?: readonly ResolvedDerivation[];
};
export type ResolvedAction = Partial<Omit<ActionData, 'parameters'>> & Pick<LayerAction, 'parameters' | 'reason'>;
export interface ResolvedDerivation {
  readonly parameter?: string;
  readonly required?: boolean;
  readonly actions?: readonly string[];
  readonly level: NonNullable<ActionData['level']>;
  readonly resourceTypes?: readonly string[];
}

/** `layer` with its sources added to `table`, each once; a key that `keys` lacks is a problem. */
export function resolveSources(layer: Layer, keys: Sources, table: SourceData[], problems: string[]): Resolved {
  const indexOf = (key: unknown): number => {
    const found = keys[String(key)];
    if (!found) problems.push(`${layer.service}: unknown source ${String(key)}`);
    const text = JSON.stringify(found);
    const known = table.findIndex((other) => JSON.stringify(other) === text);
    return known >= 0 ? known : table.push(found ?? { title: '' }) - 1;
  };
  const resolve = (value: unknown, key: string): unknown => {
    if (key === 'sources' && Array.isArray(value)) return [...new Set(value.map(indexOf))];
    if (Array.isArray(value)) return value.map((item) => resolve(item, ''));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, resolve(item, name)]));
  };
  return resolve({ ...layer, sources: undefined, descriptions: undefined }, '') as Resolved;
}
