/** The VS Code side: starts the language client and its commands. Knows nothing of how the server runs. */
import { commands, type ExtensionContext } from 'vscode';
import { vsdiag, type BaseLanguageClient, type LanguageClientOptions } from 'vscode-languageclient';
import { actionCommands, commands as names, contextKeys, languageId } from '../../protocol/names.js';
import { registerAccessCommands } from './access/commands.js';
import { accessPages, readAccessPage } from './access/page.js';
import { showAccessView } from './access/view.js';
import { createAsk } from './ask.js';
import { registerCommands } from './commands.js';
import { registerLiteralCommands } from './literals.js';
import { servePages } from './pages.js';
import { registerPolicyCommands } from './policy-commands.js';
import { servePolicyFiles } from './policy-files.js';
import { createPreview, previewScheme } from './preview.js';
import { readRulePage, rulePage, rulePages } from './rule-page.js';
import { readSourcesPage, sourcesPages } from './sources-page.js';
import { serveTests } from './testing/explorer.js';
import { showStatus } from './status-item.js';

/** Makes a client for the platform: a Node process on the desktop, a worker in the browser. */
export type NewLanguageClient = (id: string, name: string, options: LanguageClientOptions) => BaseLanguageClient;

/** Starts the client; resolves when the server answers. The returned function stops it. */
export async function startClient(
  context: ExtensionContext,
  newLanguageClient: NewLanguageClient,
): Promise<() => Promise<void>> {
  const options: LanguageClientOptions = {
    documentSelector: [{ language: languageId }],
    initializationOptions: {
      rulePage: rulePage('{code}'),
      // The last one is VS Code's own: it asks for what may follow a completion in the same string.
      commands: [...Object.values(actionCommands), names.explain, names.showSources, 'editor.action.triggerSuggest'],
      readsFiles: true,
      knowsSchemas: true,
    },
    middleware: {
      // No diagnostics in generated previews.
      provideDiagnostics: (document, previous, token, next) =>
        ('uri' in document ? document.uri : document).scheme === previewScheme
          ? { kind: vsdiag.DocumentDiagnosticReportKind.full, items: [] }
          : next(document, previous, token),
    },
    // Hovers contain text of the document: it must not run a command, but for the one that shows sources, or contain HTML.
    markdown: { isTrusted: { enabledCommands: [names.showSources] }, supportHtml: false },
  };
  const client = newLanguageClient(languageId, 'CAM Policy', options);
  const ask = createAsk(client);
  const preview = createPreview(ask);
  context.subscriptions.push(
    preview.end,
    servePages({
      [rulePages]: readRulePage(context.extensionUri),
      [accessPages]: readAccessPage(ask),
      [sourcesPages]: readSourcesPage(ask),
    }),
    ...registerCommands(client, ask),
    ...registerPolicyCommands(client, ask, preview),
    ...registerLiteralCommands(client, ask),
    ...registerAccessCommands(ask),
    ...servePolicyFiles(client),
  );
  await client.start();
  context.subscriptions.push(showStatus(ask), showAccessView(ask), serveTests(client, ask));
  // The view stands in the explorer from the first policy on.
  await commands.executeCommand('setContext', contextKeys.active, true);
  return () => client.stop();
}
