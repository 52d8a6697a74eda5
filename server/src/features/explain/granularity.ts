/** How finely a service can be granted: what a document says of the product as a whole, or what is known of its actions where that says otherwise. */
import type { Service } from '../../core/catalogue/catalogue.js';
import type { Level } from '../../core/catalogue/data.js';
import { isFresh } from '../../core/knowledge/age.js';
import { memoByObject } from '../../core/memo.js';
import { say, type Locale } from '../../core/text.js';
import { asOf } from './sources.js';
import { clauses } from './words.js';
import { serviceTexts as texts } from './wording.js';

type Counts = Readonly<Record<Level | 'unknown', number>>;

const countsOf = memoByObject((service: Service): Counts => {
  const counts = { resource: 0, operation: 0, unknown: 0 };
  for (const { level } of service.actions()) counts[level?.level ?? 'unknown'] += 1;
  return counts;
});

/** What a document says of the product as a whole, with its age; undefined where it says nothing. */
function productWord({ service, locale, today }: Asked): string | undefined {
  const { granularity } = service.data;
  if (!granularity) return undefined;
  return say(texts[granularity.level], locale) + asOf(service.sources(granularity.sources), locale, today);
}

interface Asked {
  readonly service: Service;
  readonly locale: Locale;
  /** As in `2026-11-22`. */
  readonly today: string;
}

/** How many actions can be restricted to resources, how many cannot, and of how many it is not known. */
function levelCounts(service: Service, locale: Locale): string {
  const { resource, operation, unknown } = countsOf(service);
  return clauses(
    [
      say(texts['can-restrict'], locale, { count: resource }),
      say(texts['cannot-restrict'], locale, { count: operation }),
      ...(unknown > 0 ? [say(texts['not-known'], locale, { count: unknown })] : []),
    ],
    locale,
  );
}

/** Whether the product's word holds for every action of which something is known. */
export function holdsForAll(service: Service): boolean {
  const { resource, operation } = countsOf(service);
  return service.data.granularity?.level === 'resource' ? operation === 0 : resource === 0;
}

/** Whether the product's word holds for as many actions as it does not hold for: then it tells something of one of which nothing is known. */
function holdsForMost(service: Service): boolean {
  const { resource, operation } = countsOf(service);
  return service.data.granularity?.level === 'resource' ? operation <= resource : resource <= operation;
}

/**
 * The granularity of a service; undefined where no document tells one. That it is granted as a whole only is worth saying where the document is
 * not old.
 */
export function granularityOf(asked: Asked): string | undefined {
  const { service, locale, today } = asked;
  const { granularity } = service.data;
  if (!granularity) return undefined;
  if (!holdsForAll(service)) return say(texts['by-action'], locale, { counts: levelCounts(service, locale) });
  if (granularity.level === 'service' && !service.sources(granularity.sources).some((source) => isFresh(source, today)))
    return undefined;
  return productWord(asked);
}

/** What the other actions of a service tell of one whose level is not known: a sentence, or undefined. */
export function granularityBeside(asked: Asked): string | undefined {
  const { service, locale } = asked;
  const word = productWord(asked);
  if (word === undefined) return undefined;
  return holdsForMost(service)
    ? say(texts['product-level'], locale, { level: word })
    : say(texts['other-levels'], locale, { counts: levelCounts(service, locale) });
}
