/** The extension's one script, on the desktop and in the browser. What only one of them needs is loaded there only. */
import type { ExtensionContext } from 'vscode';
import { startExtension, type Running } from './client.js';

let running: Running | undefined;

/** What other extensions get. */
export interface Exports {
  /** Resolves when the language server answers, and rejects when it cannot start. Reading it starts the server. */
  readonly ready: Promise<void>;
  /** Whether the server has been started. */
  readonly isAwake: boolean;
}

/** Waits for no server: it starts when something open may hold a policy or a command asks for it, and they wait for it. */
export async function activate(context: ExtensionContext): Promise<Exports> {
  // A web extension host is a worker, where there is no Node; a browser may also show an editor whose extensions run on a server.
  const platform =
    typeof process === 'undefined'
      ? (await import('./worker.js')).serverWorker(context)
      : (await import('./node.js')).serverProcess(context);
  const server = startExtension(context, platform);
  running = server;
  return {
    get ready() {
      return server.running().then(() => undefined);
    },
    get isAwake() {
      return server.state() !== 'asleep';
    },
  };
}

export const deactivate = async (): Promise<void> => running?.stop();
