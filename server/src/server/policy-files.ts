/** Where the workspace's policies come from: the client, which knows every file system and what is excluded, or else the platform's own. */
import { DidChangeWatchedFilesNotification, type CancellationToken, type Connection } from 'vscode-languageserver';
import type { Client } from './client.js';
import type { PolicyFiles } from './workspace.js';

/** A platform's file system; absent where there is none. */
export interface FileSystem {
  /** Addresses of all `*.cam.json` files below a folder; empty where the folder is not this file system's. */
  find(folder: string, token: CancellationToken): Promise<readonly string[]>;
  /** A file's text; undefined where it cannot be read or is not this file system's. */
  read(uri: string): Promise<string | undefined>;
}

/** Requests of the server to a client that has said that it `readsFiles`. */
const findFiles = 'camPolicy/findFiles';
const readFile = 'camPolicy/readFile';

const isStrings = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');

export function createPolicyFiles(
  connection: Connection,
  client: () => Client | undefined,
  fileSystem: FileSystem | undefined,
): PolicyFiles {
  async function folders(): Promise<readonly string[]> {
    const { answersFolders, folders: first = [] } = client() ?? {};
    if (!answersFolders) return first;
    return (await connection.workspace.getWorkspaceFolders())?.map(({ uri }) => uri) ?? first;
  }

  return {
    async list(token) {
      if (client()?.readsFiles) {
        const found: unknown = await connection.sendRequest(findFiles, {}, token);
        return isStrings(found) ? found : [];
      }
      if (!fileSystem) return [];
      const found = await Promise.all((await folders()).map((folder) => fileSystem.find(folder, token)));
      return [...new Set(found.flat())];
    },

    // Files that the server can reach itself need no way through the client.
    async read(uri, token) {
      const own = uri.startsWith('file:') ? await fileSystem?.read(uri) : undefined;
      if (own !== undefined || !client()?.readsFiles) return own;
      const text: unknown = await connection.sendRequest(readFile, { uri }, token);
      return typeof text === 'string' ? text : undefined;
    },

    async watch() {
      if (!client()?.watchesFiles) return false;
      await connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: [{ globPattern: '**/*.cam.json' }],
      });
      return true;
    },
  };
}
