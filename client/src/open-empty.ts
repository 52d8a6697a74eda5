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
  const file = await firstFree((number) => Uri.joinPath(folder.uri, `policy${number}${policyEnding}`));
  if (!file) return undefined;
  try {
    return await workspace.openTextDocument(file.with({ scheme: 'untitled' }));
  } catch {
    return undefined;
  }
}

/** The first file of its kind that is free; `named` is told what stands behind the name: nothing, then `-2`, `-3` and so on. */
export async function firstFree(named: (number: string) => Uri): Promise<Uri | undefined> {
  for (let count = 1; count <= maxNames; count++) {
    const file = named(count === 1 ? '' : `-${count}`);
    if (await isFree(file)) return file;
  }
  return undefined;
}

/** Whether no file and no open document has the path. */
async function isFree(file: Uri): Promise<boolean> {
  if (workspace.textDocuments.some(({ uri }) => uri.path === file.path)) return false;
  return Promise.resolve(workspace.fs.stat(file)).then(
    () => false,
    () => true,
  );
}
