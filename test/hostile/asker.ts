/** Requests under way: some are cancelled, all must be answered. */
import type { Chance } from './chance.js';
import type { Asked, Wire } from './wire.js';

export interface AskerCounts {
  readonly requests: number;
  readonly cancelled: number;
  /** Requests that were answered with an error, as those must be that no server knows. */
  readonly refused: number;
  /** How long requests took that were not cancelled, with all that was sent before them, in ms. */
  readonly times: readonly number[];
}

export interface Asker {
  /** Sends a request, and for one in four at once that it is no longer wanted. */
  ask(method: string, params: unknown): void;
  /** Resolves when all that was asked since the last call has been answered. */
  answered(): Promise<unknown>;
  counts(): AskerCounts;
}

export function createAsker(wire: Wire, chance: Chance): Asker {
  const times: number[] = [];
  let asked: Promise<void>[] = [];
  let [requests, cancelled, refused] = [0, 0, 0];
  return {
    ask: (method, params) => {
      const sent = performance.now();
      const request: Asked = wire.ask(method, params);
      requests++;
      const drop = chance.once(4);
      if (drop) {
        cancelled++;
        wire.notify('$/cancelRequest', { id: request.id });
      }
      asked.push(
        request.answer.then(({ error }) => {
          if (drop) return;
          times.push(performance.now() - sent);
          if (error) refused++;
        }),
      );
    },
    answered: () => {
      const all = Promise.all(asked);
      asked = [];
      return all;
    },
    counts: () => ({ requests, cancelled, refused, times }),
  };
}
