/** A policy with mistakes to try the extension on. */
import { Uri, window, workspace } from 'vscode';
import { languageId } from '../../protocol/names.js';

/** The example, below the extension's folder. */
const example = ['examples', 'bad', 'trtc-restricted.cam.json'];

/** Shows the example as an untitled document: it is the person's to change. */
export async function openExample(extensionUri: Uri): Promise<void> {
  const bytes = await workspace.fs.readFile(Uri.joinPath(extensionUri, ...example));
  const content = new TextDecoder().decode(bytes);
  await window.showTextDocument(await workspace.openTextDocument({ language: languageId, content }));
}
