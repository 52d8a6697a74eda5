/** Where a fact is from, and how old it is. */
import type { SourceData } from '../../core/catalogue/data.js';
import { say, type Locale } from '../../core/text.js';
import { link, plain } from '../markdown.js';
import { clauses, labelled, listed } from './words.js';

const texts = {
  source: { en: 'Source', zh: '来源' },
  document: { en: 'document {number}', zh: '文档 {number}' },
  old: { en: '{years} years old', zh: '距今 {years} 年' },
} as const;

/** A source counts as old from this many years on. */
const oldFrom = 2;

/** One line that names the sources, with their age on the day `today` (`2026-11-22`). Undefined: there are none. */
export function sourceLine(sources: readonly SourceData[], locale: Locale, today: string): string | undefined {
  const distinct = [...new Set(sources)];
  return distinct.length > 0
    ? `*${labelled(
        texts.source,
        clauses(
          distinct.map((source) => sourceText(source, locale, today)),
          locale,
        ),
        locale,
      )}*`
    : undefined;
}

function sourceText({ title, document, url, date, current }: SourceData, locale: Locale, today: string): string {
  const years = date && !current ? Number(today.slice(0, 4)) - Number(date.slice(0, 4)) : 0;
  const parts = [
    url ? link(title, url) : plain(title),
    document && plain(say(texts.document, locale, { number: document })),
    date && plain(date),
    years >= oldFrom ? say(texts.old, locale, { years }) : undefined,
  ];
  return listed(parts, locale);
}
