/** The extension in the browser: the server is a worker. */
/// <reference lib="dom" />
import { Uri, type ExtensionContext } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { startClient } from './client.js';

let stop: (() => Promise<void>) | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  const script = Uri.joinPath(context.extensionUri, 'dist', 'server.browser.js').toString(true);
  // A new worker at each start, so that a restart starts afresh.
  stop = await startClient(
    context,
    (id, name, options) => new LanguageClient(id, name, () => Promise.resolve(new Worker(script)), options),
  );
}

export const deactivate = async (): Promise<void> => stop?.();
