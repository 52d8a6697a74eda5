/** The extension in the browser: the server is a worker. */
/// <reference lib="dom" />
import { Uri, workspace, type ExtensionContext } from 'vscode';
import { languageId } from '../../protocol/names.js';
import { packNames, type Packs } from '../../protocol/packs.js';
import type { Platform } from './server.js';

/** Has the server run as a worker, a new one at each start, so that a restart starts afresh; nothing else would end the last one. */
export function serverWorker(context: ExtensionContext): Platform {
  const script = Uri.joinPath(context.extensionUri, 'dist', 'server.js').toString(true);
  let worker: Worker | undefined;
  return {
    createClient: async (options) => {
      const { BrowserMessageReader, BrowserMessageWriter, LanguageClient } =
        await import('vscode-languageclient/browser');
      const connect = async () => {
        const packs = await readPacks(context.extensionUri);
        worker?.terminate();
        worker = new Worker(script);
        worker.postMessage(packs);
        // Not the worker itself: the client's library asks whether it is an `instanceof Worker`, which in VS Code's extension host is a
        // function that wraps the real one, and so the answer is no.
        return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
      };
      return new LanguageClient(languageId, 'CAM Policy', connect, options);
    },
    end: () => worker?.terminate(),
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
