/** The extension in the browser: the server is a worker. */
/// <reference lib="dom" />
import { Uri, workspace, type ExtensionContext } from 'vscode';
import { languageId } from '../../protocol/names.js';
import { packNames, type Packs, type WorkerStart } from '../../protocol/packs.js';
import type { Platform } from './server.js';

/** A worker, and when it has its packs. */
interface Started {
  readonly worker: Worker;
  readonly supplied: Promise<void>;
}

/**
 * Has the server run as a worker, a new one at each start, so that a restart starts afresh; nothing else would end the last one. It comes up while the extension host
 * loads the client's library.
 */
export function serverWorker(context: ExtensionContext): Platform {
  let first: Started | undefined;
  let current: Started | undefined;
  return {
    begin: () => {
      current = first = startWorker(context.extensionUri);
    },
    createClient: async (options) => {
      const { BrowserMessageReader, BrowserMessageWriter, LanguageClient } =
        await import('vscode-languageclient/browser');
      const connect = async () => {
        const started = first ?? startWorker(context.extensionUri);
        first = undefined;
        if (current !== started) current?.worker.terminate();
        current = started;
        const { worker, supplied } = started;
        await supplied;
        // Not the worker itself: the client's library asks whether it is an `instanceof Worker`, which in VS Code's extension host is a
        // function that wraps the real one, and so the answer is no.
        return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
      };
      return new LanguageClient(languageId, 'CAM Policy', connect, options);
    },
    end: () => current?.worker.terminate(),
  };
}

/** The worker waits for its packs before it listens to anything else. */
function startWorker(extension: Uri): Started {
  const scripts = Uri.joinPath(extension, 'dist').toString(true);
  const worker = new Worker(`${scripts}/server.js`);
  const supplied = readPacks(extension).then((packs) => {
    worker.postMessage({ packs, scripts: `${scripts}/` } satisfies WorkerStart);
  });
  // Whoever connects hears of it.
  supplied.catch(() => undefined);
  return { worker, supplied };
}

/** The catalogue's packs from the extension's folder: the worker has no file system. Rejects where one cannot be read. */
async function readPacks(extension: Uri): Promise<Packs> {
  const read = async (name: string): Promise<readonly [string, string]> => {
    const bytes = await workspace.fs.readFile(Uri.joinPath(extension, 'dist', `${name}.pack`));
    return [name, new TextDecoder().decode(bytes)];
  };
  return Object.fromEntries(await Promise.all(packNames.map(read))) as Packs;
}
