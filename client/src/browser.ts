/** The extension in the browser: the server is a worker. */
/// <reference lib="dom" />
import { Uri, type ExtensionContext } from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { startClient } from './client.js';

let stop: (() => Promise<void>) | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  const script = Uri.joinPath(context.extensionUri, 'dist', 'server.browser.js').toString(true);
  let worker: Worker | undefined;
  // A new worker at each start, so that a restart starts afresh; nothing else would end the last one.
  const start = () => {
    worker?.terminate();
    worker = new Worker(script);
    // Not the worker itself: the client's library asks whether it is an `instanceof Worker`, which in VS Code's extension host is a
    // function that wraps the real one, and so the answer is no.
    return Promise.resolve({ reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) });
  };
  const stopClient = await startClient(context, (id, name, options) => new LanguageClient(id, name, start, options));
  stop = async () => {
    await stopClient();
    worker?.terminate();
  };
}

export const deactivate = async (): Promise<void> => stop?.();
