/** *Explain This Policy*: what a policy allows, as a page. */
import { commands, Uri, ViewColumn, workspace, type TextDocument } from 'vscode';
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

/** Reads the explanation of the document that a page's address holds. */
export const readAccessPage =
  (ask: Ask): ReadPage =>
  async (_, page) => {
    const { uri, which } = JSON.parse(page.query) as { readonly uri: string; readonly which: Which };
    const document = await workspace.openTextDocument(Uri.parse(uri));
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
