/** `npm run crowd [-- COUNT]`: a workspace of COUNT policies (5,000), what opening it costs, and how long its questions take. */
import { askCrowd, gather, watching } from './crowd.js';
import { startWire } from './wire.js';

const show = (value: number | undefined, unit: string): string => `${value?.toFixed(0) ?? '?'} ${unit}`;

async function main(): Promise<void> {
  const crowd = await gather(Number(process.argv[2] ?? 5_000));
  try {
    const empty = await startWire();
    const started = performance.now();
    const wire = await startWire({ folders: [crowd.address], capabilities: watching });
    const opened = performance.now() - started;
    console.log(
      `start ${show(opened, 'ms')}; memory ${show(await wire.memory(), 'MB')}, without a workspace ${show(await empty.memory(), 'MB')}`,
    );
    await empty.stop();
    const { first, references, symbols, rename, cancelled, meanwhile } = await askCrowd(wire, crowd);
    console.log(
      `${crowd.count} policies: first references ${show(first, 'ms')}, again ${show(references, 'ms')}, symbols ${show(symbols, 'ms')}, rename ${show(rename, 'ms')}; cancelled in ${show(cancelled, 'ms')}; completion meanwhile ${show(meanwhile, 'ms')}; memory then ${show(await wire.memory(), 'MB')}`,
    );
    await wire.stop();
  } finally {
    await crowd.remove();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
