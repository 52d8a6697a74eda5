/** Edits that VS Code refuses where their document cannot be written, or is no longer the one that they were made for. */
import { l10n, window, workspace, type TextDocument, type WorkspaceEdit } from 'vscode';

/** Applies an edit that was made for that version of a document, or says that nothing was done. Resolves to whether it was applied. */
export async function applyOrTell(edit: WorkspaceEdit, document: TextDocument, version: number): Promise<boolean> {
  const done = document.version === version && (await workspace.applyEdit(edit));
  if (!done) tellRefused();
  return done;
}

/** Says that an edit was refused. */
export function tellRefused(): void {
  void window.showErrorMessage(
    l10n.t('Nothing was changed: the document cannot be written, or changed at the same time.'),
  );
}
