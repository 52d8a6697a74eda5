/** The file system on Node, for clients that do not list and read policies themselves. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { FileSystem } from './server/policy-files.js';

/** Folders in which nobody keeps policies, and dependencies do. Folders whose names begin with a dot are left out too. */
const skipped: ReadonlySet<string> = new Set(['node_modules', 'bower_components']);

/** More folders than this are no workspace but a disk. */
const maxFolders = 50_000;

export const nodeFiles: FileSystem = {
  async find(folder, token) {
    const root = pathOf(folder);
    if (root === undefined) return [];
    const found: string[] = [];
    const waiting = [root];
    for (let seen = 0; seen < maxFolders && !token.isCancellationRequested; seen++) {
      const current = waiting.pop();
      if (current === undefined) break;
      for (const entry of await readdir(current, { withFileTypes: true }).catch(() => [])) {
        const full = path.join(current, entry.name);
        if (entry.isDirectory() && !entry.name.startsWith('.') && !skipped.has(entry.name)) waiting.push(full);
        else if (entry.isFile() && entry.name.endsWith('.cam.json')) found.push(pathToFileURL(full).href);
      }
    }
    return found.sort();
  },
  async read(uri) {
    const file = pathOf(uri);
    return file === undefined ? undefined : readFile(file, 'utf8').catch(() => undefined);
  },
};

function pathOf(uri: string): string | undefined {
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}
