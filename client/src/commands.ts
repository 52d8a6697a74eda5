/** Commands about the server and its rules: for people, and for the server's code actions. */
import { commands, l10n, window, type Disposable } from 'vscode';
import { actionCommands, commands as names } from '../../protocol/names.js';
import type { Ask } from './ask.js';
import { createConfigurationChange } from './configuration-change.js';
import { aboutRules } from './rules.js';
import type { Server } from './server.js';

async function restart(server: Server): Promise<void> {
  await server.restart();
  window.setStatusBarMessage(l10n.t('CAM Policy: language server restarted'), 3000);
}

/** Registers all commands; disposing of what is returned takes them away. */
export function registerCommands(server: Server, ask: Ask): readonly Disposable[] {
  const change = createConfigurationChange(server, ask);
  const handlers: { readonly [command: string]: (...args: readonly unknown[]) => Promise<void> } = {
    [names.restartServer]: () => restart(server),
    [actionCommands.rules]: (rules, code, choice, value) => aboutRules(change, rules, { code, choice, value }),
  };
  return Object.entries(handlers).map(([command, handler]) => commands.registerCommand(command, handler));
}
