/** *Compare Access With…*: what the policy in the editor allows beside its saved text, its text in git, or another file. */
import { extensions, l10n, Uri, window, workspace, type TextDocument } from 'vscode';
import type { AccessComparison } from '../../../protocol/access.js';
import { requests } from '../../../protocol/names.js';
import type { Ask } from '../ask.js';

/** What is used of VS Code's git extension. */
interface GitExtension {
  getAPI(version: 1): {
    getRepository(uri: Uri): { show(revision: string, path: string): Promise<string> } | null;
  };
}

/** The text of the file in git's HEAD; undefined where there is none. */
async function headText({ uri }: TextDocument): Promise<string | undefined> {
  try {
    const git = await extensions.getExtension<GitExtension>('vscode.git')?.activate();
    return await git?.getAPI(1).getRepository(uri)?.show('HEAD', uri.fsPath);
  } catch {
    return undefined;
  }
}

/** The text of a file as it is saved; undefined where it cannot be read. */
const savedText = (uri: Uri): Promise<string | undefined> =>
  Promise.resolve(workspace.fs.readFile(uri)).then(
    (bytes) => new TextDecoder().decode(bytes),
    () => undefined,
  );

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
