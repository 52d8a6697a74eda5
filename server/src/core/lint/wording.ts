/** Words findings and their fixes in a person's language, once, on the way out. */
import { say, type Locale } from '../text.js';
import type { Finding, Fix, Related } from './finding.js';
import type { Rules } from './lint.js';

/** The message of a finding, or of something related to it. */
export function messageOf(rules: Rules, code: string, { messageId, data }: Finding | Related, locale: Locale): string {
  const text = rules[code]?.messages[messageId];
  return text ? say(text, locale, data) : messageId;
}

/** The title of a fix. */
export function titleOf(rules: Rules, code: string, { titleId, data }: Fix, locale: Locale): string {
  const text = rules[code]?.fixes[titleId];
  return text ? say(text, locale, data) : titleId;
}
