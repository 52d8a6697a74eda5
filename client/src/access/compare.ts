/** *Compare Access With…*: what the policy in the editor allows beside its saved text, its text in git, another file, or the clipboard. */
import { commands, env, l10n, Uri, ViewColumn, window, type TextDocument } from 'vscode';
import type { AccessComparison } from '../../../protocol/access.js';
import { pageScheme, requests } from '../../../protocol/names.js';
import { askAtCursor, tellUnanswered, type Ask } from '../ask.js';
import { fileNameOf } from '../file-name.js';
import type { ReadPage } from '../pages.js';
import { headText, savedText } from './baselines.js';

/** The folder of comparisons among all pages. */
export const comparisonPages = 'comparison';

/** What was compared last: the one page that can be looked at. */
let last: { readonly id: string; readonly markdown: string } | undefined;

/** Reads the page of the last comparison; those before it are gone. */
export const readComparisonPage: ReadPage = (_, { query }) =>
  Promise.resolve(last?.id === query ? last.markdown : undefined);

/** What is compared with, and the name of its file, which says what it is written in; that of the document where there is none. */
interface Other {
  readonly text: string;
  readonly name?: string;
  /** It is the document as it was: policies are compared with what they were. */
  readonly earlier?: true;
}

/** Asks what to compare with, unless a text is given, and tells what changes; undefined: nothing was compared. */
export async function compareAccess(
  ask: Ask,
  document: TextDocument,
  given: unknown,
): Promise<AccessComparison | undefined> {
  const other = typeof given === 'string' ? { text: given, earlier: true as const } : await chooseOther(document);
  if (other === undefined) return undefined;
  const comparison = await compareOne(ask, document, other);
  if (!comparison) return undefined;
  const details = l10n.t('Show Details');
  void window.showInformationMessage(comparison.short, details).then(async (chosen) => {
    if (chosen === details) await showPage(document, comparison);
  });
  return comparison;
}

/** Where the other text holds several policies, asks which one is meant. */
async function compareOne(
  ask: Ask,
  document: TextDocument,
  { text, name, earlier }: Other,
): Promise<AccessComparison | undefined> {
  const other = { with: text, ...(name !== undefined && { name }), ...(earlier && { earlier }) };
  const first = await askAtCursor(ask, requests.compare, document, other);
  if (!first) tellUnanswered(first);
  if (!first || earlier || first.others.length < 2) return first ?? undefined;
  const items = first.others.map((label, which) => ({ label, which }));
  const picked = await window.showQuickPick(items, { placeHolder: l10n.t('Compare with which of the policies?') });
  return (
    picked && ((await askAtCursor(ask, requests.compare, document, { ...other, which: picked.which })) ?? undefined)
  );
}

async function showPage(document: TextDocument, { markdown }: AccessComparison): Promise<void> {
  const id = `${document.uri.toString()} ${Date.now()}`;
  last = { id, markdown };
  const path = `/${comparisonPages}/${fileNameOf(document.uri)}.md`;
  await commands.executeCommand('vscode.open', Uri.from({ scheme: pageScheme, path, query: id }), {
    viewColumn: ViewColumn.Beside,
    preview: true,
  });
}

async function chooseOther(document: TextDocument): Promise<Other | undefined> {
  const [head, saved] = await Promise.all([headText(document), savedText(document.uri)]);
  const known = (label: string, text: string | undefined) =>
    text === undefined ? [] : [{ label, read: () => Promise.resolve({ text, earlier: true as const }) }];
  const items: { readonly label: string; readonly read: () => Promise<Other | undefined> }[] = [
    ...known(l10n.t('The last commit (HEAD)'), head),
    ...known(l10n.t('The saved file'), saved),
    { label: l10n.t('Another file…'), read: chooseFile },
    { label: l10n.t('The clipboard'), read: async () => ({ text: await env.clipboard.readText() }) },
  ];
  const picked = await window.showQuickPick(items, { placeHolder: l10n.t('Compare what the policy allows with…') });
  return picked?.read();
}

async function chooseFile(): Promise<Other | undefined> {
  const [file] = (await window.showOpenDialog({ canSelectMany: false })) ?? [];
  if (!file) return undefined;
  const text = await savedText(file);
  return text === undefined ? undefined : { text, name: fileNameOf(file) };
}
