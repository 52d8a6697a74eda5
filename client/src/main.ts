/** The extension's one script, on the desktop and in the browser. What only one of them needs is loaded there only. */
import type { ExtensionContext } from 'vscode';
import { startProcess } from './node.js';
import { startWorker } from './worker.js';

let stop: (() => Promise<void>) | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  // A web extension host is a worker, where there is no Node; a browser may also show an editor whose extensions run on a server.
  stop = await (typeof process === 'undefined' ? startWorker : startProcess)(context);
}

export const deactivate = async (): Promise<void> => stop?.();
