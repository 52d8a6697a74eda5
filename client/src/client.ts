/** The VS Code side: registers what people see and use, and has the server started. Knows nothing of how the server runs. */
import { commands, l10n, window, type ExtensionContext } from 'vscode';
import { contextKeys } from '../../protocol/names.js';
import { registerAccessCommands } from './access/commands.js';
import { comparisonPages, readComparisonPage } from './access/compare.js';
import { showEditLens } from './access/edit-lens.js';
import { accessPages, readAccessPage } from './access/page.js';
import { showAccessView } from './access/view.js';
import { createAsk } from './ask.js';
import { clientOptions } from './client-options.js';
import { registerCommands } from './commands.js';
import { registerHelpCommands } from './help-commands.js';
import { registerLiteralCommands } from './literals.js';
import { servePages } from './pages.js';
import { watchPlainJson } from './plain-json.js';
import { registerPolicyCommands } from './policy-commands.js';
import { servePolicyFiles } from './policy-files.js';
import { createPreview } from './preview.js';
import { readRulePage, rulePages } from './rule-page.js';
import { startServer, type Platform, type Server } from './server.js';
import { readSourcesPage, sourcesPages } from './sources-page.js';
import { serveTests } from './testing/explorer.js';
import { showStatus } from './status-items.js';

export type Running = Pick<Server, 'running' | 'stop'>;

/** Registers everything and has the server started; waits for nothing. */
export function startExtension(context: ExtensionContext, platform: Platform): Running {
  const log = window.createOutputChannel(l10n.t('CAM Policy'), { log: true });
  const server = startServer(platform, clientOptions(log), servePolicyFiles);
  const ask = createAsk(server);
  const preview = createPreview(ask);
  context.subscriptions.push(
    log,
    preview.end,
    servePages({
      [rulePages]: readRulePage(context.extensionUri),
      [accessPages]: readAccessPage(ask),
      [comparisonPages]: readComparisonPage,
      [sourcesPages]: readSourcesPage(ask),
    }),
    ...registerCommands(server, ask),
    ...registerPolicyCommands(server, ask, preview),
    ...registerLiteralCommands(ask),
    watchPlainJson(ask, context.workspaceState),
    ...registerAccessCommands(server, ask),
    registerHelpCommands(context, log, server, ask),
    showStatus(server, ask),
    showAccessView(ask),
    showEditLens(ask),
    serveTests(log, ask),
  );
  // The view stands in the explorer from the first policy on.
  void commands.executeCommand('setContext', contextKeys.active, true);
  return server;
}
