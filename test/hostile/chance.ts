/** Chance that comes out the same for the same seed. */
export interface Chance {
  /** A number from 0 up to `end`, which is left out. */
  below(end: number): number;
  /** One of `items`. */
  of<Item>(items: readonly [Item, ...Item[]]): Item;
  /** True once in `times`. */
  once(times: number): boolean;
}

/** Mulberry32: small, and good enough to wander about with. */
export function createChance(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (end: number): number => Math.floor(next() * end);
  return {
    below,
    of: (items) => items[below(items.length)] ?? items[0],
    once: (times) => below(times) === 0,
  };
}
