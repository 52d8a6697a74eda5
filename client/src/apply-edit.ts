/** Edits that VS Code refuses where their document is no longer the one that they were made for. */
import { l10n, window, workspace, type WorkspaceEdit } from 'vscode';

/** Applies an edit, or says that nothing was done. Resolves to whether it was applied. */
export async function applyOrTell(edit: WorkspaceEdit): Promise<boolean> {
  const done = await workspace.applyEdit(edit);
  if (!done) tellRefused();
  return done;
}

/** Says that an edit was refused. */
export function tellRefused(): void {
  void window.showErrorMessage(l10n.t('The file changed at the same time; nothing was done. Try again.'));
}
