/** The walkthrough: on command, and once after the installation. */
import { commands, Disposable, window, workspace, type Extension, type ExtensionContext } from 'vscode';
import { walkthrough } from '../../protocol/names.js';
import type { Server } from './server.js';
import { isForServer } from './wake.js';

/** Where it is kept that the walkthrough has been shown. */
const shown = 'camPolicy.walkthroughShown';

const open = 'workbench.action.openWalkthrough';

/** How long after it has activated the extension a page of VS Code's may come to be the active tab, in ms. */
const settling = 2000;

/** What VS Code calls the walkthrough. */
const categoryOf = ({ id }: Extension<unknown>): string => `${id}#${walkthrough}`;

/** Opens the walkthrough in front, at the first step that is left. */
export const openWalkthrough = (extension: Extension<unknown>): Thenable<unknown> =>
  commands.executeCommand(open, categoryOf(extension), false);

/**
 * Opens the walkthrough in a tab behind the first policy, at what is wrong with it, unless it has been shown before or VS Code's setting forbids it: the person goes on typing.
 * VS Code itself opens walkthroughs, in the same way, only of extensions that are installed in its window, and only once its Welcome page has been used there.
 */
export function showWalkthroughOnce({ extension, globalState }: ExtensionContext, server: Server): Disposable {
  globalState.setKeysForSync([shown]);
  const settings = workspace.getConfiguration('workbench.welcomePage.walkthroughs');
  if (settings.get<boolean>('openOnInstall') !== true || globalState.get(shown) === true) return Disposable.from();
  const show = async (): Promise<void> => {
    await server.running();
    await globalState.update(shown, true);
    // It comes in place of an editor that is only looked at.
    await commands.executeCommand('workbench.action.keepEditor');
    // The step before is to open a policy.
    const step = { category: categoryOf(extension), step: 'finding' };
    await commands.executeCommand(open, step, { inactive: true });
  };
  const look = (): void => {
    const document = window.activeTextEditor?.document;
    if (document === undefined || !isForServer(document)) return;
    listening.dispose();
    // The client itself shows that the server cannot start.
    show().catch(() => undefined);
  };
  const lookAtTab = (): void => {
    if (!isPageOfWelcome(extension)) return;
    listening.dispose();
    void globalState.update(shown, true);
  };
  const tabs = window.tabGroups.onDidChangeTabs(lookAtTab);
  const listening = Disposable.from(window.onDidChangeActiveTextEditor(look), tabs);
  // Later such a page is another one, and has not activated the extension.
  setTimeout(() => void tabs.dispose(), settling);
  lookAtTab();
  look();
  return listening;
}

/** Whether VS Code shows the walkthrough, which then has activated the extension, or the Welcome page, which names it. Of such pages the API tells no more than the title. */
function isPageOfWelcome({ packageJSON }: Extension<unknown>): boolean {
  const tab = window.tabGroups.activeTabGroup.activeTab;
  const { displayName } = packageJSON as { readonly displayName: string };
  return tab !== undefined && tab.input === undefined && !tab.label.includes(displayName);
}
