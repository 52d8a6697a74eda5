/** Finds the policy files that paths on the command line name. */
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { policyEnding } from '../../../../protocol/names.js';

/** Folders of dependencies. Folders whose names begin with a dot are skipped, too. */
const skipped: ReadonlySet<string> = new Set(['node_modules', 'bower_components']);

const isSkipped = (name: string): boolean => name.startsWith('.') || skipped.has(name);

export type Found =
  | { readonly kind: 'file' | 'stdin'; readonly path: string }
  /** A path that cannot be looked at, and the system's code for why. */
  | { readonly kind: 'failure'; readonly path: string; readonly code: string };

/** The code of what the file system threw, such as `ENOENT`. */
export const codeOf = (error: unknown): string =>
  (error as NodeJS.ErrnoException | undefined)?.code ?? (error instanceof Error ? error.message : String(error));

/**
 * The files, one after the other: those that are named, and below each named folder those whose names end in `ending`, in the order of their names.
 * A file is found once. Links to folders are followed only where they are named themselves, so that loops have no end to miss.
 */
export function* findFiles(paths: readonly string[], ending = policyEnding): Generator<Found> {
  const seen = new Set<string>();
  for (const named of paths)
    for (const found of named === '-' ? [{ kind: 'stdin', path: named } as const] : below(named, ending)) {
      const full = found.kind === 'stdin' ? '-' : path.resolve(found.path);
      if (seen.has(full)) continue;
      seen.add(full);
      yield found;
    }
}

function* below(named: string, ending: string): Generator<Found> {
  try {
    if (!statSync(named).isDirectory()) {
      yield { kind: 'file', path: named };
      return;
    }
  } catch (error) {
    yield { kind: 'failure', path: named, code: codeOf(error) };
    return;
  }
  // The last one is next: folders may lie deeper than calls can.
  const waiting: { readonly path: string; readonly isFolder: boolean }[] = [{ path: named, isFolder: true }];
  for (let next = waiting.pop(); next; next = waiting.pop())
    if (!next.isFolder) yield { kind: 'file', path: next.path };
    else
      try {
        waiting.push(...inside(next.path, ending).reverse());
      } catch (error) {
        yield { kind: 'failure', path: next.path, code: codeOf(error) };
      }
}

/** What is to be looked at in a folder, by name. Whatever has a policy's name and is no folder counts as a file: reading says what is wrong with it. */
function inside(folder: string, ending: string): { readonly path: string; readonly isFolder: boolean }[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => (entry.isDirectory() ? !isSkipped(entry.name) : entry.name.endsWith(ending)))
    .map((entry) => ({
      path: path.join(folder, entry.name),
      isFolder: entry.isDirectory(),
      link: entry.isSymbolicLink(),
    }))
    .filter((entry) => !entry.link || !leadsToFolder(entry.path))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

function leadsToFolder(link: string): boolean {
  try {
    return statSync(link).isDirectory();
  } catch {
    return false;
  }
}
