/** Where the workspace's files come from: the client, which knows every file system and what is excluded, or else the platform's file system. */
import { DidChangeWatchedFilesNotification, type CancellationToken, type Connection } from 'vscode-languageserver';
import { clientRequests, policyEnding } from '../../../protocol/names.js';
import { addressesOf, type Client } from './client.js';
import { forever, within } from './waiting.js';
import type { PolicyFiles } from './workspace.js';

/** A platform's file system; absent where there is none. */
export interface FileSystem {
  /** Addresses of all `*.cam.json` files below a folder; empty where the folder is not this file system's. */
  find(folder: string, token: CancellationToken): Promise<readonly string[]>;
  /** A file's text; undefined where it cannot be read or is not this file system's. */
  read(uri: string): Promise<string | undefined>;
}

export interface PolicyFilesPorts {
  readonly connection: Connection;
  readonly client: Client;
  readonly fileSystem: FileSystem | undefined;
  /** How long to wait for an answer of the client that the server can do without; in ms. */
  readonly patience?: number | undefined;
}

const isStrings = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');

export const createPolicyFiles = (ports: PolicyFilesPorts): PolicyFiles => ({
  list: (token) => list(ports, token),
  read: (uri, token) => read(ports, uri, token),
  watch: () => watch(ports),
});

/** How long to wait for the client unless told; in ms. */
export const defaultPatience = 3000;

/** The workspace's folders; those of `initialize` if the client does not answer, or refuses to. */
async function folders(
  { connection, client, patience = defaultPatience }: PolicyFilesPorts,
  token: CancellationToken,
): Promise<readonly string[]> {
  if (!client.answersFolders) return client.folders;
  const asked = connection.workspace.getWorkspaceFolders().catch(() => undefined);
  const found: unknown = await within(patience, asked, token);
  return Array.isArray(found) ? addressesOf(found) : client.folders;
}

/** Where the client refuses to list files, the platform's file system does. */
async function list(ports: PolicyFilesPorts, token: CancellationToken): Promise<readonly string[] | undefined> {
  const { connection, client, fileSystem } = ports;
  if (client.readsFiles) {
    const asked = connection.sendRequest<unknown>(clientRequests.findFiles, {}, token).catch(() => undefined);
    const found = await within(forever, asked, token);
    if (isStrings(found)) return found;
  }
  const roots = await folders(ports, token);
  if (!fileSystem) return roots.length > 0 || client.readsFiles ? undefined : [];
  const found = await Promise.all(roots.map((folder) => fileSystem.find(folder, token)));
  return [...new Set(found.flat())];
}

/** The server reads local files itself: asking the client for each place where a configuration may be takes most of the first second. */
async function read(
  { connection, client, fileSystem }: PolicyFilesPorts,
  uri: string,
  token: CancellationToken,
): Promise<string | undefined> {
  if (fileSystem && uri.startsWith('file:')) return fileSystem.read(uri);
  if (!client.readsFiles) return undefined;
  const text: unknown = await within(forever, connection.sendRequest(clientRequests.readFile, { uri }, token), token);
  return typeof text === 'string' ? text : undefined;
}

async function watch({ connection, client, patience = defaultPatience }: PolicyFilesPorts): Promise<boolean> {
  if (!client.watchesFiles) return false;
  const asked = connection.client.register(DidChangeWatchedFilesNotification.type, {
    watchers: [{ globPattern: `**/*${policyEnding}` }],
  });
  return (await within(patience, asked)) !== undefined;
}
