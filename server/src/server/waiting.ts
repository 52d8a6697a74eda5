/** Waits for what others may never answer. */
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
