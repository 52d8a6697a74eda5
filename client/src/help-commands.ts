/** The commands that help with the extension itself: its log, its settings, the walkthrough and its example, and a report of a problem. */
import { commands, Disposable, type ExtensionContext, type LogOutputChannel } from 'vscode';
import { commands as names } from '../../protocol/names.js';
import type { Ask } from './ask.js';
import { openExample } from './open-example.js';
import { reportProblem } from './problem-report.js';
import type { Server } from './server.js';
import { openWalkthrough } from './walkthrough.js';

/** Registers the commands; disposing of what is returned takes them away. */
export function registerHelpCommands(
  { extension, extensionUri }: ExtensionContext,
  log: LogOutputChannel,
  server: Server,
  ask: Ask,
): Disposable {
  const handlers: { readonly [command: string]: () => unknown } = {
    [names.showLog]: () => {
      log.show();
    },
    [names.openSettings]: () => commands.executeCommand('workbench.action.openSettings', `@ext:${extension.id}`),
    [names.openWalkthrough]: () => openWalkthrough(extension),
    [names.openExample]: () => openExample(extensionUri),
    [names.reportProblem]: () => reportProblem(extension, server, ask),
  };
  return Disposable.from(...Object.entries(handlers).map(([name, handler]) => commands.registerCommand(name, handler)));
}
