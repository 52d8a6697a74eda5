/** The extension in the browser: the server is a worker. */
/// <reference lib="dom" />
import { Uri, workspace, type ExtensionContext } from 'vscode';
import { packNames, type Packs } from '../../protocol/packs.js';
import { startClient } from './client.js';

/** Starts the server as a worker; the returned function stops it. */
export async function startWorker(context: ExtensionContext): Promise<() => Promise<void>> {
  const { BrowserMessageReader, BrowserMessageWriter, LanguageClient } = await import('vscode-languageclient/browser');
  const script = Uri.joinPath(context.extensionUri, 'dist', 'server.js').toString(true);
  let worker: Worker | undefined;
  // A new worker at each start, so that a restart starts afresh; nothing else would end the last one.
  const start = async () => {
    const packs = await readPacks(context.extensionUri);
    worker?.terminate();
    worker = new Worker(script);
    worker.postMessage(packs);
    // Not the worker itself: the client's library asks whether it is an `instanceof Worker`, which in VS Code's extension host is a
    // function that wraps the real one, and so the answer is no.
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  const stopClient = await startClient(context, (id, name, options) => new LanguageClient(id, name, start, options));
  return async () => {
    await stopClient();
    worker?.terminate();
  };
}

/** The catalogue's packs from the extension's folder: the worker has no file system. Rejects where one cannot be read. */
async function readPacks(extension: Uri): Promise<Packs> {
  const read = async (name: string): Promise<readonly [string, string]> => {
    const bytes = await workspace.fs.readFile(Uri.joinPath(extension, 'dist', `${name}.pack`));
    return [name, new TextDecoder().decode(bytes)];
  };
  return Object.fromEntries(await Promise.all(packNames.map(read))) as Packs;
}
