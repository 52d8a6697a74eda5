/** Characters that stand in a text for values that nobody knows who reads it: Unicode's private use area, which no policy needs. */

/** The first and the last of them. */
export const unknownMarks = '\uE000\uF8FF';

/** Whether the character at `at` is one. */
export function isUnknownMark(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0xe000 && code <= 0xf8ff;
}

/** Whether a stretch of a text holds one. */
export function hasUnknownMark(text: string, start = 0, end = text.length): boolean {
  for (let at = start; at < end; at++) if (isUnknownMark(text, at)) return true;
  return false;
}

/** The text with `value`, one character, in place of each. */
export const withKnown = (text: string, value: string): string => text.replace(/[\uE000-\uF8FF]/gu, value);
