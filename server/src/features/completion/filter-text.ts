/** What typed text is searched in besides names: products in both languages, what an action does. Bounded, for lists hold hundreds. */
import type { Action, ServiceSummary } from '../../core/catalogue/catalogue.js';
import { wordsOf } from '../../core/knowledge/verbs.js';
import { memoByObject } from '../../core/memo.js';
import type { Locale } from '../../core/text.js';

/** UTF-16 units behind the name. Editors look at the first 128 of all. */
const longestRest = 60;

/** The abbreviation, and the product's names as far as they say more. */
export function serviceFilter({ service, product, aliases = [] }: ServiceSummary): string {
  const names = [...aliases, product.en, product.zh].filter((name) => name !== service);
  return [service, ...new Set(names)]
    .join(' ')
    .slice(0, service.length + 1 + longestRest)
    .trimEnd();
}

/** The name, and words of the sentence that are not in it: `PutObject uploads`, `PutObject 上传对象`. */
export const actionFilter = (action: Action, locale: Locale): string => filters[locale](action);

const filters: { readonly [locale in Locale]: (action: Action) => string } = {
  en: memoByObject((action: Action) => makeFilter(action, 'en')),
  zh: memoByObject((action: Action) => makeFilter(action, 'zh')),
};

function makeFilter({ service, name }: Action, locale: Locale): string {
  const sentence = service.details(name)?.description?.[locale];
  if (sentence === undefined) return name;
  const rest = locale === 'zh' ? sentence.replace(/[\s\p{P}]+/gu, ' ') : newWords(sentence, name).join(' ');
  return `${name} ${rest}`.slice(0, name.length + 1 + longestRest).trimEnd();
}

/** Words that tell no action from another. */
const common = new Set(
  'more whose what which with from that this them they their into than such only also have been were'.split(' '),
);

/** The words of a sentence of four letters or more that the name does not have. */
function newWords(sentence: string, name: string): readonly string[] {
  const own = wordsOf(name);
  const words = sentence.toLowerCase().match(/[a-z]{4,}/gu) ?? [];
  return [...new Set(words)].filter((word) => !common.has(word) && !own.some((part) => isSame(word, part)));
}

/** Whether a word is the same as another but for its ending: `uploads` and `upload`, `queues` and `queue`. */
const isSame = (word: string, part: string): boolean =>
  word.startsWith(part.length > 4 ? part.slice(0, -1) : part) && word.length <= part.length + 3;
