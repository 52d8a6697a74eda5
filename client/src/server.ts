/** The language server as the rest of the extension sees it: something that is starting, answers, or has stopped. */
import { EventEmitter, type Event } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';

export type ServerState = 'starting' | 'running' | 'stopped';

/** How the server runs: a Node process on the desktop, a worker in the browser. */
export interface Platform {
  /** Loads the client's library and makes a client; may begin to start the server. */
  readonly createClient: (options: LanguageClientOptions) => Promise<BaseLanguageClient>;
  /** Ends what a stopped client leaves behind. */
  readonly end: () => void;
}

export interface Server {
  /** The client, as soon as the server answers; rejects where it cannot start. Waits for a restart, too. */
  readonly running: () => Promise<BaseLanguageClient>;
  readonly state: () => ServerState;
  readonly onDidChangeState: Event<ServerState>;
  readonly restart: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/**
 * Has the server started; returns before anything of it is loaded. `prepare` gets the client before it starts.
 * Failures are in the log and shown by the client itself; requests then have no answer.
 */
export function startServer(
  platform: Platform,
  options: LanguageClientOptions,
  prepare: (client: BaseLanguageClient) => unknown,
): Server {
  const changed = new EventEmitter<ServerState>();
  let state: ServerState = 'starting';
  const become = (next: ServerState): void => {
    if (next === state) return;
    state = next;
    changed.fire(next);
  };
  const client = nextTurn().then(async () => {
    const made = await platform.createClient(options);
    prepare(made);
    made.onDidChangeState(() => {
      become(stateOf(made));
    });
    return made;
  });
  const start = async (): Promise<BaseLanguageClient> => {
    try {
      const made = await client;
      if (made.needsStop()) await made.stop();
      await made.start();
      return made;
    } catch (error) {
      become('stopped');
      throw error;
    }
  };
  let running = start();
  running.catch(() => undefined);
  return {
    running: () => running,
    state: () => state,
    onDidChangeState: changed.event,
    restart: async () => {
      await (running = running.then(start, start));
    },
    stop: async () => {
      const made = await client.catch(() => undefined);
      if (made?.needsStop()) await made.stop();
      platform.end();
    },
  };
}

function stateOf(client: BaseLanguageClient): ServerState {
  if (client.isRunning()) return 'running';
  return client.needsStop() ? 'starting' : 'stopped';
}

/** The library takes longer to load than all else: VS Code goes on first. */
const nextTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
