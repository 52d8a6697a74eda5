/** Keeps requests from taking the server down: a crash is logged and answered with nothing, a cancelled request is not worked on. */
import { LSPErrorCodes, ResponseError, type CancellationToken } from 'vscode-languageserver';

export interface GuardPorts {
  readonly log: (message: string) => void;
  /** Resolves when the messages that have arrived so far are read, so that their cancellations are seen. */
  readonly nextTurn: () => Promise<void>;
}

/** A request handler that never throws: `fallback` is the answer where `handle` does; `handle` may take its time, and refuse by a `ResponseError`. */
export type Guard = <Params, Result>(
  method: string,
  fallback: Result,
  handle: (
    params: Params,
    token: CancellationToken,
  ) => Result | ResponseError<never> | Promise<Result | ResponseError<never>>,
) => (params: Params, token: CancellationToken) => Promise<Result | ResponseError<never>>;

export const createGuard =
  ({ log, nextTurn }: GuardPorts): Guard =>
  (method, fallback, handle) =>
  async (params, token) => {
    await nextTurn();
    if (token.isCancellationRequested) return cancelled();
    try {
      return await handle(params, token);
    } catch (error) {
      log(`${method} failed: ${describe(error)}`);
      return fallback;
    }
  };

/** The answer to a request that the client no longer waits for. */
export const cancelled = (): ResponseError<never> =>
  new ResponseError<never>(LSPErrorCodes.RequestCancelled, 'cancelled');

/** An error for the log, with its stack. */
export const describe = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);
