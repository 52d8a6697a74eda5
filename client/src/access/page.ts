/** *Explain This Policy*: what a policy allows, as a page. */
import { commands, TabInputCustom, Uri, ViewColumn, window, workspace, type TextDocument } from 'vscode';
import { pageScheme, requests } from '../../../protocol/names.js';
import { fileNameOf } from '../file-name.js';
import { atCursor, tellUnanswered, type Ask, type Which } from '../ask.js';
import type { ReadPage } from '../pages.js';

/** The folder of the explanations among all pages. */
export const accessPages = 'access';

/** The address of the explanation of a document; it holds the document's own. */
function pageOf(document: TextDocument, which: Which): Uri {
  const name = fileNameOf(document.uri);
  return Uri.from({
    scheme: pageScheme,
    path: `/${accessPages}/${name}.md`,
    query: JSON.stringify({ uri: document.uri.toString(), which }),
  });
}

interface Explained {
  readonly document: TextDocument;
  readonly which: Which;
}

async function explainedBy(page: Uri): Promise<Explained> {
  const { uri, which } = JSON.parse(page.query) as { readonly uri: string; readonly which: Which };
  return { document: await workspace.openTextDocument(Uri.parse(uri)), which };
}

/** From the page in front back to the policy that it explains; undefined: no such page is in front. */
export async function backFromPage(): Promise<Explained | undefined> {
  const input = window.tabGroups.activeTabGroup.activeTab?.input;
  if (!(input instanceof TabInputCustom) || input.uri.scheme !== pageScheme) return undefined;
  if (!input.uri.path.startsWith(`/${accessPages}/`)) return undefined;
  const found = await explainedBy(input.uri);
  const open = window.visibleTextEditors.find(({ document }) => document === found.document);
  await window.showTextDocument(found.document, open?.viewColumn ?? ViewColumn.One);
  return found;
}

/** Reads the explanation of the document that a page's address holds. */
export const readAccessPage =
  (ask: Ask): ReadPage =>
  async (_, page) => {
    const { document, which } = await explainedBy(page);
    return (await ask(requests.explain, document, which))?.markdown;
  };

/** Shows what a policy of the document allows, beside it: the one of the number `policy`, or the one at the cursor. */
export async function showAccessPage(ask: Ask, document: TextDocument, policy: unknown): Promise<void> {
  const which = typeof policy === 'number' ? { policy } : atCursor(document);
  const explained = await ask(requests.explain, document, which);
  if (!explained) {
    tellUnanswered(explained);
    return;
  }
  await commands.executeCommand('vscode.open', pageOf(document, which), {
    viewColumn: ViewColumn.Beside,
    preview: true,
  });
}
