/** How sentences on access are written. */
import { listed, say, type Locale, type Text, type TextData } from '../../text.js';

export interface Voice {
  readonly locale: Locale;
  /** What marks a text of the policy's, such as an action, where the sentence is shown: backticks in Markdown, nothing on a terminal. */
  readonly code: (text: string) => string;
}

/** A line, and those that stand below it. */
export interface Line {
  readonly text: string;
  /** The statement that the line is about, from 0. */
  readonly statement?: number;
  readonly below: readonly Line[];
}

export const leaf = (text: string): Line => ({ text, below: [] });

export const voiceOf = (locale: Locale, code: Voice['code'] = (text) => text): Voice => ({ locale, code });

export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const tell = (text: Text, { locale }: Voice, data?: TextData): string => say(text, locale, data);

const texts = {
  or: { en: ' or ', zh: ' 或 ' },
  more: { en: '{count} more', zh: '另外 {count} 个' },
} satisfies { readonly [name: string]: Text };

/** The first `limit` of the names, marked, and how many more there are. */
export function named(names: readonly string[], limit: number, voice: Voice): string {
  // One more is no longer than saying so.
  const shown = names.length <= limit + 1 ? names : names.slice(0, limit);
  const rest = names.length - shown.length;
  return listed([...shown.map(voice.code), rest > 0 && tell(texts.more, voice, { count: rest })], voice.locale);
}

/** The first `limit` of the alternatives, marked. */
export function alternatives(names: readonly string[], limit: number, voice: Voice): string {
  const shown = names.length <= limit + 1 ? names : names.slice(0, limit);
  const rest = names.length - shown.length;
  return [...shown.map(voice.code), ...(rest > 0 ? [tell(texts.more, voice, { count: rest })] : [])].join(
    tell(texts.or, voice),
  );
}
