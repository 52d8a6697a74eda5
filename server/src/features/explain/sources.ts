/** Where facts are from. */
import type { SourceData } from '../../core/catalogue/data.js';
import { agedMonth } from '../../core/knowledge/age.js';
import { say, type Locale } from '../../core/text.js';
import type { Context } from '../context.js';
import { bullets, commandLink, link, plain } from '../markdown.js';
import { labelled } from './words.js';

const texts = {
  sources: { en: 'Sources', zh: '来源' },
  source: { en: 'Source', zh: '来源' },
  documentation: { en: 'Documentation', zh: '文档' },
  document: { en: 'document {number}', zh: '文档 {number}' },
  asOf: { en: '(as of {month})', zh: '（截至 {month}）' },
} as const;

/**
 * The line at the end of an explanation that leads to its sources; undefined where there are none. One short link: to the page that names them all where
 * the client shows one, else to the newest source. On that page itself, all of them.
 */
export function sourceLine(
  sources: readonly SourceData[],
  { locale, shownSources: shown }: Context,
): string | undefined {
  const newestFirst = [...sources].sort((a, b) => (a.date === b.date ? 0 : (a.date ?? '') > (b.date ?? '') ? -1 : 1));
  const distinct = newestFirst.filter(
    (source, place) => newestFirst.findIndex((other) => isSame(other, source)) === place,
  );
  const [newest] = distinct;
  if (!newest) return undefined;
  if (shown === 'all')
    return labelled(texts.sources, `\n\n${bullets(distinct.map((source) => sourceText(source, locale)))}`, locale);
  const name = say(newest.document === undefined ? texts.source : texts.documentation, locale);
  const short = parted([name, newest.date?.slice(0, 7)], locale);
  if (shown) return `*${commandLink(short, shown)}*`;
  return `*${newest.url === undefined ? labelled(texts.source, sourceText(newest, locale), locale) : link(short, newest.url)}*`;
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
  return parted(parts, locale);
}

/** What is said of one document: its name, its number, its date. */
const parted = (parts: readonly (string | undefined)[], locale: Locale): string =>
  parts.filter((part) => part !== undefined && part !== '').join(locale === 'zh' ? '，' : ', ');
