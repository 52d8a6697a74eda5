/** The VS Code side: registers what people see and use, and has the server started. Knows nothing of how the server runs. */
import { commands, l10n, window, type Disposable, type ExtensionContext } from 'vscode';
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
import { createServer, type Platform, type Server } from './server.js';
import { readSourcesPage, sourcesPages } from './sources-page.js';
import { serveTests } from './testing/explorer.js';
import { showStatus } from './status-items.js';
import { wakeWhenNeeded } from './wake.js';
import { showWalkthroughOnce } from './walkthrough.js';

export type Running = Pick<Server, 'running' | 'state' | 'stop'>;

/** Registers everything; the server starts when it is needed. Waits for nothing. */
export function startExtension(context: ExtensionContext, platform: Platform): Running {
  const log = window.createOutputChannel(l10n.t('CAM Policy'), { log: true });
  const server = createServer(platform, clientOptions(log), servePolicyFiles);
  const ask = createAsk(server);
  context.subscriptions.push(
    // What would show in the windows of people who have no policy comes with the server.
    onceAwake(server, () => {
      // The view stands in the explorer from the first policy on.
      void commands.executeCommand('setContext', contextKeys.active, true);
      context.subscriptions.push(serveTests(log, ask));
    }),
    // First of all: the server starts while the rest is registered.
    wakeWhenNeeded(server),
  );
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
    showWalkthroughOnce(context, server),
  );
  return server;
}

/** Calls `then` when the server is first started. */
function onceAwake({ state, onDidChangeState }: Server, then: () => void): Disposable {
  const listening = onDidChangeState(() => {
    if (state() === 'asleep') return;
    listening.dispose();
    then();
  });
  return listening;
}
