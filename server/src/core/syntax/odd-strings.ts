/** Strings in quotes that JSON does not know, `'…'` or `“…”`: where they end and what they hold. */

/** Where the quote stands that closes the string which begins at `start`: the next of `closers` on its line, if there is one without a backslash; else -1. */
export function oddStringEnd(text: string, start: number, closers: string): number {
  let escaped = -1;
  for (let at = start + 1; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '\n' || character === '\r') break;
    if (closers.includes(character)) return at;
    if (character !== '\\') continue;
    if (escaped < 0 && closers.includes(text.charAt(at + 1)) && at + 1 < text.length) escaped = at + 1;
    at++;
  }
  return escaped;
}

/** A backslash with what it escapes, if anything, or a double quote without one. */
const special = /\\[^]?|"/gu;

/** The JSON string that has the content of such a string. Escapes that JSON does not know either are left. */
export const asJsonString = (content: string): string =>
  `"${content.replace(special, (found) => (found.length === 1 ? `\\${found}` : isQuote(found.charAt(1)) ? found.charAt(1) : found))}"`;

/** Quotes that JSON does not escape. */
const isQuote = (character: string): boolean => character === "'" || character === '`';

/** What such a string says. */
export function oddContent(content: string): string {
  if (!content.includes('\\')) return content;
  try {
    return String(JSON.parse(asJsonString(content)));
  } catch {
    return content;
  }
}
