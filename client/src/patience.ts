/** Waits for a promise, with a timeout. */
import type { CancellationToken } from 'vscode';

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
    const timer = setTimeout(leave, ms);
    const cancelled = token?.onCancellationRequested(leave);
    if (token?.isCancellationRequested) leave();
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
