/** The file system on Node, for clients that do not list and read policies themselves. */
import { promises, readFile, stat, type Stats } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { policyEnding } from '../../protocol/names.js';
import { maxTextLength } from './core/syntax/json.js';
import type { FileSystem } from './server/policy-files.js';

/** Folders of dependencies, which hold no policies of the person's own. Folders whose names begin with a dot are skipped, too. */
const skipped: ReadonlySet<string> = new Set(['node_modules', 'bower_components']);

/** The most folders to look at: more than this is not a workspace but a disk. */
const maxFolders = 50_000;

/** The largest file to read, in bytes: UTF-8 takes at most three for a UTF-16 unit. */
const maxSize = 3 * maxTextLength;

/** A text without its byte order mark, as editors have it: places in it are places in what they show. Takes half the time of `promises.readFile`, which matters for thousands of files. */
const readText = async (file: string): Promise<string> => {
  const text = await promisify(readFile)(file, 'utf8');
  return text.startsWith('\ufeff') ? text.slice(1) : text;
};

/** Node loads its `promises` when they are first asked for, which takes longer than looking for a configuration. */
const statOf = (file: string): Promise<Stats> => promisify(stat)(file);

export const nodeFiles: FileSystem = {
  async find(folder, token) {
    const root = pathOf(folder);
    if (root === undefined) return [];
    const found: string[] = [];
    const waiting = [root];
    for (let seen = 0; seen < maxFolders && !token.isCancellationRequested; seen++) {
      const current = waiting.pop();
      if (current === undefined) break;
      for (const entry of await promises.readdir(current, { withFileTypes: true }).catch(() => [])) {
        const full = path.join(current, entry.name);
        if (entry.isDirectory() && !entry.name.startsWith('.') && !skipped.has(entry.name)) waiting.push(full);
        else if (entry.isFile() && entry.name.endsWith(policyEnding)) found.push(pathToFileURL(full).href);
      }
    }
    return found.sort();
  },
  async read(uri) {
    const file = pathOf(uri);
    if (file === undefined) return undefined;
    try {
      // No pipes, which never end, and no files that are too long to be read.
      const found = await statOf(file);
      return found.isFile() && found.size <= maxSize ? await readText(file) : undefined;
    } catch {
      return undefined;
    }
  },
};

function pathOf(uri: string): string | undefined {
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}
