/** Waits: for what others may never answer, and for a pause. */
import type { CancellationToken } from 'vscode-languageserver';

/** No limit: for what a person waits for, and can cancel. */
export const forever = Infinity;

/** The value of `promise`; undefined if that takes longer than `ms`, or if `token` is cancelled first. Rejects if `promise` does. */
export function within<Value>(
  ms: number,
  promise: Promise<Value>,
  token?: CancellationToken,
): Promise<Value | undefined> {
  return new Promise((resolve, reject) => {
    const end = (): void => {
      clearTimeout(timer);
      cancelled?.dispose();
    };
    const leave = (): void => {
      end();
      resolve(undefined);
    };
    const timer = ms === forever ? undefined : setTimeout(leave, ms);
    const cancelled = token?.onCancellationRequested(leave);
    promise.then(
      (value) => {
        end();
        resolve(value);
      },
      (error: unknown) => {
        end();
        reject(error instanceof Error ? error : new Error(String(error)));
      },
    );
  });
}

/** Something that is done once, some time after the last call of `later`. */
export interface AfterPause {
  readonly later: () => void;
  /** What is still to come is left out. */
  readonly stop: () => void;
}

/** Does `act` when `later` was not called again for `ms`. */
export function afterPause(ms: number, act: () => void): AfterPause {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = (): void => {
    clearTimeout(timer);
  };
  return {
    stop,
    later: () => {
      stop();
      timer = setTimeout(act, ms);
    },
  };
}
