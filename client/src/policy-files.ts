/** Lists and reads policies for the server, on whatever file system the workspace is. */
import { Uri, workspace, type CancellationToken, type Disposable } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

/** More would not be read. */
const maxFiles = 20_000;

/** Answers the server's requests; it makes them only when a feature looks at the whole workspace. */
export const servePolicyFiles = (client: BaseLanguageClient): readonly Disposable[] => [
  client.onRequest('camPolicy/findFiles', async (_: unknown, token: CancellationToken) => {
    const found = await workspace.findFiles('**/*.cam.json', undefined, maxFiles, token);
    return found.map((uri) => client.code2ProtocolConverter.asUri(uri));
  }),
  client.onRequest('camPolicy/readFile', async ({ uri }: { readonly uri: string }) => {
    try {
      return new TextDecoder().decode(await workspace.fs.readFile(Uri.parse(uri)));
    } catch {
      return null;
    }
  }),
];
