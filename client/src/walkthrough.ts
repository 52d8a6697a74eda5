/** The walkthrough: on command, and once after the installation. */
import { commands, Disposable, window, workspace, type Extension, type ExtensionContext } from 'vscode';
import { walkthrough } from '../../protocol/names.js';
import type { Server } from './server.js';
import { isForServer } from './wake.js';

/** Where it is kept that the walkthrough has been shown. */
const shown = 'camPolicy.walkthroughShown';

/** Within this many ms the walkthrough is on the screen. */
const soon = 3000;

/** Opens the walkthrough in front, at the first step that is left. */
export const openWalkthrough = ({ id }: Extension<unknown>): Thenable<unknown> => open(`${id}#${walkthrough}`, false);

const open = (what: string | { readonly category: string; readonly step: string }, beside: boolean) =>
  commands.executeCommand('workbench.action.openWalkthrough', what, beside);

/**
 * Opens the walkthrough beside the first policy, at what is wrong with it, when the server has started, unless it has been shown before or VS Code's setting forbids it.
 * VS Code itself opens walkthroughs only of extensions that are installed in its window, and only once its Welcome page has been used there.
 */
export function showWalkthroughOnce({ extension, globalState }: ExtensionContext, server: Server): Disposable {
  globalState.setKeysForSync([shown]);
  const settings = workspace.getConfiguration('workbench.welcomePage.walkthroughs');
  if (settings.get<boolean>('openOnInstall') !== true || globalState.get(shown) === true) return Disposable.from();
  if (isPageOfWelcome(extension)) {
    void globalState.update(shown, true);
    return Disposable.from();
  }
  const show = async (): Promise<void> => {
    await server.running();
    await globalState.update(shown, true);
    keepFocus();
    // The step before is to open a policy.
    await open({ category: `${extension.id}#${walkthrough}`, step: 'finding' }, true);
  };
  const look = (): void => {
    const document = window.activeTextEditor?.document;
    if (document === undefined || !isForServer(document)) return;
    listening.dispose();
    // The client itself shows that the server cannot start.
    show().catch(() => undefined);
  };
  const listening = window.onDidChangeActiveTextEditor(look);
  look();
  return listening;
}

/** Whether VS Code shows the walkthrough, which then has activated the extension, or the Welcome page, which names it. Of such pages the API tells no more than the title. */
function isPageOfWelcome({ packageJSON }: Extension<unknown>): boolean {
  const tab = window.tabGroups.activeTabGroup.activeTab;
  const { displayName } = packageJSON as { readonly displayName: string };
  return tab !== undefined && tab.input === undefined && !tab.label.includes(displayName);
}

/** Gives the focus back to the active editor of text when something else takes it soon: the walkthrough does, even where it should not. */
function keepFocus(): void {
  const editor = window.activeTextEditor;
  const listening = window.onDidChangeActiveTextEditor((now) => {
    listening.dispose();
    if (now === undefined && editor !== undefined) void window.showTextDocument(editor.document, editor.viewColumn);
  });
  setTimeout(() => {
    listening.dispose();
  }, soon);
}
