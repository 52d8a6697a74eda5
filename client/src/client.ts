/** The VS Code side: starts the language client and its commands. Knows nothing of how the server runs. */
import { Uri, type ExtensionContext } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { registerCommands, serverCommands } from './commands.js';

export const languageId = 'cam-policy';

/** Makes a client for the platform: a Node process on the desktop, a worker in the browser. */
export type NewLanguageClient = (id: string, name: string, options: LanguageClientOptions) => BaseLanguageClient;

/** Starts the client; resolves when the server answers. The returned function stops it. */
export async function startClient(
  context: ExtensionContext,
  newLanguageClient: NewLanguageClient,
): Promise<() => Promise<void>> {
  const options: LanguageClientOptions = {
    documentSelector: [{ language: languageId }],
    initializationOptions: {
      rulePage: `${Uri.joinPath(context.extensionUri, 'docs', 'rules').toString(true)}/{code}.md`,
      commands: serverCommands,
    },
    // What hovers say comes partly from the document: nothing in it may run a command or bring HTML.
    markdown: { isTrusted: false, supportHtml: false },
  };
  const client = newLanguageClient(languageId, 'CAM Policy', options);
  context.subscriptions.push(...registerCommands(context.extensionUri, client));
  await client.start();
  return () => client.stop();
}
