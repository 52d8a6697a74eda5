/** The server under watch: it tells of what it must not reach for, and how much memory it uses. */
import path from 'node:path';
import { startWire, type Wire } from './wire.js';

/** What to load before the server so that it tells. */
export const watch = path.join(import.meta.dirname, 'watch.cjs');

/** Starts a server that tells how much memory it uses, and how to ask it. */
export async function startWatched(): Promise<{ readonly wire: Wire; readonly heap: () => Promise<number> }> {
  const wire = await startWire({ nodeArguments: ['--expose-gc', '--require', watch] });
  return {
    wire,
    /** Memory in use after a collection, in MB. */
    async heap() {
      const before = heapsIn(wire.printed()).length;
      wire.signal('SIGUSR2');
      for (let tries = 0; tries < 500; tries++) {
        const heaps = heapsIn(wire.printed());
        const last = heaps.at(-1);
        if (heaps.length > before && last !== undefined) return last / 1e6;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      throw new Error('the server does not tell how much memory it uses');
    },
  };
}

const heapsIn = (printed: string): readonly number[] =>
  [...printed.matchAll(/^HEAP (\d+)$/gmu)].map(([, bytes]) => Number(bytes));
