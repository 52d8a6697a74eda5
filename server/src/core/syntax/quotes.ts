/** Where a line has an odd number of quotes, one is missing or one is too many: which string that breaks, so that the rest of the line is read as it is meant. */

/** What is wrong with the string at a quote. `end` is where the string ends. */
export type Broken =
  | { readonly kind: 'unclosed'; readonly end: number }
  /** A quote too many at `quote`, behind the one that ends the string. */
  | { readonly kind: 'stray'; readonly quote: number; readonly end: number }
  /** The quote at `quote` is too many in a string that ends at `last`, or begins another one: the one at hand ends before it in any case. */
  | { readonly kind: 'cut'; readonly quote: number; readonly last: number }
  /** The quote at hand stands alone: it begins no string. */
  | { readonly kind: 'alone' };

/** What may stand directly behind a string. */
const separators = ' \t\r\n,:]}，：；、';
/** What stands between strings. */
const between = ' \t,:[]{}';

const isLineEnd = (text: string, at: number): boolean =>
  at >= text.length || text.charAt(at) === '\n' || text.charAt(at) === '\r';

/** A colon stands also in actions and resources: there no value follows it. */
const isSeparator = (text: string, at: number): boolean =>
  at >= text.length ||
  (separators.includes(text.charAt(at)) &&
    (text.charAt(at) !== ':' || isLineEnd(text, at + 1) || ' \t"[{'.includes(text.charAt(at + 1))));

// Sticky expressions are faster here than loops: every line, and every string behind a bracket, is looked at.
/** Up to a quote, a backslash or the line's end. */
const plain = /[^"\\\n\r]*/uy;
/** As long as quotes come in pairs and nothing is escaped. */
const plainPairs = /(?:[^"\\\n\r]*"[^"\\\n\r]*")*[^"\\\n\r]*/uy;
const restOfLine = /[^\n\r]*/uy;

/** Where the sticky `expression`, tried at `from`, ends its match. */
function endOf(expression: RegExp, text: string, from: number): number {
  expression.lastIndex = from;
  return expression.test(text) ? expression.lastIndex : from;
}

/** The next quote from `from` that no backslash stands before, on the same line; -1 where there is none. */
export function nextQuote(text: string, from: number): number {
  let at = endOf(plain, text, from);
  while (text.charAt(at) === '\\' && !isLineEnd(text, at + 1)) at = endOf(plain, text, at + 2);
  return text.charAt(at) === '"' ? at : -1;
}

/** The line from `from` on: where it ends, and whether it has an odd number of quotes. */
export function lineFrom(text: string, from: number): { readonly end: number; readonly odd: boolean } {
  const paired = endOf(plainPairs, text, from);
  if (isLineEnd(text, paired)) return { end: paired, odd: false };
  const end = endOf(restOfLine, text, paired);
  let odd = false;
  for (let at = paired; at < end; at++) {
    if (text.charAt(at) === '\\' && at + 1 < end) at++;
    else if (text.charAt(at) === '"') odd = !odd;
  }
  return { end, odd };
}

/** What is wrong with the string that begins at `start`, on a line with an odd number of quotes; undefined where it looks right. */
export function brokenAt(text: string, start: number): Broken | undefined {
  const quote = nextQuote(text, start + 1);
  if (quote < 0) return isBetween(text, start + 1) ? { kind: 'alone' } : undefined;
  if (text.charAt(quote + 1) === '"' && isSeparator(text, quote + 2) && quote > start + 1)
    return { kind: 'stray', quote: quote + 1, end: quote + 2 };
  if (isSeparator(text, quote + 1)) return undefined;
  // An empty string, and a word without its first quote.
  if (quote === start + 1) return undefined;
  // The quote begins a string: the one at hand was to end before what stands between them.
  let end = quote;
  if (text.charAt(end - 1) !== ':' || end === start + 2) end = endBefore(text, start, quote);
  if (end === start + 1 && end < quote) return { kind: 'alone' };
  if (end < quote) return { kind: 'unclosed', end };
  const last = nextQuote(text, quote + 1);
  return last < 0 ? undefined : { kind: 'cut', quote, last: last + 1 };
}

/** Where the string at `start` ends before what stands between it and `quote`. A colon before a comma or a closing bracket is its own: `"cvm:, "`. */
function endBefore(text: string, start: number, quote: number): number {
  let isOver = false;
  let end = quote;
  for (; end > start + 1 && between.includes(text.charAt(end - 1)); end--) {
    const character = text.charAt(end - 1);
    if (character === ':' && isOver && end > start + 2) return end;
    isOver ||= ',]}'.includes(character);
  }
  return end;
}

/** Whether brackets that open, or a colon, stand in the rest of the line: there no string is meant to begin. */
export function isOpeningAhead(text: string, from: number): boolean {
  for (let at = from; !isLineEnd(text, at); at++) if ('[{:'.includes(text.charAt(at))) return true;
  return false;
}

/** Whether the rest of the line holds only what stands between strings. */
function isBetween(text: string, from: number): boolean {
  for (let at = from; !isLineEnd(text, at); at++) if (!between.includes(text.charAt(at))) return false;
  return true;
}

/** Longer words without a quote are not looked for: a line of them would be read again from each. */
const longestWord = 200;

/** Where a word ends whose first quote is missing, its last one included; -1 where `start` begins no such word. */
export function headlessEnd(text: string, start: number): number {
  for (let at = start; at < start + longestWord && !isLineEnd(text, at); at++) {
    const character = text.charAt(at);
    if (character === '"') return at > start && isSeparator(text, at + 1) ? at + 1 : -1;
    if (' \t,[]{}\\'.includes(character)) return -1;
  }
  return -1;
}

/** Where a string ends that is broken over the line's end at `lineEnd`; -1 where the next line does not go on with it. */
export function continuedEnd(text: string, lineEnd: number): number {
  let at = lineEnd;
  while (at < text.length && ' \t\r\n'.includes(text.charAt(at))) at++;
  if (!lineFrom(text, at).odd) return -1;
  if (text.charAt(at) === '"') return isSeparator(text, at + 1) ? at + 1 : -1;
  return headlessEnd(text, at);
}
