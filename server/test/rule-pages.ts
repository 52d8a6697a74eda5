/** Reads the pages of the rules, `docs/rules/<code>.md`, in Chinese `docs/rules/zh-cn/<code>.md`. What their form must be is tested in `rule-pages.test.ts`. The working directory is the repository's root. */
import { existsSync, readFileSync } from 'node:fs';
import type { Locale } from '../src/core/text.js';

/** Where a rule's page is, from the repository's root. */
export const pageOf = (code: string, locale: Locale = 'en'): string =>
  `docs/rules/${locale === 'zh' ? 'zh-cn/' : ''}${code}.md`;

/** The text of a rule's page; undefined where there is none yet. */
export function readPage(code: string, locale?: Locale): string | undefined {
  const file = pageOf(code, locale);
  return existsSync(file) ? readFileSync(file, 'utf8').replaceAll('\r\n', '\n') : undefined;
}

/** The text below each second-level heading, by heading, in the page's order; what stands before the first is under ''. */
export function sectionsOf(page: string): ReadonlyMap<string, string> {
  const [before = '', ...rest] = page.split(/^## /mu);
  return new Map([
    ['', before.trim()],
    ...rest.map((section): [string, string] => {
      const [heading = '', ...lines] = section.split('\n');
      return [heading, lines.join('\n').trim()];
    }),
  ]);
}

/** The JSON blocks of a section. */
export const blocksIn = (section: string): readonly string[] =>
  [...section.matchAll(/^```json\n(.*?)^```$/gmsu)].map(([, block = '']) => block);
