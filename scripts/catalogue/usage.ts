/** Counts which services and actions policies name, so that completion can offer first what people use. Only counts are kept. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Catalogue } from '../../server/src/core/catalogue/catalogue.js';
import { print } from './files.js';

/** In how many texts each service, and each action of it, is named. `server/catalogue/usage.json`. */
export interface Usage {
  readonly [service: string]: { readonly named: number; readonly actions?: { readonly [action: string]: number } };
}

/** The actions as a text writes them, wildcards included. */
const patternsIn = (text: string): ReadonlySet<string> =>
  new Set([...text.matchAll(/"(?:name\/)?([a-z][a-z0-9]*:[A-Za-z*][\w*]*)"/g)].map(([, pattern = '']) => pattern));

/** Counts in sets of actions as texts write them, each naming a service or an action once; a wildcard names its service. */
function countUsage(texts: readonly ReadonlySet<string>[], catalogue: Catalogue): Usage {
  const counts = new Map<string, number>();
  for (const patterns of texts) {
    const named = new Set([...patterns].flatMap((pattern) => namesOf(pattern, catalogue)));
    for (const name of named) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return Object.fromEntries(
    catalogue.summaries.flatMap(({ service: id }) => {
      const service = catalogue.service(id);
      const named = counts.get(id);
      if (!service || named === undefined) return [];
      const actions = service.actions().flatMap(({ name }): [string, number][] => {
        const count = counts.get(`${id}:${name}`);
        return count === undefined ? [] : [[name, count]];
      });
      return [
        [id, { named, ...(actions.length > 0 && { actions: Object.fromEntries(actions.sort(byUse)) }) }] as const,
      ];
    }),
  );
}

/** What a pattern names: its action and its service; nothing where no such action is known, as in `"ip:port"`. */
function namesOf(pattern: string, catalogue: Catalogue): readonly string[] {
  const [id = '', action = ''] = pattern.split(':');
  return (catalogue.service(id)?.matching(action).length ?? 0) > 0 || action === '*' ? [pattern, id] : [];
}

/** More used ones first, then shorter ones, then by the alphabet. */
const byUse = ([a, usedA]: readonly [string, number], [b, usedB]: readonly [string, number]): number =>
  usedB - usedA || a.length - b.length || (a < b ? -1 : 1);

/** Whether a policy measures the order, by its number: it is not counted then. */
export type HeldOut = (policy: number) => boolean;

/** Names in order of use, separated by blanks. */
export const orderOf = (counts: readonly (readonly [string, number])[]): string =>
  [...counts]
    .sort(byUse)
    .map(([name]) => name)
    .join(' ');

/** Every second policy: the order that is counted without them is measured on them. */
export const oddOnes: HeldOut = (policy) => policy % 2 === 1;

/**
 * `usage.json` from a folder of numbered policies (`042-….json`) and from documents. Policies that are `heldOut` are left out, and so are the pages
 * that hold all the actions of one: what measures must not be counted.
 */
export function usageOf(
  policies: string,
  documents: readonly string[],
  catalogue: Catalogue,
  heldOut: HeldOut = () => false,
): string {
  const numbered = readdirSync(policies).filter((name) => /^\d{3}-.*\.json$/.test(name));
  const read = (wanted: boolean): ReadonlySet<string>[] =>
    numbered
      .filter((name) => heldOut(Number(name.slice(0, 3))) === wanted)
      .map((name) => patternsIn(readFileSync(path.join(policies, name), 'utf8')));
  const texts = [...read(false), ...documents.flatMap((folder) => pagesOf(folder, read(true)))];
  return `${print(countUsage(texts, catalogue))}\n`;
}

/** What a folder's pages name, each once, though it is there in several languages. Pages that hold one of `held` are left out. */
function pagesOf(folder: string, held: readonly ReadonlySet<string>[]): readonly ReadonlySet<string>[] {
  const holding = held.filter(({ size }) => size > 0);
  const pages = new Map<string, Set<string>>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.md')) continue;
    const patterns = patternsIn(readFileSync(path.join(entry.parentPath, entry.name), 'utf8'));
    if (patterns.size === 0 || holding.some((other) => [...other].every((name) => patterns.has(name)))) continue;
    const page = entry.name.replace(/(?:_intl)?(?:_\w{2,3})?\.md$/u, '');
    pages.set(page, new Set([...(pages.get(page) ?? []), ...patterns]));
  }
  return [...pages.values()];
}
