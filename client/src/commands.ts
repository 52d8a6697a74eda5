/** Commands about the server and its rules: for people, and for the server's code actions. */
import { commands, l10n, window, type Disposable } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { actionCommands, commands as names } from '../../protocol/names.js';
import type { Ask } from './ask.js';
import { createConfigurationChange } from './configuration-change.js';
import { aboutRules } from './rules.js';

async function restart(client: BaseLanguageClient): Promise<void> {
  await client.stop();
  await client.start();
  window.setStatusBarMessage(l10n.t('CAM Policy: language server restarted'), 3000);
}

/** Registers all commands; disposing of what is returned takes them away. */
export function registerCommands(client: BaseLanguageClient, ask: Ask): readonly Disposable[] {
  const change = createConfigurationChange(client, ask);
  const handlers: { readonly [command: string]: (...args: readonly unknown[]) => Promise<void> } = {
    [names.restartServer]: () => restart(client),
    [actionCommands.rules]: (rules, code, choice, value) => aboutRules(change, rules, { code, choice, value }),
  };
  return Object.entries(handlers).map(([command, handler]) => commands.registerCommand(command, handler));
}
