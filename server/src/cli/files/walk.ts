/** Walks through folders. */
import { readdirSync, statSync, type Dirent } from 'node:fs';
import path from 'node:path';
import { codeOf, type Found } from './found.js';
import { gitIgnoreAround, ignores, withGitIgnoreOf, type GitIgnore } from './gitignore.js';

/** Folders of dependencies. */
const skipped: ReadonlySet<string> = new Set(['node_modules', 'bower_components']);

/** Whether a name begins with a dot, as those do that are not meant to be seen. */
export const isHidden = (name: string): boolean => name.startsWith('.');

/** Whether a file is looked for. */
export type Wanted = (file: string) => boolean | Promise<boolean>;

/** What lies in a folder and is to be looked at. */
interface Entry {
  readonly path: string;
  readonly isFolder: boolean;
  /** What git ignores around it. */
  readonly ignored: GitIgnore;
}

/**
 * The wanted files below a folder, in the order of their names. Left out is what git ignores, what lies in folders of dependencies, and in folders whose names
 * begin with a dot. Links to folders are not followed, so that loops have no end to miss. `wantedIn` is asked once for each folder.
 */
export async function* walk(folder: string, wantedIn: (folder: string) => Promise<Wanted>): AsyncGenerator<Found> {
  // The last one is next: folders may lie deeper than calls can.
  const around = gitIgnoreAround(path.resolve(folder));
  const waiting: Entry[] = [{ path: folder, isFolder: true, ignored: around }];
  for (let next = waiting.pop(); next; next = waiting.pop())
    if (!next.isFolder) yield { kind: 'file', path: next.path };
    else
      try {
        const inside = await entriesIn(next, wantedIn);
        for (const entry of inside.reverse()) waiting.push(entry);
      } catch (error) {
        yield { kind: 'failure', path: next.path, code: codeOf(error) };
      }
}

/** Whatever is wanted and is no folder counts as a file: reading says what is wrong with it. */
async function entriesIn(folder: Entry, wantedIn: (folder: string) => Promise<Wanted>): Promise<Entry[]> {
  const all = readdirSync(folder.path, { withFileTypes: true }).sort(byName);
  const isWanted = await wantedIn(folder.path);
  const full = path.resolve(folder.path);
  const ignored = withGitIgnoreOf(folder.ignored, full);
  const entries: Entry[] = [];
  for (const entry of all) {
    const isFolder = entry.isDirectory();
    const found = path.join(folder.path, entry.name);
    if (isFolder ? isHidden(entry.name) || skipped.has(entry.name) : !(await isWanted(found))) continue;
    if (entry.isSymbolicLink() && leadsToFolder(found)) continue;
    if (ignores(ignored, path.join(full, entry.name), isFolder)) continue;
    entries.push({ path: found, isFolder, ignored });
  }
  return entries;
}

const byName = (a: Dirent, b: Dirent): number => (a.name < b.name ? -1 : 1);

function leadsToFolder(link: string): boolean {
  try {
    return statSync(link).isDirectory();
  } catch {
    return false;
  }
}
