/**
 * `npm run bench:check`: compares a few ratios with the committed bounds in `bounds.json` and fails where one is exceeded. Ratios of processor time
 * within one run, so that a slow or busy machine tells the same; the bounds are wide, so that only a real regression fails.
 */
import { readFileSync } from 'node:fs';
import { generateSample } from './documents.js';
import { seen, timeReading, timeRequests, unseen, type Figure } from './in-process.js';
import { context } from './ours.js';
import type { Effort } from './measure.js';

/** Quick: the whole check takes some seconds. */
const effort: Effort = { sample: 3, rounds: 15, warmUp: 1000 };

/** The most that each ratio may be. */
type Bounds = { readonly [ratio: string]: number };

const least = (figure: Figure | undefined, subject: string): number => figure?.times[subject]?.min ?? NaN;

async function ratios(): Promise<Bounds> {
  const reading = [];
  for (const size of [10, 200, 1000] as const)
    reading.push(await timeReading('read + lint', seen(size), effort, ['ours', 'parseTree', 'json service']));
  const first = await timeReading('first read + lint', unseen(200), effort, ['ours', 'json service']);
  const [small, middle, large] = reading;
  const requests = await timeRequests(generateSample(context.catalogue, 200, 1), effort, ['completion', 'hover']);
  const ofPeer = (what: string): number => {
    const figure = requests.find((each) => each.what === what);
    return least(figure, 'ours') / least(figure, 'json service');
  };
  return {
    'read + lint / parseTree, 10 statements': least(small, 'ours') / least(small, 'parseTree'),
    'read + lint / parseTree, 1,000 statements': least(large, 'ours') / least(large, 'parseTree'),
    'read + lint / json service, 200 statements': least(middle, 'ours') / least(middle, 'json service'),
    'first read + lint / json service, 200 statements': least(first, 'ours') / least(first, 'json service'),
    'read + lint, 1,000 statements / 200 statements': least(large, 'ours') / least(middle, 'ours'),
    'completion / json service, 200 statements': ofPeer('completion'),
    'hover / json service, 200 statements': ofPeer('hover'),
  };
}

async function main(): Promise<void> {
  const bounds = JSON.parse(readFileSync('bench/bounds.json', 'utf8')) as Bounds;
  let exceeded = report(await ratios(), bounds);
  // Once more, for a machine may hiccup; a regression stays.
  if (exceeded > 0) exceeded = report(await ratios(), bounds);
  if (exceeded > 0) process.exitCode = 1;
}

/** Prints the ratios beside their bounds; gives how many do not hold. A name that only one side knows does not. */
function report(measured: Bounds, bounds: Bounds): number {
  let exceeded = 0;
  for (const name of new Set([...Object.keys(bounds), ...Object.keys(measured)])) {
    const ratio = measured[name] ?? NaN;
    const bound = bounds[name] ?? NaN;
    const holds = ratio <= bound;
    if (!holds) exceeded++;
    console.log(`${holds ? 'ok    ' : 'FAILED'} ${name}: ${ratio.toFixed(2)}, at most ${bound}`);
  }
  return exceeded;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
