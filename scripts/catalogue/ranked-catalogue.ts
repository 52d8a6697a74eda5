/** The shipped catalogue with the order of other counts: what ships counts all policies that are known, so it cannot be measured on them. */
import { readFileSync } from 'node:fs';
import { orderOf, type Usage } from './usage.js';
import type { Catalogue } from '../../server/src/core/catalogue/catalogue.js';
import { createCatalogue } from '../../server/src/core/catalogue/index.js';
import { linesOf, readPacks, type PackedService, type PackIndex } from '../../server/src/core/catalogue/pack.js';

const linesIn = (name: string): string[] => readFileSync(`server/catalogue/generated/${name}.pack`, 'utf8').split('\n');

/** The shipped catalogue; services and actions rank by `usage` alone. */
export function catalogueRankedBy(usage: Usage): Catalogue {
  const packs = [linesIn('first-class'), linesIn('services')] as const;
  const [first, others] = packs;
  const index = JSON.parse(first[0] ?? '') as PackIndex;
  for (const [id, , , pack, line] of index.services) {
    const lines = packs[pack === 0 ? 0 : 1];
    const used = orderOf(Object.entries(usage[id]?.actions ?? {}));
    lines[line] = JSON.stringify({ ...(JSON.parse(lines[line] ?? '') as PackedService), used });
  }
  const used = orderOf(Object.entries(usage).map(([id, { named }]) => [id, named] as const));
  first[0] = JSON.stringify({ ...index, used });
  return createCatalogue(readPacks(linesOf(first.join('\n')), [() => linesOf(others.join('\n'))]));
}
