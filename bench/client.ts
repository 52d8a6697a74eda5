/** A language client that starts a server as a process and times what it says. */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Diagnostic, Position, Range } from 'vscode-languageserver-types';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type ProtocolConnection,
} from 'vscode-languageserver/node';
import type { ServerUnderTest } from './servers.js';

export interface Client {
  /** Opens a document and waits for its diagnostics. */
  open(uri: string, text: string): Promise<readonly Diagnostic[]>;
  /** Puts `newText` in the place of `range` and waits for diagnostics. */
  edit(uri: string, range: Range, newText: string): Promise<readonly Diagnostic[]>;
  /** Makes the request on the document. */
  ask(method: 'textDocument/completion' | 'textDocument/hover', uri: string, position: Position): Promise<unknown>;
  /** The memory the process holds, in MB; undefined where the system does not tell. */
  memory(): number | undefined;
  end(): Promise<void>;
}

/** What VS Code says of itself, as far as it decides how large a list is. */
const vsCodeCompletion = {
  completionItem: {
    snippetSupport: true,
    commitCharactersSupport: true,
    documentationFormat: ['markdown', 'plaintext'],
    deprecatedSupport: true,
    tagSupport: { valueSet: [1] },
    insertReplaceSupport: true,
    insertTextModeSupport: { valueSet: [1, 2] },
    labelDetailsSupport: true,
  },
  completionList: { itemDefaults: ['commitCharacters', 'editRange', 'insertTextFormat', 'insertTextMode', 'data'] },
};

/** Starts `server`; `pull`: diagnostics are asked for, else they are waited for. */
export async function start(server: ServerUnderTest, pull: boolean): Promise<Client> {
  const child = spawn(process.execPath, server.command, { stdio: ['pipe', 'pipe', 'ignore'] });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const waiting: Waiting = new Map();
  answerServer(connection, server, waiting);
  connection.listen();
  await initialize(connection, server, pull);
  return clientOf(child, connection, waiting, pull);
}

/** Who waits for the diagnostics of a document, by its address. */
type Waiting = Map<string, (diagnostics: readonly Diagnostic[]) => void>;

/** Answers what servers ask of an editor. */
function answerServer(connection: ProtocolConnection, server: ServerUnderTest, waiting: Waiting): void {
  connection.onRequest(
    'workspace/configuration',
    ({ items }: { readonly items: readonly { readonly section?: string }[] }) =>
      items.map(({ section }) => server.settings[section ?? ''] ?? null),
  );
  connection.onRequest('client/registerCapability', () => null);
  connection.onRequest('workspace/diagnostic/refresh', () => null);
  connection.onRequest('vscode/content', (uri: string) => readFileSync(new URL(uri), 'utf8'));
  connection.onNotification(
    'textDocument/publishDiagnostics',
    ({ uri, diagnostics }: { readonly uri: string; readonly diagnostics: readonly Diagnostic[] }) => {
      waiting.get(uri)?.(diagnostics);
      waiting.delete(uri);
    },
  );
}

async function initialize(connection: ProtocolConnection, server: ServerUnderTest, pull: boolean): Promise<void> {
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: {
      workspace: { configuration: true },
      textDocument: {
        ...(pull ? { diagnostic: {} } : {}),
        hover: { contentFormat: ['markdown'] },
        completion: vsCodeCompletion,
      },
    },
    initializationOptions: { provideFormatter: false },
    workspaceFolders: null,
  });
  await connection.sendNotification('initialized', {});
  await connection.sendNotification('workspace/didChangeConfiguration', { settings: server.settings });
}

function clientOf(child: ChildProcess, connection: ProtocolConnection, waiting: Waiting, pull: boolean): Client {
  const versions = new Map<string, number>();

  /** Sends what changes the document, then gets its diagnostics. */
  async function diagnosed(uri: string, send: () => Promise<void>): Promise<readonly Diagnostic[]> {
    if (pull) {
      await send();
      const textDocument = { uri };
      const { items } = await connection.sendRequest<{ items: Diagnostic[] }>('textDocument/diagnostic', {
        textDocument,
      });
      return items;
    }
    const published = new Promise<readonly Diagnostic[]>((resolve) => waiting.set(uri, resolve));
    await send();
    return published;
  }

  return {
    open(uri, text) {
      versions.set(uri, 1);
      const textDocument = { uri, languageId: 'json', version: 1, text };
      return diagnosed(uri, () => connection.sendNotification('textDocument/didOpen', { textDocument }));
    },
    edit(uri, range, text) {
      const version = (versions.get(uri) ?? 0) + 1;
      versions.set(uri, version);
      const contentChanges = [{ range, text }];
      const params = { textDocument: { uri, version }, contentChanges };
      return diagnosed(uri, () => connection.sendNotification('textDocument/didChange', params));
    },
    ask: (method, uri, position) => connection.sendRequest(method, { textDocument: { uri }, position }),
    memory: () => memoryOf(child.pid),
    end: () => end(child, connection),
  };
}

async function end(child: ChildProcess, connection: ProtocolConnection): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  // Servers that do not end themselves in time.
  const timer = setTimeout(() => child.kill(), 2000);
  await ended;
  clearTimeout(timer);
  connection.dispose();
}

function memoryOf(pid: number | undefined): number | undefined {
  if (pid === undefined || process.platform === 'win32') return undefined;
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024;
}
