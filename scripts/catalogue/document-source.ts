/** Names the pages that rows of tables are from, as people read them. */
import type { SourceData } from '../../server/src/core/catalogue/data.js';
import type { ImportRules } from './import-rules.js';

export type ProductNames = { readonly [service: string]: readonly [string, string] };

/** A document's number, the language of the copy, a note on it, the date. */
const pagePattern =
  /(announce\/detail\/\d+|\d+\/\d+)(?: (zh|en|ko|ind|pt|jp)\b)?(?: \(([^)]*)\))?(?: (\d{4}-\d\d(?:-\d\d)?))?/g;

/** Sites by what a row calls the copy it was read from. */
const sites: readonly (readonly [RegExp, string])[] = [
  [/\bko\b/, 'https://www.tencentcloud.com/ko'],
  [/\bind\b/, 'https://www.tencentcloud.com/ind'],
  [/\bpt\b/, 'https://www.tencentcloud.com/pt'],
  [/\bjp\b/, 'https://www.tencentcloud.com/jp'],
  [/\bzh\b/, 'https://www.tencentcloud.com/zh'],
];

/**
 * The pages of a row's cell such as `598/57149 (zh) 598/70005 2025-12-06`; `urls` has addresses by document number.
 * Throws on a document that neither is one of CAM's nor named in `import.json`.
 */
export function documentSources(
  cell: string,
  product: readonly [string, string],
  urls: ReadonlyMap<string, string>,
  rules: ImportRules,
): readonly SourceData[] {
  const pages = [...cell.matchAll(pagePattern)];
  if (pages.length === 0) throw new Error(`no document in «${cell}»`);
  return pages.map(([, number = '', language = '', note = '', date]) => {
    const copy = `${language} ${note}`;
    const site = sites.find(([pattern]) => !copy.includes('conflicts') && pattern.test(copy))?.[1];
    return sourceOf(number, product, rules, {
      ...(date !== undefined && { date }),
      url: site === undefined ? (urls.get(number) ?? addressOf(number, rules)) : `${site}/document/product/${number}`,
    });
  });
}

/** The source of a document by number: titles in both languages, saying where the copy has no date. */
export function sourceOf(
  number: string,
  [en, zh]: readonly [string, string],
  rules: ImportRules,
  { date, url }: { readonly date?: string; readonly url: string },
): SourceData {
  const titles = number.startsWith('598/') ? [`CAM: ${en}`, `访问管理：${zh}`] : rules.documents[number];
  if (!titles) throw new Error(`${number}: no title in server/catalogue/import.json`);
  const [title = '', chinese = ''] = titles;
  return {
    title: date === undefined ? `${title} (copy without a date)` : title,
    zh: date === undefined ? `${chinese}（副本未注日期）` : chinese,
    ...(/^\d+\/\d+$/.test(number) && { document: number }),
    url,
    ...(date !== undefined && { date }),
  };
}

function addressOf(number: string, rules: ImportRules): string {
  if (number.startsWith('announce/')) return `https://www.tencentcloud.com/${number}`;
  return `https://${rules.documents[number]?.[2] ?? 'cloud.tencent.com'}/document/product/${number}`;
}

/** A page known by its path in a copy of the documents: product and page in both languages, without the path. */
export function copiedSource(
  path: string,
  date: string,
  product: readonly [string, string],
  products: ProductNames,
  rules: ImportRules,
): SourceData {
  const dated = date === '' ? {} : { date };
  const [, folders = ''] = /^[\w-]+[/+][\w-]+:(.+?)(?:\.md)?$/u.exec(path) ?? [];
  if (folders === '') return { title: path.replace(/ \([\w-]+\/[\w-]+\)/, ''), ...dated };
  const parts = folders.split('/');
  const page = (parts.at(-1) ?? '').replace(/_intl(?:_\w+)?$/u, '');
  const [en, zh] = Object.values(products).find(([, name]) => name === parts[2]) ?? product;
  return { title: `${en}: ${rules.pages[page] ?? 'documentation'}`, zh: `${zh}：${page}`, ...dated };
}
