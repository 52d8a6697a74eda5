/** Searches folders one by one, on file systems that VS Code cannot search. */
import { FileType, Uri, workspace, type CancellationToken } from 'vscode';
import { within } from './patience.js';

export interface Walk {
  readonly files: readonly Uri[];
  /** Whether a limit was reached. */
  readonly cut: boolean;
}

/** Each request may go over a network. The limits: levels, folders, files, requests at once, and the time for all, in ms. */
const limits = { depth: 12, folders: 2000, files: 20_000, atOnce: 16, time: 15_000 } as const;

/** Folders that hold no policies of the person's own. */
const passedOver: ReadonlySet<string> = new Set(['node_modules', '.git', '.hg', '.svn']);

/** The files below `root` whose name is `wanted`, the nearest first; links to folders are not followed. Folders that cannot be read are empty. */
export async function walk(root: Uri, wanted: (name: string) => boolean, token: CancellationToken): Promise<Walk> {
  const files: Uri[] = [];
  const end = Date.now() + limits.time;
  let level: readonly Uri[] = [root];
  let seen = 0;
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > limits.depth) return { files, cut: true };
    const below: Uri[] = [];
    for (let at = 0; at < level.length; at += limits.atOnce) {
      const left = end - Date.now();
      if (token.isCancellationRequested || left <= 0 || seen >= limits.folders || files.length >= limits.files)
        return { files: files.slice(0, limits.files), cut: true };
      const folders = level.slice(at, at + limits.atOnce);
      seen += folders.length;
      const entries = await within(left, Promise.all(folders.map(entriesOf)), token);
      for (const [uri, name, type] of (entries ?? []).flat()) {
        if (type === FileType.Directory && !passedOver.has(name)) below.push(uri);
        if ((type & FileType.File) !== 0 && wanted(name)) files.push(uri);
      }
    }
    level = below;
  }
  return { files, cut: false };
}

type Entry = readonly [uri: Uri, name: string, type: FileType];

async function entriesOf(folder: Uri): Promise<readonly Entry[]> {
  try {
    const entries = await workspace.fs.readDirectory(folder);
    return entries.map(([name, type]): Entry => [Uri.joinPath(folder, name), name, type]);
  } catch {
    return [];
  }
}
