/** Finds the files that paths on the command line name. */
import { statSync } from 'node:fs';
import path from 'node:path';
import { policyEnding } from '../../../../protocol/names.js';
import { matchesPath, readGlob } from '../../core/glob.js';
import { codeOf, noMatch, type Found } from './found.js';
import { slashed } from './root.js';
import { isHidden, walk, type Wanted } from './walk.js';

export interface Search {
  /** How the names of files end that hold policies. */
  readonly endings: readonly string[];
  /** Tells for a folder which of its files, by their whole paths, are policies though their names do not say so; undefined: none. */
  readonly namedIn?: (folder: string) => Promise<((file: string) => Promise<boolean>) | undefined>;
}

/** Looks for policies by their names alone. */
export const policySearch: Search = { endings: [policyEnding] };

/** Looks for what holds policies, by its name alone. */
export const hostSearch: Search = { endings: [policyEnding, '.tf', '.tofu'] };

/**
 * The files, one after the other: those that are named; below each named folder those that hold policies by their names or by the configuration; and those
 * that a pattern stands for. In the order of their names; a file is found once.
 */
export async function* findFiles(paths: readonly string[], search: Search): AsyncGenerator<Found> {
  const seen = new Set<string>();
  for (const named of paths)
    for await (const found of named === '-' ? [{ kind: 'stdin', path: named } as const] : below(named, search)) {
      const full = found.kind === 'stdin' ? '-' : path.resolve(found.path);
      if (seen.has(full)) continue;
      seen.add(full);
      yield found;
    }
}

async function* below(named: string, search: Search): AsyncGenerator<Found> {
  try {
    if (statSync(named).isDirectory()) yield* walk(named, (folder) => policiesIn(folder, search));
    else yield { kind: 'file', path: named };
  } catch (error) {
    if (codeOf(error) === 'ENOENT' && /[*?[{]/u.test(named)) yield* matching(named);
    else yield { kind: 'failure', path: named, code: codeOf(error) };
  }
}

async function policiesIn(folder: string, { endings, namedIn }: Search): Promise<Wanted> {
  const isNamed = await namedIn?.(path.resolve(folder));
  const hasName = (file: string): boolean => endings.some((ending) => file.endsWith(ending));
  if (!isNamed) return hasName;
  return async (file) => hasName(file) || (await isNamed(path.resolve(file)));
}

/** The files that a pattern stands for. It is looked for below the folders that it begins with. */
async function* matching(pattern: string): AsyncGenerator<Found> {
  const parts = slashed(pattern).split('/');
  const first = parts.findIndex((part) => /[*?[{]/u.test(part));
  const base = parts.slice(0, first).join('/') || (pattern.startsWith('/') ? '/' : '.');
  const glob = readGlob(parts.slice(first).join('/'));
  const showsHidden = parts.at(-1)?.startsWith('.') === true;
  const isMatch = (file: string): boolean =>
    (showsHidden || !isHidden(path.basename(file))) && matchesPath(glob, slashed(path.relative(base, file)));
  let matched = false;
  for await (const found of walk(base, () => Promise.resolve(isMatch))) {
    if (found.kind === 'failure' && found.path === base && found.code === 'ENOENT') break;
    matched = true;
    yield found;
  }
  if (!matched) yield { kind: 'failure', path: pattern, code: noMatch };
}
