/** Where a fact is from, and how old it is. */
import type { Service } from '../../core/catalogue/catalogue.js';
import type { SourceData } from '../../core/catalogue/data.js';
import { say, type Locale } from '../../core/text.js';
import { plain } from '../markdown.js';

const texts = {
  source: { en: 'Source', zh: '来源' },
  document: { en: 'document {number}', zh: '文档 {number}' },
} as const;

/** One line that names the sources behind `indices`; undefined where there are none. */
export function sourceLine(
  service: Service,
  indices: readonly number[] | undefined,
  locale: Locale,
): string | undefined {
  const sources = service.sources(indices);
  return sources.length > 0
    ? `*${say(texts.source, locale)}: ${sources.map((source) => sourceText(source, locale)).join('; ')}*`
    : undefined;
}

function sourceText({ title, document, url, date }: SourceData, locale: Locale): string {
  const name = url ? `[${plain(title)}](${url})` : plain(title);
  return [name, document && say(texts.document, locale, { number: document }), date].filter(Boolean).join(', ');
}
