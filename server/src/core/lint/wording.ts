/** Words findings and their fixes in a person's language, once, on the way out. */
import { own } from '../own.js';
import { say, type Locale } from '../text.js';
import type { Finding, Fix, Related } from './finding.js';
import type { Rules } from './lint.js';

/** The message of a finding, or of something related to it. */
export function messageOf(rules: Rules, code: string, { messageId, data }: Finding | Related, locale: Locale): string {
  const rule = own(rules, code);
  const text = rule && own(rule.messages, messageId);
  return text ? say(text, locale, data) : messageId;
}

/** The title of a fix. */
export function titleOf(rules: Rules, code: string, { titleId, data }: Fix, locale: Locale): string {
  const rule = own(rules, code);
  const text = rule && own(rule.fixes, titleId);
  return text ? say(text, locale, data) : titleId;
}
