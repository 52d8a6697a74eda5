/** The extension's one script, on the desktop and in the browser. What only one of them needs is loaded there only. */
import type { ExtensionContext } from 'vscode';
import { startExtension, type Running } from './client.js';

let running: Running | undefined;

/** What other extensions get: `ready` resolves when the language server answers, and rejects when it cannot start. */
export interface Exports {
  readonly ready: Promise<void>;
}

/** Waits for no server: it starts behind the editor’s back, and commands wait for it. */
export async function activate(context: ExtensionContext): Promise<Exports> {
  // A web extension host is a worker, where there is no Node; a browser may also show an editor whose extensions run on a server.
  const platform =
    typeof process === 'undefined'
      ? (await import('./worker.js')).serverWorker(context)
      : (await import('./node.js')).serverProcess(context);
  running = startExtension(context, platform);
  const ready = running.running().then(() => undefined);
  // Whoever waits for it hears of a failure; that nobody does is no error.
  ready.catch(() => undefined);
  return { ready };
}

export const deactivate = async (): Promise<void> => running?.stop();
