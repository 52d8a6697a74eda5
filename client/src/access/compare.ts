/** *Compare Access With…*: what the policy in the editor allows beside its saved text, its text in git, or another file. */
import { l10n, window, workspace, type TextDocument } from 'vscode';
import type { AccessComparison } from '../../../protocol/access.js';
import { requests } from '../../../protocol/names.js';
import type { Ask } from '../ask.js';
import { headText, savedText } from './baselines.js';

/** Asks what to compare with, unless a text is given, and tells what changes; undefined: nothing was compared. */
export async function compareAccess(
  ask: Ask,
  document: TextDocument,
  given: unknown,
): Promise<AccessComparison | undefined> {
  const other = typeof given === 'string' ? given : await chooseText(document);
  if (other === undefined) return undefined;
  const comparison = await ask(requests.compare, document, { with: other });
  if (!comparison) return undefined;
  const details = l10n.t('Show Details');
  void window.showInformationMessage(comparison.short, details).then(async (chosen) => {
    if (chosen !== details) return;
    const page = await workspace.openTextDocument({ language: 'markdown', content: comparison.markdown });
    await window.showTextDocument(page, { preview: true });
  });
  return comparison;
}

async function chooseText(document: TextDocument): Promise<string | undefined> {
  const [head, saved] = await Promise.all([headText(document), savedText(document.uri)]);
  const items = [
    ...(head === undefined ? [] : [{ label: l10n.t('The last commit (HEAD)'), text: head }]),
    ...(saved === undefined ? [] : [{ label: l10n.t('The saved file'), text: saved }]),
    { label: l10n.t('Another file…'), text: undefined },
  ];
  const picked = await window.showQuickPick(items, { placeHolder: l10n.t('Compare what the policy allows with…') });
  if (!picked || picked.text !== undefined) return picked?.text;
  const [file] = (await window.showOpenDialog({ canSelectMany: false })) ?? [];
  return file && savedText(file);
}
