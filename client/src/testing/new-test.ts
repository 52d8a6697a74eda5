/** *New Policy Test*: a file of tests for the policy in the editor, beside it and not saved yet. */
import { l10n, Uri, window, workspace, WorkspaceEdit, type TextDocument } from 'vscode';
import { requests, testEnding } from '../../../protocol/names.js';
import { askAtCursor, tellUnanswered, type Ask } from '../ask.js';
import { tellRefused } from '../apply-edit.js';
import { firstFree } from '../open-empty.js';

export async function newPolicyTest(ask: Ask, document: TextDocument): Promise<void> {
  const made = await askAtCursor(ask, requests.newTests, document);
  if (!made) {
    tellUnanswered(made, l10n.t('There is nothing to test yet: the policy allows and denies nothing.'));
    return;
  }
  const file = await freeName(document, made.name);
  if (!file) {
    await window.showTextDocument(await workspace.openTextDocument({ language: 'jsonc', content: made.text }));
    return;
  }
  const opened = await workspace.openTextDocument(file);
  const edit = new WorkspaceEdit();
  edit.insert(file, opened.positionAt(0), made.text);
  if (!(await workspace.applyEdit(edit))) tellRefused();
  await window.showTextDocument(opened);
}

/** The first name that is free; undefined: the policy lies on no disk, or no name is free. */
async function freeName({ uri }: TextDocument, name: string): Promise<Uri | undefined> {
  if (uri.scheme !== 'file' && uri.scheme !== 'vscode-remote' && uri.scheme !== 'untitled') return undefined;
  const folder = Uri.joinPath(uri, '..');
  const scheme = uri.scheme === 'untitled' ? 'file' : uri.scheme;
  const file = await firstFree((number) =>
    Uri.joinPath(folder, name.replace(testEnding, number + testEnding)).with({ scheme }),
  );
  return file?.with({ scheme: 'untitled' });
}
