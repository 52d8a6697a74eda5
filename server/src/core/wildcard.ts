/** Patterns with `*`, which stands for any run of characters. CAM documents no other wildcard. */

/** Whether `pattern` stands for `text`. Linear: what stands between two `*` is looked for behind what was found for the one before. */
export function matches(pattern: string, text: string): boolean {
  const first = pattern.indexOf('*');
  if (first < 0) return pattern === text;
  const last = first === pattern.length - 1 ? first : pattern.lastIndexOf('*');
  const tail = pattern.length - 1 - last;
  const end = text.length - tail;
  if (end < first || !same(pattern, 0, text, 0, first) || !same(pattern, last + 1, text, end, tail)) return false;
  let at = first;
  for (let star = first; star < last;) {
    const next = pattern.indexOf('*', star + 1);
    const middle = pattern.slice(star + 1, next);
    const found = text.indexOf(middle, at);
    if (found < 0 || found + middle.length > end) return false;
    at = found + middle.length;
    star = next;
  }
  return true;
}

/** Whether `length` UTF-16 units of two texts are the same. */
function same(a: string, atA: number, b: string, atB: number, length: number): boolean {
  for (let index = 0; index < length; index++)
    if (a.charCodeAt(atA + index) !== b.charCodeAt(atB + index)) return false;
  return true;
}

/**
 * Whether `pattern` stands for everything that `other` stands for. A `*` of `other` may be any text, so only a `*` of `pattern` can stand for it:
 * that is what matching `other` as a text asks.
 */
export const covers = (pattern: string, other: string): boolean => matches(pattern, other);

/** Whether some text is meant by both patterns. Linear: where both have a `*`, only what stands before their first and behind their last one can disagree. */
export function overlaps(a: string, b: string): boolean {
  const starA = a.indexOf('*');
  const starB = b.indexOf('*');
  if (starA < 0) return matches(b, a);
  if (starB < 0) return matches(a, b);
  const head = Math.min(starA, starB);
  const tail = Math.min(a.length - a.lastIndexOf('*'), b.length - b.lastIndexOf('*')) - 1;
  return a.slice(0, head) === b.slice(0, head) && a.slice(a.length - tail) === b.slice(b.length - tail);
}
