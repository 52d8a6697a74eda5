/** The extension's one script, on the desktop and in the browser. What only one of them needs is loaded there only. */
import { workspace, type ExtensionContext } from 'vscode';
import { startExtension, type Running } from './client.js';
import type { Platform } from './server.js';
import { isForServer } from './wake.js';

let running: Running | undefined;

/**
 * A web extension host is a worker, where there is no Node; a browser may also show an editor whose extensions run on a server. The process begins as soon as VS Code reads
 * this script, if something open needs it: `activate` is called some 30 ms later.
 */
const early = typeof process === 'undefined' ? undefined : beginProcess();

async function beginProcess(): Promise<Platform> {
  const platform = (await import('./node.js')).serverProcess();
  if (workspace.textDocuments.some(isForServer)) platform.begin?.();
  return platform;
}

/** What other extensions get. */
export interface Exports {
  /** Resolves when the language server answers, and rejects when it cannot start. Reading it starts the server. */
  readonly ready: Promise<void>;
  /** Whether the server has been started. */
  readonly isAwake: boolean;
}

/** Waits for no server: it starts when something open may hold a policy or a command asks for it, and they wait for it. */
export async function activate(context: ExtensionContext): Promise<Exports> {
  const platform = (await early) ?? (await import('./worker.js')).serverWorker(context);
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
