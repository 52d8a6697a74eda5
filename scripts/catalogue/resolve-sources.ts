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

/**
 * A page known by its path in a copy of the documents, as people read it: product, page and section, and whose copy.
 * `owner/copy:folder/category/product/…/page_intl_en.md § section` becomes `product: page § section (owner/copy)`.
 */
export function readableTitle(title: string): string {
  const [, copy, folders, section = ''] = /^([\w-]+\/[\w-]+):(.+?)\.md( § .+)?$/u.exec(title) ?? [];
  const parts = folders?.split('/') ?? [];
  const [product, page] = [parts[2], parts.at(-1)];
  if (!copy || !product || !page) return title;
  return `${product}: ${page.replace(/_intl(?:_\w+)?$/u, '')}${section} (${copy})`;
}

/** `layer` with its sources added to `table`, each once; a key that `keys` lacks is a problem. */
export function resolveSources(layer: Layer, keys: Sources, table: SourceData[], problems: string[]): Resolved {
  const indexOf = (key: unknown): number => {
    const found = keys[String(key)];
    if (!found) problems.push(`${layer.service}: unknown source ${String(key)}`);
    const source = found && { ...found, title: readableTitle(found.title) };
    const text = JSON.stringify(source);
    const known = table.findIndex((other) => JSON.stringify(other) === text);
    return known >= 0 ? known : table.push(source ?? { title: '' }) - 1;
  };
  const resolve = (value: unknown, key: string): unknown => {
    if (key === 'sources' && Array.isArray(value)) return [...new Set(value.map(indexOf))];
    if (Array.isArray(value)) return value.map((item) => resolve(item, ''));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, resolve(item, name)]));
  };
  return resolve({ ...layer, sources: undefined, descriptions: undefined }, '') as Resolved;
}
