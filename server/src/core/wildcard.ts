/** Patterns with `*`, which stands for any run of characters. CAM documents no other wildcard. */

/** Whether `pattern` stands for `text`. Linear in practice: it never goes back beyond the last `*`. */
export function matches(pattern: string, text: string): boolean {
  let p = 0;
  let t = 0;
  let star = -1;
  let resume = 0;
  while (t < text.length) {
    if (pattern[p] === '*') {
      star = p++;
      resume = t;
    } else if (pattern[p] === text[t]) {
      p++;
      t++;
    } else if (star >= 0) {
      p = star + 1;
      t = ++resume;
    } else {
      return false;
    }
  }
  while (pattern[p] === '*') p++;
  return p === pattern.length;
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
