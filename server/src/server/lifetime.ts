/** When a session ends. */

export interface Lifetime {
  /** Calls `stop` when the session ends. */
  readonly onShutdown: (stop: () => void) => void;
  /** Whether the client has asked the server to shut down. */
  readonly isShutDown: () => boolean;
  /** Ends the session. */
  readonly shutDown: () => void;
}

export function createLifetime(): Lifetime {
  const stops: (() => void)[] = [];
  let isShutDown = false;
  return {
    onShutdown: (stop) => void stops.push(stop),
    isShutDown: () => isShutDown,
    shutDown: () => {
      isShutDown = true;
      for (const stop of stops) stop();
    },
  };
}
