/** *Keep Only Used Actions…*: narrows the policy in the editor to what a list of actions or a log of CloudAudit says is used. */
import { env, l10n, window, type TextDocument } from 'vscode';
import { requests } from '../../../protocol/names.js';
import { applyOrTell } from '../apply-edit.js';
import { askAtCursor, tellUnanswered, type Ask } from '../ask.js';
import type { Server } from '../server.js';
import { savedText } from './baselines.js';

/** Asks where the uses are, unless they are given as a text, and narrows; resolves to whether the policy was changed. */
export async function keepUsed(server: Server, ask: Ask, document: TextDocument, given: unknown): Promise<boolean> {
  const used = typeof given === 'string' ? given : await chooseUses();
  if (used === undefined) return false;
  const { version } = document;
  const answer = await askAtCursor(ask, requests.leastPrivilege, document, { used });
  if (!answer) {
    tellUnanswered(answer);
    return false;
  }
  const edit = answer.edit && (await (await server.running()).protocol2CodeConverter.asWorkspaceEdit(answer.edit));
  if (!edit) {
    void window.showWarningMessage(answer.text);
    return false;
  }
  const done = await applyOrTell(edit, document, version);
  if (done) void window.showInformationMessage(answer.text);
  return done;
}

async function chooseUses(): Promise<string | undefined> {
  const [file, clipboard] = [l10n.t('A file with one action a line, or a log of CloudAudit…'), l10n.t('The clipboard')];
  const question = l10n.t('Where are the actions that are used?');
  const picked = await window.showQuickPick([file, clipboard], { placeHolder: question });
  if (picked === clipboard) return env.clipboard.readText();
  const [chosen] =
    picked === file ? ((await window.showOpenDialog({ canSelectMany: false, title: question })) ?? []) : [];
  return chosen && savedText(chosen);
}
