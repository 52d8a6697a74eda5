/** Where a fact is from: one short line. */
import type { SourceData } from '../../core/catalogue/data.js';
import { agedMonth } from '../../core/knowledge/age.js';
import { say, type Locale } from '../../core/text.js';
import { link, plain } from '../markdown.js';
import { clauses, labelled, listed } from './words.js';

const texts = {
  source: { en: 'Source', zh: '来源' },
  document: { en: 'document {number}', zh: '文档 {number}' },
  asOf: { en: '(as of {month})', zh: '（截至 {month}）' },
} as const;

/** So many sources are named: who wants to know more follows the link. */
const shown = 2;

/** One line that names the sources, the newest first. Undefined where there are none. */
export function sourceLine(sources: readonly SourceData[], locale: Locale): string | undefined {
  if (sources.length === 0) return undefined;
  const newest = [...sources].sort((a, b) => (a.date === b.date ? 0 : (a.date ?? '') > (b.date ?? '') ? -1 : 1));
  const distinct = newest.filter((source, place) => newest.findIndex((other) => isSame(other, source)) === place);
  const named = distinct.slice(0, shown).map((source) => sourceText(source, locale));
  return `*${labelled(texts.source, clauses(named, locale), locale)}*`;
}

/** Whether two are copies of one document. */
const isSame = (a: SourceData, b: SourceData): boolean =>
  a.document === undefined ? a.title === b.title && b.document === undefined : a.document === b.document;

/** ` (as of 2022-03)` behind a fact whose sources are all older than two years; empty otherwise. */
export function asOf(sources: readonly SourceData[], locale: Locale, today: string): string {
  const month = agedMonth(sources, today);
  if (month === undefined) return '';
  return `${locale === 'zh' ? '' : ' '}${say(texts.asOf, locale, { month })}`;
}

function sourceText({ title, zh, document, url, date }: SourceData, locale: Locale): string {
  const name = locale === 'zh' ? (zh ?? title) : title;
  const parts = [
    url ? link(name, url) : plain(name),
    document && plain(say(texts.document, locale, { number: document })),
    date && plain(date),
  ];
  return listed(parts, locale);
}
