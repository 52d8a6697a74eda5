/** The language server as the rest of the extension sees it: something that nobody has needed yet, is starting, answers, or has stopped. */
import { EventEmitter, type Event } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';

export type ServerState = 'asleep' | 'starting' | 'running' | 'stopped';

/** How the server runs: a Node process on the desktop, a worker in the browser. */
export interface Platform {
  /** Begins to start the server, where that can go on while the client's library is loaded. */
  readonly begin?: () => void;
  /** Loads the client's library and makes a client. */
  readonly createClient: (options: LanguageClientOptions) => Promise<BaseLanguageClient>;
  /** Ends what a stopped client leaves behind. */
  readonly end: () => void;
}

export interface Server {
  /** The client, as soon as the server answers; rejects where it cannot start. Starts it when first asked, and waits for a restart, too. */
  readonly running: () => Promise<BaseLanguageClient>;
  readonly state: () => ServerState;
  readonly onDidChangeState: Event<ServerState>;
  readonly restart: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/**
 * The server, not started: it costs nothing until somebody asks for it with `running` or `restart`, which return before anything of it is loaded.
 * `prepare` gets the client before it starts. Failures are in the log and shown by the client itself; requests then have no answer.
 */
export function createServer(
  platform: Platform,
  options: LanguageClientOptions,
  prepare: (client: BaseLanguageClient) => unknown,
): Server {
  const changed = new EventEmitter<ServerState>();
  let state: ServerState = 'asleep';
  const become = (next: ServerState): void => {
    if (next === state) return;
    state = next;
    changed.fire(next);
  };
  const make = async (): Promise<BaseLanguageClient> => {
    platform.begin?.();
    become('starting');
    await nextTurn();
    const made = await platform.createClient(options);
    prepare(made);
    made.onDidChangeState(() => {
      become(stateOf(made));
    });
    return made;
  };
  let client: Promise<BaseLanguageClient> | undefined;
  const start = async (): Promise<BaseLanguageClient> => {
    try {
      const made = await (client ??= make());
      // A server that hangs does not answer that it stops. It is what a restart is for: `platform` ends it.
      if (made.needsStop()) await made.stop().catch(() => undefined);
      await made.start();
      return made;
    } catch (error) {
      become('stopped');
      throw error;
    }
  };
  let running: Promise<BaseLanguageClient> | undefined;
  return {
    running: () => (running ??= start()),
    state: () => state,
    onDidChangeState: changed.event,
    restart: async () => {
      await (running = running ? running.then(start, start) : start());
    },
    stop: async () => {
      const made = await client?.catch(() => undefined);
      try {
        if (made?.needsStop()) await made.stop();
      } finally {
        platform.end();
      }
    },
  };
}

function stateOf(client: BaseLanguageClient): ServerState {
  if (client.isRunning()) return 'running';
  return client.needsStop() ? 'starting' : 'stopped';
}

/** The library takes longer to load than all else: VS Code goes on first. */
const nextTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
