/** When a session ends. */
import type { Connection } from 'vscode-languageserver';

export interface Lifetime {
  /** Calls `stop` when the client asks the server to shut down. */
  readonly onShutdown: (stop: () => void) => void;
  /** Whether the client has asked it to. */
  readonly isShutDown: () => boolean;
}

export function createLifetime(connection: Connection): Lifetime {
  const stops: (() => void)[] = [];
  let shutDown = false;
  connection.onShutdown(() => {
    shutDown = true;
    for (const stop of stops) stop();
  });
  return { onShutdown: (stop) => void stops.push(stop), isShutDown: () => shutDown };
}
