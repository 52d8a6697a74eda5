/** Commands about the server and its rules: for people, and for the server's code actions. */
import { commands, ConfigurationTarget, l10n, Uri, window, workspace, type Disposable } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { actionCommands, commands as names, section } from '../../protocol/names.js';

/** Sets a rule's severity in the workspace, or, where no folder is open, for the person. Other rules keep what they are set to. */
async function setRuleSeverity(code: string, severity: string): Promise<void> {
  const settings = workspace.getConfiguration(section);
  const [target, current] = workspace.workspaceFolders
    ? [ConfigurationTarget.Workspace, settings.inspect<object>('rules')?.workspaceValue]
    : [ConfigurationTarget.Global, settings.inspect<object>('rules')?.globalValue];
  await settings.update('rules', { ...current, [code]: severity }, target);
}

/** Shows the bundled page of a rule, rendered if VS Code's Markdown preview is available. */
async function showRulePage(extensionUri: Uri, code: string): Promise<void> {
  const page = Uri.joinPath(extensionUri, 'docs', 'rules', `${code}.md`);
  const known = await commands.getCommands(true);
  await commands.executeCommand(known.includes('markdown.showPreview') ? 'markdown.showPreview' : 'vscode.open', page);
}

async function restart(client: BaseLanguageClient): Promise<void> {
  await client.stop();
  await client.start();
  window.setStatusBarMessage(l10n.t('CAM Policy: language server restarted'), 3000);
}

/** Registers all commands; disposing of what is returned takes them away. */
export function registerCommands(extensionUri: Uri, client: BaseLanguageClient): readonly Disposable[] {
  const handlers = {
    [names.restartServer]: () => restart(client),
    [actionCommands.setRuleSeverity]: (code = '', severity = '') => setRuleSeverity(code, severity),
    [actionCommands.showRulePage]: (code = '') => showRulePage(extensionUri, code),
  } satisfies { readonly [command: string]: (...args: string[]) => Promise<void> };
  return Object.entries(handlers).map(([command, handler]) => commands.registerCommand(command, handler));
}
