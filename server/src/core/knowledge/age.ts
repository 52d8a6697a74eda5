/** How old the word of a document is. */
import type { SourceData } from '../catalogue/data.js';

/** A document's word may have been overtaken after so many years. */
const years = 2;

/** Whether a source is older than two years on the day `today` (`2026-11-22`). Without a date it is not known; a current one never is. */
export const isAged = ({ date, current }: SourceData, today: string): boolean =>
  current !== true && date !== undefined && date < limit(today, date.length);

/** Whether a source has a date of the last two years before `today`, or counts as today's word whatever its date. */
export const isFresh = (source: SourceData, today: string): boolean =>
  source.current === true || (source.date !== undefined && !isAged(source, today));

/**
 * Whether findings may rest on a source on the day `today`: it is of the second year before or newer, whatever the month, or counts as today's word.
 * Coarser than `isFresh`, so that what is certain changes with the catalogue's year only.
 */
export const isCurrent = ({ current, date }: SourceData, today: string): boolean =>
  current === true || (date !== undefined && date >= limit(today, 4));

/** The same day two years before, as exact as a date of `length` characters is. */
const limit = (today: string, length: number): string =>
  `${String(Number(today.slice(0, 4)) - years)}${today.slice(4)}`.slice(0, length);

/** The month of the newest of `sources`, where it is older than two years: what to say after a fact. */
export function agedMonth(sources: readonly SourceData[], today: string): string | undefined {
  if (sources.length === 0 || !sources.every((source) => isAged(source, today))) return undefined;
  const dates = sources.flatMap(({ date }) => date ?? []).sort();
  return dates.at(-1)?.slice(0, 7);
}
