/** `npm run fuzz [-- --seconds N] [--seed N]`: the fuzz of fixes and refactorings at length, with its figures. */
import { parseArgs } from 'node:util';
import { fuzz } from './fuzz.js';

const { values } = parseArgs({ options: { seconds: { type: 'string' }, seed: { type: 'string' } } });
const seed = Number(values.seed ?? 1);
const { faults, ...counts } = fuzz({
  seconds: Number(values.seconds ?? 60),
  texts: Infinity,
  seed,
  onFault: ({ kind, text, after }) => console.log(`\n${kind}\n${text}\n→\n${after}`),
});
const figures = Object.entries(counts).map(([name, value]) => `${name} ${Math.round(value).toLocaleString('en')}`);
console.log(`\nseed ${seed}: ${figures.join(', ')} ms; kinds of faults ${faults.length}`);
process.exitCode = faults.length > 0 ? 1 : 0;
