/** Lists and reads policies for the server, on whatever file system the workspace is. */
import {
  CancellationTokenSource,
  RelativePattern,
  Uri,
  workspace,
  type CancellationToken,
  type Disposable,
  type WorkspaceFolder,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { clientRequests, policyEnding } from '../../protocol/names.js';
import { within } from './patience.js';
import { walk, type Walk } from './walk.js';

/** The most files that are listed. */
const maxFiles = 20_000;

/** How long VS Code's search may take before the folder is also searched folder by folder; in ms. */
const patience = 3000;

/** Answers the server's requests; it makes them only when a feature looks at the whole workspace. */
export function servePolicyFiles(client: BaseLanguageClient): readonly Disposable[] {
  const find = createFind(policyEnding, (message) => {
    client.warn(message);
  });
  return [
    client.onRequest(clientRequests.findFiles, async (_: unknown, token: CancellationToken) => {
      const found = await Promise.all((workspace.workspaceFolders ?? []).map((folder) => find(folder, token)));
      const uris = found.flat().map((uri) => client.code2ProtocolConverter.asUri(uri));
      return [...new Set(uris)].slice(0, maxFiles);
    }),
    client.onRequest(clientRequests.readFile, async ({ uri }: { readonly uri: string }) => {
      try {
        return new TextDecoder().decode(await workspace.fs.readFile(Uri.parse(uri)));
      } catch {
        return null;
      }
    }),
  ];
}

type Find = (folder: WorkspaceFolder, token: CancellationToken) => Promise<readonly Uri[]>;

/**
 * Finds the files below a folder whose names end in `ending`. VS Code's search knows what is excluded, but on a file system without a search provider it waits for one for
 * ever. If it fails or takes long, the folder is also searched folder by folder; the first result is taken, and the next time both start at once.
 */
export function createFind(ending: string, warn: (message: string) => void): Find {
  const slow = new Set<string>();
  return async (folder, token) => {
    const { scheme } = folder.uri;
    const stop = new CancellationTokenSource();
    const cancelled = token.onCancellationRequested(() => {
      stop.cancel();
    });
    try {
      const pattern = new RelativePattern(folder, `**/*${ending}`);
      const search = Promise.resolve(workspace.findFiles(pattern, undefined, maxFiles, stop.token)).catch(
        () => undefined,
      );
      // On disk VS Code's own search is used, however long it takes.
      const found = slow.has(scheme) ? undefined : await (scheme === 'file' ? search : within(patience, search, token));
      if (found || token.isCancellationRequested) return found ?? [];
      slow.add(scheme);
      const walked = walk(folder.uri, (name) => name.endsWith(ending), stop.token);
      const other = (await Promise.race([search, walked])) ?? (await walked);
      return isWalk(other) ? told(other, folder, warn) : other;
    } finally {
      cancelled.dispose();
      stop.cancel();
      stop.dispose();
    }
  };
}

const isWalk = (found: readonly Uri[] | Walk): found is Walk => 'files' in found;

function told({ files, cut }: Walk, { name }: WorkspaceFolder, warn: (message: string) => void): readonly Uri[] {
  if (cut) warn(`VS Code cannot search ${name}, and it is large: files deep in it were not looked for.`);
  return files;
}
