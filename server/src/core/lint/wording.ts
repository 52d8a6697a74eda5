/** Words findings and their fixes in a person's language, once, on the way out. */
import { own } from '../own.js';
import { say, type Locale, type Text } from '../text.js';
import type { Finding, Fix, Related } from './finding.js';
import type { Rules } from './lint.js';

/** Behind a message or a title that is about more than one place. */
const atPlaces: Text = { en: '{text} ({count} places)', zh: '{text}（共 {count} 处）' };

const placed = (text: string, count: number, locale: Locale): string =>
  count > 1 ? say(atPlaces, locale, { text, count }) : text;

/** The message of a finding, or of something related to it. */
export function messageOf(rules: Rules, code: string, said: Finding | Related, locale: Locale): string {
  const { messageId, data } = said;
  const rule = own(rules, code);
  const text = rule && own(rule.messages, messageId);
  const { length = 1 } = ('parts' in said && said.parts) || {};
  return text ? placed(say(text, locale, data), length, locale) : messageId;
}

/** The title of a fix. */
export function titleOf(rules: Rules, code: string, { titleId, data, places = 1 }: Fix, locale: Locale): string {
  const rule = own(rules, code);
  const text = rule && own(rule.fixes, titleId);
  return text ? placed(say(text, locale, data), places, locale) : titleId;
}
