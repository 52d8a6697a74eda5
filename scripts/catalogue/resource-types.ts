/** Names the types of resources that formats of documents make, and tells what the formats say of region and account. */
import { mostExact } from './format.js';
import type { Layer } from './layer.js';

/** Region and account form, where the service's own formats tell. An empty region may mean that there is none, or all of them: nothing follows from it. */
export function formsOf(formats: readonly string[]): Pick<Layer, 'region' | 'account'> {
  const hasRegion = formats.some((format) => format.split(':')[3] !== '');
  const accounts = new Set(
    formats.map((format) => format.split(':')[4]?.split('/')[0] ?? '').filter((account) => account !== ''),
  );
  return {
    ...(hasRegion && { region: 'modern' }),
    ...(accounts.size === 1 && { account: accounts.has('uid') ? 'uid' : 'uin' }),
  };
}

/** Types of other services carry their abbreviation; a format that differs from a like-named one carries a number. */
export function nameTypes(formats: readonly string[], service: string): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  const used = new Set<string>();
  for (const format of formats) {
    const parts = format.split(':').slice(5).join(':').split('/');
    const literal = parts.filter((part) => part !== '*' && !part.includes('${')).join('/');
    const name = literal || (parts.length > 1 ? 'object' : 'any');
    const owner = format.split(':')[2] ?? service;
    const base = owner === service ? name : `${owner}:${name}`;
    let id = base;
    for (let number = 2; used.has(id); number++) id = `${base}-${number}`;
    used.add(id);
    ids.set(format, id);
  }
  return ids;
}

/** The type a format belongs to: itself, its like, or the one that says it more exactly. */
export function idFor(format: string, types: readonly string[], ids: ReadonlyMap<string, string>): string {
  const kept = types.find((type) => type === format) ?? types.find((type) => mostExact([type, format]).length === 1);
  const id = kept === undefined ? undefined : ids.get(kept);
  if (id === undefined) throw new Error(`no resource type for ${format}`);
  return id;
}
