/** How thorough the tests are that could go on for ever: as much as is told where CI runs them, a sample in the quick loop. */
import fc from 'fast-check';

/** The environment variable that asks for every case; `npm test` sets it, and CI counts as asking. */
export const thoroughVariable = 'THOROUGH';

const thorough = [thoroughVariable, 'CI'].some((name) => process.env[name] !== undefined);

/** `all` where time does not matter, else `few`: how often, how long, how far. */
export const asMuchAs = (all: number, few: number): number => (thorough ? all : few);

/** How many random policies or pairs are asked for by name; undefined: as many as fit the run. */
export const pairsAsked = process.env['PAIRS'];

/** As many as are asked for by the environment variable `PAIRS`, else as `asMuchAs`: for what finds more the longer it goes on. */
export const pairs = (all: number, few: number): { readonly numRuns: number } => ({
  numRuns: Number(pairsAsked ?? asMuchAs(all, few)),
});

/** How often fast-check tries a property: `all` times, or a tenth of them. */
export const runs = (all: number): { readonly numRuns: number } => ({ numRuns: asMuchAs(all, Math.ceil(all / 10)) });

// All unit tests run in one process: this holds for those too that say nothing of it. Who counts what a property met must say how often.
fc.configureGlobal(runs(100));

/** All `items`, or the first of every `group` of them. */
export const sampleOf = <Item>(items: readonly Item[], group: number): readonly Item[] =>
  items.filter((_, index) => index % asMuchAs(1, group) === 0);
