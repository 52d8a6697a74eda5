/** Changes the configuration that holds for a document, says where, and takes it back if the person wants that. */
import type { Uri } from 'vscode';
import { l10n, Range, window, workspace, WorkspaceEdit, type TextDocument } from 'vscode';
import type { ConfigurationChange } from '../../protocol/answers.js';
import { requests, section } from '../../protocol/names.js';
import { applyOrTell, tellRefused } from './apply-edit.js';
import { tellUnanswered, type Ask } from './ask.js';
import type { Server } from './server.js';

/** Makes a change for the document at an address. Resolves when the file is written. */
export type ChangeConfiguration = (document: string, change: ConfigurationChange) => Promise<void>;

/**
 * How long to wait before a change is made anew, in milliseconds, where the file changed between the answer and the edit: somebody types in it, or it was
 * just written, and VS Code has yet to tell its extensions.
 */
const waits = [50, 100, 200, 400, 800];

export const createConfigurationChange =
  (server: Server, ask: Ask): ChangeConfiguration =>
  async (document, change) => {
    if (await makeChange(server, ask, document, change)) return;
    for (const wait of waits) {
      await new Promise((resolve) => setTimeout(resolve, wait));
      if (await makeChange(server, ask, document, change)) return;
    }
    tellRefused();
  };

/** Whether it is over: made, or hindered by what the person has been told. False: VS Code refused the edit, since the file is no longer the one that the server answered for. */
async function makeChange(server: Server, ask: Ask, document: string, change: ConfigurationChange): Promise<boolean> {
  const answer = await ask(requests.changeConfiguration, undefined, { textDocument: { uri: document }, change });
  if (!answer) {
    tellUnanswered(answer, l10n.t('Nothing was changed: no configuration belongs to this document.'));
    return true;
  }
  const { protocol2CodeConverter } = await server.running();
  const uri = protocol2CodeConverter.asUri(answer.uri);
  const edit = await protocol2CodeConverter.asWorkspaceEdit(answer.edit);
  if (!edit) {
    void tellOfMistakes(uri);
    return true;
  }
  const before = answer.isNew ? undefined : await workspace.openTextDocument(uri);
  const text = before?.getText();
  const isDirty = before?.isDirty === true;
  if (!(await workspace.applyEdit(edit))) return false;
  const file = await workspace.openTextDocument(uri);
  // What the person has not saved yet is theirs to save.
  if (!isDirty) await file.save();
  void tell(file, change, text);
  return true;
}

async function tellOfMistakes(uri: Uri): Promise<void> {
  const open = l10n.t('Open');
  const message = l10n.t('{0} has mistakes that are in the way; nothing was changed.', nameOf(uri));
  if ((await window.showErrorMessage(message, open)) === open) await window.showTextDocument(uri);
}

const nameOf = (uri: Uri): string => workspace.asRelativePath(uri);

async function tell(file: TextDocument, change: ConfigurationChange, before: string | undefined): Promise<void> {
  const after = file.getText();
  const [undo, open] = [l10n.t('Undo'), l10n.t('Open')];
  const chosen = await window.showInformationMessage(messageOf(file.uri, change), undo, open);
  if (chosen === open) await window.showTextDocument(file);
  if (chosen !== undo) return;
  if (file.getText() === after) await takeBack(file, before);
  else void window.showWarningMessage(l10n.t('{0} was changed since then; nothing was taken back.', nameOf(file.uri)));
}

function messageOf(uri: Uri, change: ConfigurationChange): string {
  const { rule } = change;
  if (change.kind === 'suppress') return l10n.t('{0} is suppressed here by {1}.', rule, nameOf(uri));
  const own = new Map(Object.entries(workspace.getConfiguration(section).get<object>('rules') ?? {})).get(
    rule,
  ) as unknown;
  return typeof own === 'string'
    ? l10n.t(
        '{0} now says “{1}” for {2}; your own setting camPolicy.rules says “{3}” and goes before it.',
        nameOf(uri),
        change.level,
        rule,
        own,
      )
    : l10n.t('The level of {0} is now “{1}” in {2}.', rule, change.level, nameOf(uri));
}

async function takeBack(file: TextDocument, before: string | undefined): Promise<void> {
  const edit = new WorkspaceEdit();
  if (before === undefined) edit.deleteFile(file.uri, { ignoreIfNotExists: true });
  else edit.replace(file.uri, new Range(file.positionAt(0), file.positionAt(file.getText().length)), before);
  if (!(await applyOrTell(edit, file, file.version))) return;
  if (before !== undefined) await file.save();
}
