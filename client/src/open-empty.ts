/** An untitled policy to write into. */
import { Uri, window, workspace, type TextDocument, type TextEditor } from 'vscode';
import { languageId, policyEnding } from '../../protocol/names.js';

/** The most names that are tried. */
const maxNames = 100;

/**
 * Shows an empty, unsaved policy. In a folder on a disk it has a name already, the first of `policy.cam.json`, `policy-2.cam.json` … that is free: it is saved
 * under that name, and so it stays a policy. Elsewhere VS Code asks for the name.
 */
export async function openEmpty(): Promise<TextEditor> {
  return window.showTextDocument((await openNamed()) ?? (await workspace.openTextDocument({ language: languageId })));
}

/** Undefined: there is no folder on a disk to save to, or no name is free. */
async function openNamed(): Promise<TextDocument | undefined> {
  const folder = workspace.workspaceFolders?.[0];
  // On other file systems VS Code may take the path for one on the disk.
  if (folder?.uri.scheme !== 'file') return undefined;
  for (let count = 1; count <= maxNames; count++) {
    const file = Uri.joinPath(folder.uri, `policy${count === 1 ? '' : `-${count}`}${policyEnding}`);
    if (!(await isFree(file))) continue;
    try {
      return await workspace.openTextDocument(file.with({ scheme: 'untitled' }));
    } catch {
      return undefined;
    }
  }
  return undefined;
}

/** Whether no file and no open document has the path. */
export async function isFree(file: Uri): Promise<boolean> {
  if (workspace.textDocuments.some(({ uri }) => uri.path === file.path)) return false;
  return Promise.resolve(workspace.fs.stat(file)).then(
    () => false,
    () => true,
  );
}
