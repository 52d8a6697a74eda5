/** The server: capabilities, documents, settings, and one line per request. */
import {
  DidChangeConfigurationNotification,
  LSPErrorCodes,
  ResponseError,
  TextDocuments,
  TextDocumentSyncKind,
  type CodeAction,
  type Connection,
  type InitializeParams,
  type InitializeResult,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Catalogue } from '../core/catalogue/catalogue.js';
import type { Language } from '../core/catalogue/language.js';
import { rules } from '../core/lint/rules/index.js';
import {
  codeActionKinds,
  codeActions,
  documentOf,
  resolveCodeAction,
  type CodeActionContext,
} from '../features/code-actions/index.js';
import { complete, resolveCompletion } from '../features/completion/index.js';
import type { Context } from '../features/document.js';
import { hover } from '../features/hover/index.js';
import { clientOf, type Client } from './client.js';
import { registerCommands } from './command-requests.js';
import { pullDiagnostics, pushDiagnostics, type DiagnosticsDelivery } from './diagnostics.js';
import { createDocumentCache, texts } from './documents.js';
import { editorCapabilities, registerEditor, type OnDocument } from './editor-requests.js';
import { createGuard, describe } from './guard.js';
import { createPolicyFiles, type FileSystem } from './policy-files.js';
import { section, sectionIn, settingsOf } from './settings.js';
import { registerWorkspace, workspaceCapabilities } from './workspace-requests.js';
import { createWorkspaceUse } from './workspace-use.js';
import { createWorkspace } from './workspace.js';

/** What an entry brings from its platform. */
export interface ServerPorts {
  readonly version: string;
  readonly catalogue: Catalogue;
  readonly language: Language;
  /** Where a rule's page is, `{code}` standing for its name; a client's `initializationOptions.rulePage` goes first. Absent: nowhere known. */
  readonly rulePage?: string;
  readonly nextTurn: () => Promise<void>;
  /** For clients that do not read files for the server. */
  readonly fileSystem?: FileSystem;
}

/** Wires the server to a connection and listens. */
export function startServer(connection: Connection, ports: ServerPorts): void {
  let client: Client | undefined;
  let settings = settingsOf(undefined);
  let delivery: DiagnosticsDelivery | undefined;

  const log = (message: string): void => {
    connection.console.error(message);
  };
  const context = (): Context => ({
    catalogue: ports.catalogue,
    language: ports.language,
    rules,
    settings: settings.rules,
    locale: client?.locale ?? 'en',
    rulePage: client?.rulePage ?? ports.rulePage,
    ...(client ? { abilities: client.abilities } : {}),
    workspace: used,
    now: () => new Date(),
    onFailure: (code, error) => {
      log(`rule ${code} failed: ${describe(error)}`);
    },
  });
  const codeActionContext = (): CodeActionContext => ({
    ...context(),
    commands: client?.commands ?? new Set(),
    resolvesEdits: client?.resolvesEdits ?? false,
    versionsEdits: client?.versionsEdits ?? false,
  });
  const documents = new TextDocuments<TextDocument>(texts);
  const cache = createDocumentCache(context);
  const guard = createGuard({ log, nextTurn: ports.nextTurn });
  const diagnosticsPorts = { connection, documents, cache, context, guard };

  /** A guarded handler for requests on an open document. */
  const onDocument: OnDocument = (method, fallback, handle) =>
    guard(method, fallback, (params) => {
      const text = documents.get(params.textDocument.uri);
      return text ? handle(cache.of(text), params) : fallback;
    });

  const files = createPolicyFiles(connection, () => client, ports.fileSystem);
  const workspace = createWorkspace({ files, documents, cache, context, nextTurn: ports.nextTurn });
  const used = createWorkspaceUse({
    workspace,
    clock: () => Date.now(),
    log: (error) => {
      log(`reading the workspace failed: ${describe(error)}`);
    },
    nextTurn: ports.nextTurn,
  });
  const editor = registerEditor({
    connection,
    onDocument,
    context,
    client: () => client,
    inlayHints: () => settings.inlayHints,
  });
  registerCommands({ connection, guard, onDocument, context });
  registerWorkspace({ connection, documents, cache, context, guard, workspace });

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    client = clientOf(params);
    settings = client.settings;
    const { pullsDiagnostics: pulls, refreshesDiagnostics, resolvesEdits } = client;
    delivery = pulls ? pullDiagnostics(diagnosticsPorts, refreshesDiagnostics) : pushDiagnostics(diagnosticsPorts);
    return {
      serverInfo: { name: 'cam-policy-language-server', version: ports.version },
      capabilities: {
        textDocumentSync: TextDocumentSyncKind.Incremental,
        completionProvider: { triggerCharacters: ['"', ':', '/', '$'], resolveProvider: true },
        hoverProvider: true,
        codeActionProvider: { codeActionKinds: [...codeActionKinds], resolveProvider: resolvesEdits },
        ...editorCapabilities,
        ...workspaceCapabilities,
        ...(pulls ? { diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false } } : {}),
      },
    };
  });

  async function askSettings(): Promise<void> {
    apply(await connection.workspace.getConfiguration(section));
  }

  function apply(value: unknown): void {
    const next = settingsOf(value);
    // Most clients only repeat what the server took for granted: what it has found since holds.
    const changed = JSON.stringify(next) !== JSON.stringify(settings);
    settings = next;
    if (changed) cache.clear();
    // Also where nothing has changed: clients that start anew may not have asked yet.
    delivery?.refresh();
    if (changed) editor.refresh();
  }

  connection.onInitialized(async () => {
    if (client?.registersSettings)
      await connection.client.register(DidChangeConfigurationNotification.type, { section });
    if (client?.answersSettings) await askSettings();
  });
  connection.onDidChangeConfiguration(async ({ settings: sent }) => {
    if (client?.answersSettings) await askSettings();
    else apply(sectionIn(sent));
  });

  connection.onCompletion(
    onDocument('textDocument/completion', null, (document, { position }) => complete(document, position, context())),
  );
  connection.onCompletionResolve((item, token) =>
    guard('completionItem/resolve', item, () => resolveCompletion(item, context()))(item, token),
  );
  connection.onHover(
    onDocument('textDocument/hover', null, (document, { position }) => hover(document, position, context())),
  );
  connection.onCodeAction(
    onDocument('textDocument/codeAction', [], (document, { range, context: request }) =>
      codeActions(document, range, request, codeActionContext()),
    ),
  );
  connection.onCodeActionResolve((action, token) =>
    guard('codeAction/resolve', action, (): CodeAction | ResponseError<never> => {
      const uri = documentOf(action);
      if (uri === undefined) return action;
      const text = documents.get(uri);
      const resolved = text && resolveCodeAction(action, cache.of(text), codeActionContext());
      return resolved ?? new ResponseError<never>(LSPErrorCodes.ContentModified, 'the document has changed');
    })(action, token),
  );

  connection.onShutdown(() => delivery?.stop());
  documents.onDidClose(({ document }) => {
    cache.forget(document.uri);
    editor.forget(document.uri);
    workspace.forget(document.uri);
  });
  documents.listen(connection);
  connection.listen();
}
