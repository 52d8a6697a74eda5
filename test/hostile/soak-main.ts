/** `npm run soak [-- --steps N] [--seed N]`: the soak test at length, with its figures. */
import assert from 'node:assert/strict';
import { parseArgs } from 'node:util';
import { soak } from './soak.js';
import { startWatched } from './watched.js';

const { values } = parseArgs({ options: { steps: { type: 'string' }, seed: { type: 'string' } } });
const steps = Number(values.steps ?? 20_000);
const seed = Number(values.seed ?? 1);

async function main(): Promise<void> {
  const { wire, heap } = await startWatched();
  const heaps: number[] = [];
  const started = performance.now();
  const result = await soak({
    steps,
    seed,
    wire,
    async onRest(done) {
      if (done % Math.max(50, Math.floor(steps / 10)) >= 50) return;
      const used = await heap();
      heaps.push(used);
      const process = (await wire.memory())?.toFixed(0) ?? '?';
      console.log(`${done} steps: ${used.toFixed(1)} MB in use after a collection, ${process} MB of the system's`);
    },
  });
  const seconds = (performance.now() - started) / 1000;
  const { requests, cancelled, refused, p50, p95, max, taken } = result;
  console.log([...taken].map(([name, times]) => `${name}: ${times}`).join(', '));
  console.log(
    `${steps} steps of seed ${seed} in ${seconds.toFixed(0)} s; ${requests} requests, of which ${cancelled} cancelled and ${refused} refused; p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms, max ${max.toFixed(0)} ms`,
  );
  assert.doesNotMatch(wire.printed(), /FORBIDDEN/u);
  assert.equal(await wire.stop(), 0, 'the exit code');
  const [, first = 0] = heaps;
  const last = heaps.at(-1) ?? 0;
  assert.ok(last < first + 8, `memory grew from ${first.toFixed(1)} to ${last.toFixed(1)} MB`);
  console.log('The server lived, answered everything, knew every text, and its memory is flat.');
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
