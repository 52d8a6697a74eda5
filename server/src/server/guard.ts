/** Keeps requests from taking the server down: an error is logged and answered with a fallback, a cancelled request is not worked on. */
import { ErrorCodes, LSPErrorCodes, ResponseError, type CancellationToken } from 'vscode-languageserver';

export interface GuardPorts {
  readonly log: (message: string) => void;
  /** Resolves when the messages that have arrived have been read, so that cancellations among them are seen. */
  readonly nextTurn: () => Promise<void>;
  /** Whether the client has asked the server to shut down. */
  readonly isShutDown: () => boolean;
}

/** A request handler that never throws: `fallback` is the answer if `handle` throws. `handle` may be asynchronous, and may return a `ResponseError`. */
export type Guard = <Params, Result>(
  method: string,
  fallback: Result,
  handle: (
    params: Params,
    token: CancellationToken,
  ) => Result | ResponseError<never> | Promise<Result | ResponseError<never>>,
) => (params: Params, token: CancellationToken) => Promise<Result | ResponseError<never>>;

export const createGuard =
  ({ log, nextTurn, isShutDown }: GuardPorts): Guard =>
  (method, fallback, handle) =>
  async (params, token) => {
    if (isShutDown()) return shutDown();
    await nextTurn();
    if (token.isCancellationRequested) return cancelled();
    try {
      return await handle(params, token);
    } catch (error) {
      log(failureOf(method, error));
      return fallback;
    }
  };

/** The answer to a request that the client no longer waits for. */
export const cancelled = (): ResponseError<never> =>
  new ResponseError<never>(LSPErrorCodes.RequestCancelled, 'cancelled');

/** The answer to what the client asks for after it has asked the server to shut down. Source: LSP 3.17, shutdown request. */
const shutDown = (): ResponseError<never> =>
  new ResponseError<never>(ErrorCodes.InvalidRequest, 'the server has been shut down');

/** The line of the log that says what failed, and why. */
export const failureOf = (what: string, error: unknown): string => `${what} failed: ${describe(error)}`;

/** An error for the log, with its stack. */
export const describe = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);
