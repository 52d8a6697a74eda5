/** Lets a long answer be interrupted: between its steps other requests are answered, and cancellations are seen. */
import type { CancellationToken } from 'vscode-languageserver';

/** So long, in ms, an answer may keep others waiting. */
const slice = 20;

/** Called between the steps of an answer: resolves to false where the client no longer waits for it. */
export function breatherFor(
  token: CancellationToken,
  nextTurn: () => Promise<void>,
  clock: () => number = () => performance.now(),
): () => Promise<boolean> {
  let since = clock();
  return async () => {
    if (clock() - since < slice) return true;
    await nextTurn();
    since = clock();
    return !token.isCancellationRequested;
  };
}
