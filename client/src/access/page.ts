/** *Explain This Policy*: what a policy allows, as a page. */
import { commands, Uri, ViewColumn, workspace, type TextDocument } from 'vscode';
import { pageScheme, requests } from '../../../protocol/names.js';
import { fileNameOf } from '../file-name.js';
import type { Ask } from '../ask.js';
import type { ReadPage } from '../pages.js';

/** The folder of the explanations among all pages. */
export const accessPages = 'access';

/** The address of the explanation of a document; it holds the document's own. */
function pageOf(document: TextDocument, policy: number | undefined): Uri {
  const name = fileNameOf(document.uri);
  return Uri.from({
    scheme: pageScheme,
    path: `/${accessPages}/${name}.md`,
    query: JSON.stringify({ uri: document.uri.toString(), policy }),
  });
}

/** Reads the explanation of the document that a page's address holds. */
export const readAccessPage =
  (ask: Ask): ReadPage =>
  async (_, page) => {
    const { uri, policy } = JSON.parse(page.query) as { readonly uri: string; readonly policy?: number };
    const document = await workspace.openTextDocument(Uri.parse(uri));
    return (await ask(requests.explain, document, policy === undefined ? {} : { policy }))?.markdown;
  };

/** Shows what the document's policy allows, beside it. */
export async function showAccessPage(document: TextDocument): Promise<void> {
  await commands.executeCommand('vscode.open', pageOf(document, undefined), {
    viewColumn: ViewColumn.Beside,
    preview: true,
  });
}
