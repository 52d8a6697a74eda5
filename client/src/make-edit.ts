/** Makes the edits of commands, and tells the person where VS Code does not make them. */
import { l10n, window, workspace, type TextDocument, type WorkspaceEdit } from 'vscode';

/** Makes an edit that is meant for that version of a document. False: it was not made, which the person has been told. */
export async function makeEdit(document: TextDocument, version: number, edit: WorkspaceEdit): Promise<boolean> {
  const isMade = document.version === version && (await workspace.applyEdit(edit));
  if (!isMade) tellRefused();
  return isMade;
}

/** Tells the person that VS Code made no edit. */
export function tellRefused(): void {
  void window.showWarningMessage(
    l10n.t('Nothing was changed: the document cannot be written, or changed at the same time.'),
  );
}
