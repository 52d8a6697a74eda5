/** Texts for people, in the languages the product speaks. */
import { own } from './own.js';

export type Locale = 'en' | 'zh';

/** A text in each language; `{name}` stands for a value. */
export interface Text {
  readonly en: string;
  readonly zh: string;
}

/** What goes into a text: values are put in as they are, texts in the same language. */
export type TextData = { readonly [name: string]: string | number | Text };

/** The locale to speak for a language tag such as `zh-CN` or `en-US`: English unless it is Chinese. */
export const localeOf = (tag: string | undefined): Locale => (tag?.toLowerCase().startsWith('zh') ? 'zh' : 'en');

/** The text in `locale` with `{name}` replaced by `data.name`; a name without a value stays as it is. */
export function say(text: Text, locale: Locale, data: TextData = {}): string {
  return text[locale].replace(/\{(\w+)\}/gu, (whole, name: string) => {
    const value = own(data, name);
    return value === undefined ? whole : typeof value === 'object' ? value[locale] : visible(String(value));
  });
}

/**
 * Whether a character cannot be seen or turns the direction of text, as format and control characters, unpaired surrogates, variation selectors
 * and fillers do. Line ends and tabs are none: they can stand in texts for people.
 */
export const isUnseen = (character: string): boolean =>
  /^(?![\n\r\t])(?:[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|\p{Variation_Selector}|\u034f|[\u115f\u1160]|[\u3164\uffa0]|\u17b4|\u17b5)$/u.test(
    character,
  );

/** `U+200B` for a zero-width space. */
export const codeOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** A value with each character that cannot be seen written as its number, `[U+200B]`. */
export const visible = (value: string): string =>
  value.replace(/[^ -~]/gu, (character) => (isUnseen(character) ? `[${codeOf(character)}]` : character));

/** `text` without the run of `sign`, one UTF-16 unit, that it ends in. */
export function withoutTrailing(text: string, sign: string): string {
  let end = text.length;
  while (end > 0 && text.charAt(end - 1) === sign) end--;
  return text.slice(0, end);
}

/** `text` up to the first `sign`; all of it where there is none. */
export function upTo(text: string, sign: string): string {
  const at = text.indexOf(sign);
  return at < 0 ? text : text.slice(0, at);
}

/** A value as a message names it: cut where it is long. */
export const shown = (value: string): string => (value.length > 60 ? `${value.slice(0, 57)}…` : value);

/** `parts`, without the empty ones, separated as the language does. */
export const listed = (parts: readonly (string | false | undefined)[], locale: Locale): string =>
  parts.filter(Boolean).join(locale === 'zh' ? '、' : ', ');

/** `parts`, each of several words, separated as the language does. */
export const clauses = (parts: readonly string[], locale: Locale): string => parts.join(locale === 'zh' ? '；' : '; ');
