/** Numbers that look random and are the same in every run: the benchmark's documents do not change between runs. */

export interface Random {
  /** A whole number from 0 to below `limit`. */
  below(limit: number): number;
  /** One of `items`, which must not be empty. */
  of<Item>(items: readonly Item[]): Item;
  /** True in one of `times` cases. */
  oneIn(times: number): boolean;
}

/** The same `seed` gives the same numbers. The generator is mulberry32. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const below = (limit: number): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
  return {
    below,
    of(items) {
      const item = items[below(items.length)];
      if (item === undefined) throw new RangeError('nothing to choose from');
      return item;
    },
    oneIn: (times) => below(times) === 0,
  };
}
