/** Bounds what a rule looks up for one policy, so that no text can make it slow. */

/**
 * `look`, remembered per key, and made for the first `limit` keys only; further keys give undefined.
 * CAM takes no policy of more than 6144 characters, so a limit of some hundred is never met by one that it takes.
 */
export function remembered<Value>(limit: number, look: (key: string) => Value): (key: string) => Value | undefined {
  const known = new Map<string, Value>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined || known.size >= limit) return found;
    const value = look(key);
    known.set(key, value);
    return value;
  };
}
