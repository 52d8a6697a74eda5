/** The server: capabilities, documents, settings, and one line per request. */
import {
  CodeActionKind,
  DidChangeConfigurationNotification,
  TextDocuments,
  TextDocumentSyncKind,
  type Connection,
  type InitializeParams,
  type InitializeResult,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Catalogue } from '../core/catalogue/catalogue.js';
import type { Language } from '../core/catalogue/language.js';
import { rules } from '../core/lint/rules/index.js';
import { localeOf, type Locale } from '../core/text.js';
import { codeActions } from '../features/code-actions.js';
import { complete, resolveCompletion } from '../features/completion/index.js';
import type { Context, PolicyDocument } from '../features/document.js';
import { hover } from '../features/hover/index.js';
import { pullDiagnostics, pushDiagnostics, type DiagnosticsDelivery } from './diagnostics.js';
import { createDocumentCache } from './documents.js';
import { createGuard, describe } from './guard.js';
import { section, sectionIn, settingsOf } from './settings.js';

/** What an entry brings from its platform. */
export interface ServerPorts {
  readonly version: string;
  readonly catalogue: Catalogue;
  readonly language: Language;
  /** Where a rule's page is, `{code}` standing for its name; a client's `initializationOptions.rulePage` goes first. */
  readonly rulePage: string;
  readonly nextTurn: () => Promise<void>;
}

/** Wires the server to a connection and listens. */
export function startServer(connection: Connection, ports: ServerPorts): void {
  let locale: Locale = 'en';
  let settings = settingsOf(undefined);
  let rulePage = ports.rulePage;
  let canAskSettings = false;
  let delivery: DiagnosticsDelivery | undefined;

  const log = (message: string): void => {
    connection.console.error(message);
  };
  const context = (): Context => ({
    catalogue: ports.catalogue,
    language: ports.language,
    rules,
    settings: settings.rules,
    locale,
    rulePage,
    onFailure: (code, error) => {
      log(`rule ${code} failed: ${describe(error)}`);
    },
  });
  const documents = new TextDocuments(TextDocument);
  const cache = createDocumentCache(context);
  const guard = createGuard({ log, nextTurn: ports.nextTurn });
  const diagnosticsPorts = { connection, documents, cache, context, guard };

  /** A guarded handler for requests on an open document. */
  const onDocument = <Params extends { readonly textDocument: { readonly uri: string } }, Result>(
    method: string,
    fallback: Result,
    handle: (document: PolicyDocument, params: Params) => Result,
  ) =>
    guard(method, fallback, (params: Params): Result => {
      const text = documents.get(params.textDocument.uri);
      return text ? handle(cache.of(text), params) : fallback;
    });

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    const { capabilities } = params;
    const initializationOptions: unknown = params.initializationOptions;
    const options = (initializationOptions ?? {}) as { readonly rulePage?: unknown; readonly settings?: unknown };
    locale = localeOf(params.locale);
    if (typeof options.rulePage === 'string') rulePage = options.rulePage;
    settings = settingsOf(options.settings);
    canAskSettings = capabilities.workspace?.configuration === true;
    const pulls = capabilities.textDocument?.diagnostic !== undefined;
    delivery = pulls ? pullDiagnostics(diagnosticsPorts) : pushDiagnostics(diagnosticsPorts);
    return {
      serverInfo: { name: 'cam-policy-language-server', version: ports.version },
      capabilities: {
        textDocumentSync: TextDocumentSyncKind.Incremental,
        completionProvider: { triggerCharacters: ['"', ':', '/'], resolveProvider: true },
        hoverProvider: true,
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
        ...(pulls ? { diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false } } : {}),
      },
    };
  });

  async function askSettings(): Promise<void> {
    apply(await connection.workspace.getConfiguration(section));
  }

  function apply(value: unknown): void {
    settings = settingsOf(value);
    cache.clear();
    delivery?.refresh();
  }

  connection.onInitialized(async () => {
    if (!canAskSettings) return;
    await connection.client.register(DidChangeConfigurationNotification.type, { section }).catch(() => undefined);
    await askSettings();
  });
  connection.onDidChangeConfiguration(async ({ settings: sent }) => {
    if (canAskSettings) await askSettings();
    else apply(sectionIn(sent));
  });

  connection.onCompletion(
    onDocument('textDocument/completion', [], (document, { position }) => complete(document, position, context())),
  );
  connection.onCompletionResolve((item, token) =>
    guard('completionItem/resolve', item, () => resolveCompletion(item, context()))(item, token),
  );
  connection.onHover(
    onDocument('textDocument/hover', null, (document, { position }) => hover(document, position, context())),
  );
  connection.onCodeAction(
    onDocument('textDocument/codeAction', [], (document, { range, context: request }) =>
      codeActions(document, range, request, context()),
    ),
  );

  documents.onDidClose(({ document }) => {
    cache.forget(document.uri);
  });
  documents.listen(connection);
  connection.listen();
}
