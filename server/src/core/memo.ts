/** Memory of answers: by text, bounded; by object, for as long as the object is in use; of one answer. */

/** Longer texts, in UTF-16 units, are answered anew each time: they are rare, and would only fill the memory. */
const longest = 256;

/**
 * `answer`, remembered per text: of the texts asked for last at least `limit`, at most twice as many. Equal texts give the same object.
 * `answer` must depend on its text alone, and not give undefined.
 */
export function memoByText<Answer extends object>(
  limit: number,
  answer: (text: string) => Answer,
): (text: string) => Answer {
  let recent = new Map<string, Answer>();
  let older: ReadonlyMap<string, Answer> = recent;
  return (text) => {
    const known = recent.get(text);
    if (known) return known;
    if (text.length > longest) return answer(text);
    const own = detached(text);
    const found = older.get(own) ?? answer(own);
    if (recent.size >= limit) {
      older = recent;
      recent = new Map();
    }
    recent.set(own, found);
    return found;
  };
}

/** A copy of the text: a part of a document's text would keep the whole document in memory. */
const detached = (text: string): string => ` ${text}`.slice(1);

/** Where an object carries its own cache. */
export const cache: unique symbol = Symbol('cache');

/**
 * An object that carries its own cache: a policy, an action, a resource. There are thousands of these with each edit. A weak map takes ten times as long
 * to ask, and keeps what it holds alive through collections of young objects; see docs/performance.md.
 */
export interface CarriesCache {
  readonly [cache]: unknown[];
}

const nothing = Symbol('undefined');
let slots = 0;

/**
 * `make`, called once per object and then remembered with it. Make it once, in a module or per catalogue: each call takes a place in every cache for good.
 * `make` must depend on nothing that changes.
 */
export function memoByObject<Owner extends object, Value>(make: (owner: Owner) => Value): (owner: Owner) => Value {
  const slot = slots++;
  const known = new WeakMap<Owner, { readonly value: Value }>();
  return (owner) => {
    const own = (owner as Partial<CarriesCache>)[cache];
    if (own) {
      const found = own[slot];
      if (found !== undefined) return (found === nothing ? undefined : found) as Value;
      const value = make(owner);
      own[slot] = value === undefined ? nothing : value;
      return value;
    }
    let found = known.get(owner);
    if (!found) {
      found = { value: make(owner) };
      known.set(owner, found);
    }
    return found.value;
  };
}

/** `make`, called when first asked for. */
export function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}
