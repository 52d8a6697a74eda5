/** Words findings and their fixes in a person's language, once, on the way out. */
import { own } from '../own.js';
import { say, type Locale, type Text } from '../text.js';
import type { Finding, Fix, Related } from './finding.js';
import type { Rules } from './lint.js';

/** Behind a message or a title that is about more than one place. */
const atPlaces: Text = { en: '{text} ({count} places)', zh: '{text}（共 {count} 处）' };

/** Behind one that is about the first of several that are alike. */
const alike: Text = { en: '{text} (and {count} more)', zh: '{text}（另有 {count} 处）' };

function placed(text: string, count: number, varied: boolean | undefined, locale: Locale): string {
  if (count < 2) return text;
  return varied ? say(alike, locale, { text, count: count - 1 }) : say(atPlaces, locale, { text, count });
}

/** The message of a finding, or of something related to it. */
export function messageOf(rules: Rules, code: string, said: Finding | Related, locale: Locale): string {
  const { messageId, data } = said;
  const { parts = [], varied }: Partial<Finding> = 'parts' in said ? said : {};
  const rule = own(rules, code);
  const text = rule && own(rule.messages, messageId);
  return text ? placed(say(text, locale, data), parts.length, varied, locale) : messageId;
}

/** The title of a fix. */
export function titleOf(
  rules: Rules,
  code: string,
  { titleId, data, places = 1, varied }: Fix,
  locale: Locale,
): string {
  const rule = own(rules, code);
  const text = rule && own(rule.fixes, titleId);
  return text ? placed(say(text, locale, data), places, varied, locale) : titleId;
}
