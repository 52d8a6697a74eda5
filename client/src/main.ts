/** The extension, on the desktop and in the browser; there this is the entry. What only one of them needs is loaded there only. */
import type { ChildProcess } from 'node:child_process';
import type { ExtensionContext } from 'vscode';
import { startExtension, type Running } from './client.js';
import type { Platform } from './server.js';

let running: Running | undefined;

/** What other extensions get. */
export interface Exports {
  /** Resolves when the language server answers, and rejects when it cannot start. Reading it starts the server. */
  readonly ready: Promise<void>;
  /** Whether the server has been started. */
  readonly isAwake: boolean;
}

/**
 * Waits for no server: it starts when something open may hold a policy or a command asks for it, and they wait for it. `begun`: the server's process, where it has been
 * started already.
 */
export async function activate(context: ExtensionContext, begun?: ChildProcess): Promise<Exports> {
  const server = startExtension(context, await platformOf(context, begun));
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

/** A web extension host is a worker, where there is no Node; a browser may also show an editor whose extensions run on a server. */
async function platformOf(context: ExtensionContext, begun: ChildProcess | undefined): Promise<Platform> {
  if (typeof process === 'undefined') return (await import('./worker.js')).serverWorker(context);
  return (await import('./node.js')).serverProcess(begun);
}

export const deactivate = async (): Promise<void> => running?.stop();
