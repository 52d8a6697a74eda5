/** A client and the server in one process, over streams in memory: what goes over the wire, without a wire. */
import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import {
  createConnection,
  createProtocolConnection,
  ConfigurationRequest,
  DiagnosticRefreshRequest,
  DidChangeConfigurationNotification,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  InitializedNotification,
  InitializeRequest,
  LogMessageNotification,
  ProposedFeatures,
  PublishDiagnosticsNotification,
  RegistrationRequest,
  UnregistrationRequest,
  ShutdownRequest,
  type ClientCapabilities,
  type Registration,
  type RegistrationParams,
  type UnregistrationParams,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
} from 'vscode-languageserver';
import { StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import type { Catalogue } from '../src/core/catalogue/catalogue.js';
import { hostKinds } from '../src/core/embed/hosts.js';
import type { FileSystem } from '../src/server/policy-files.js';
import { incoming } from '../src/server/incoming.js';
import { startServer } from '../src/server/start.js';
import { markedHost } from './marked-host.js';
import { shippedLanguage } from './shipped-catalogue.js';
import { tinyCatalogue } from './tiny-catalogue.js';

export interface ClientOptions {
  /** Besides those of `usual`. */
  readonly capabilities?: ClientCapabilities;
  /** The client announces no more than `capabilities`. */
  readonly plain?: boolean;
  readonly locale?: string;
  readonly initializationOptions?: unknown;
  readonly catalogue?: Catalogue;
  /** The platform's; none unless given. */
  readonly fileSystem?: FileSystem;
  readonly workspaceFolders?: readonly string[];
  /** How long the client may take to answer, in ms. */
  readonly patience?: number;
  /** Instead of one turn of the event loop before each request is worked on. */
  readonly nextTurn?: () => Promise<void>;
  /** What the client answers when it is asked for its settings below `camPolicy`. */
  readonly settings?: unknown;
}

export interface TestClient {
  readonly connection: ProtocolConnection;
  readonly initialized: InitializeResult;
  /** What the server logged so far. */
  readonly log: readonly string[];
  /** What the server has registered and not taken back, by id. */
  readonly registrations: ReadonlyMap<string, Registration>;
  /** Opens a document of `text`; gives its address. */
  open(text: string, uri?: string, languageId?: string): Promise<string>;
  /** Replaces the whole text by another version. */
  change(uri: string, text: string): Promise<void>;
  close(uri: string): Promise<void>;
  /** The next diagnostics that the server sends and nobody has taken yet. */
  published(): Promise<PublishDiagnosticsParams>;
  /** How many have been sent that nobody has taken. */
  readonly waiting: number;
  /** Changes the settings, and sends them along where the server cannot ask. */
  configure(settings: unknown): Promise<void>;
  /** Resolves at the next request to ask for all diagnostics again. */
  refreshed(): Promise<unknown>;
  /** Ends both; an error where the server asked for something that the client did not announce. */
  end(): Promise<void>;
}

/** Items that arrive and are taken in order, whichever comes first. */
function createQueue<Item>() {
  const items: Item[] = [];
  const takers: ((item: Item) => void)[] = [];
  return {
    put: (item: Item): void => {
      const taker = takers.shift();
      if (taker) taker(item);
      else items.push(item);
    },
    take: (): Promise<Item> =>
      new Promise((resolve) => {
        const item = items.shift();
        if (item) resolve(item);
        else takers.push(resolve);
      }),
    get length() {
      return items.length;
    },
  };
}

/** The two ends of a connection in this process. */
export function createPipe(): { readonly server: ProtocolConnection; readonly client: ProtocolConnection } {
  const up = new PassThrough();
  const down = new PassThrough();
  const logger = { error: console.error, warn: console.error, info: () => undefined, log: () => undefined };
  return {
    server: createProtocolConnection(new StreamMessageReader(up), new StreamMessageWriter(down), logger, incoming),
    client: createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up), logger),
  };
}

/** What editors of today announce, and what depends on it is what most tests are about. */
const usual = ({ textDocument, ...others }: ClientCapabilities): ClientCapabilities => ({
  ...others,
  textDocument: {
    publishDiagnostics: {
      relatedInformation: true,
      versionSupport: true,
      codeDescriptionSupport: true,
      tagSupport: { valueSet: [1, 2] },
    },
    ...textDocument,
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } }, ...textDocument?.codeAction },
  },
});

/** Starts a server and a client that has shaken hands with it. */
export async function connect({
  capabilities = {},
  plain = false,
  locale,
  initializationOptions,
  catalogue = tinyCatalogue,
  nextTurn = () => new Promise((resolve) => setImmediate(resolve)),
  settings: firstSettings,
  fileSystem,
  workspaceFolders,
  patience,
}: ClientOptions = {}): Promise<TestClient> {
  const { server, client } = createPipe();
  const watchDog = { shutdownReceived: false, initialize: () => undefined, exit: () => undefined };
  startServer(
    createConnection(() => server, watchDog, ProposedFeatures.all),
    {
      version: '0.0.0-test',
      catalogue,
      language: shippedLanguage,
      rulePage: { en: 'file:///docs/rules/{code}.md', zh: 'file:///docs/rules/zh-cn/{code}.md' },
      nextTurn,
      ...(fileSystem ? { fileSystem } : {}),
      hosts: [...hostKinds, markedHost],
      ...(patience === undefined ? {} : { patience }),
    },
  );

  const log: string[] = [];
  const diagnostics = createQueue<PublishDiagnosticsParams>();
  const refreshes = createQueue<true>();
  let settings = firstSettings;
  client.onNotification(LogMessageNotification.type, ({ message }) => void log.push(message));
  client.onNotification(PublishDiagnosticsNotification.type, diagnostics.put);
  const unexpected: string[] = [];
  /** Answers a request that may only come where the client has announced that it takes it. */
  const answer = (method: string, announced: boolean | undefined, handle: (params: unknown) => unknown): void => {
    client.onRequest(method, (params: unknown) => {
      if (!announced) unexpected.push(method);
      return handle(params);
    });
  };
  const { workspace } = capabilities;
  answer(ConfigurationRequest.method, workspace?.configuration, () => [settings]);
  const registers =
    capabilities.textDocument?.synchronization?.dynamicRegistration ??
    workspace?.didChangeConfiguration?.dynamicRegistration ??
    workspace?.didChangeWatchedFiles?.dynamicRegistration;
  const registrations = new Map<string, Registration>();
  answer(RegistrationRequest.method, registers, (params) => {
    for (const each of (params as RegistrationParams).registrations) registrations.set(each.id, each);
    return null;
  });
  answer(UnregistrationRequest.method, registers, (params) => {
    for (const { id } of (params as UnregistrationParams).unregisterations) registrations.delete(id);
    return null;
  });
  answer(DiagnosticRefreshRequest.method, workspace?.diagnostics?.refreshSupport, () => {
    refreshes.put(true);
    return null;
  });
  client.listen();
  const initialized = await client.sendRequest<InitializeResult>(InitializeRequest.method, {
    processId: null,
    workspaceFolders: workspaceFolders?.map((uri) => ({ uri, name: uri })) ?? null,
    capabilities: plain ? capabilities : usual(capabilities),
    initializationOptions,
    ...(locale ? { locale } : {}),
  });
  await client.sendNotification(InitializedNotification.type, {});

  let version = 1;
  return {
    connection: client,
    initialized,
    log,
    registrations,
    async open(text, uri = 'file:///policy.cam.json', languageId = 'cam-policy') {
      const textDocument = { uri, languageId, version: version++, text };
      await client.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
      return uri;
    },
    change: (uri, text) =>
      client.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument: { uri, version: version++ },
        contentChanges: [{ text }],
      }),
    close: (uri) => client.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } }),
    published: diagnostics.take,
    get waiting() {
      return diagnostics.length;
    },
    configure(next) {
      settings = next;
      const sent = capabilities.workspace?.configuration ? null : { camPolicy: next };
      return client.sendNotification(DidChangeConfigurationNotification.type, { settings: sent });
    },
    refreshed: refreshes.take,
    async end() {
      await client.sendRequest(ShutdownRequest.type);
      assert.deepEqual(unexpected, [], 'the server asked for what the client does not offer');
      client.end();
      client.dispose();
      server.dispose();
    },
  };
}
