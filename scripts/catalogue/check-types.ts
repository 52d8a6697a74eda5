/** Checks that actions and later layers speak of the resource types that there are. */
import type { ResourceTypeData } from '../../server/src/core/catalogue/data.js';
import { mostExact } from './format.js';
import type { Layer } from './layer.js';
import type { CompiledAction } from './merge-actions.js';

export function checkTypes(
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

/** A type's name is made when tables are read and may come to mean another one: a layer that says its format says the same format. */
export function checkFormats(service: string, layers: readonly Layer[], problems: string[]): void {
  const known = new Map<string, string>();
  for (const { id, format } of layers.flatMap((layer) => layer.resourceTypes ?? [])) {
    const before = known.get(id) ?? format;
    if (mostExact([before, format]).length > 1)
      problems.push(`${service}: resource type ${id} is ${before} in one layer and ${format} in a later one`);
    known.set(id, format);
  }
}
