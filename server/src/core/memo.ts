/** Answers that are kept, so that what is asked for again and again is found out once. Each memory is bounded. */

/** Longer texts, in UTF-16 units, are answered anew each time: they are rare, and would only fill the memory. */
const longest = 256;

/**
 * `answer`, remembered per text: of the texts asked for last at least `limit`, at most twice as many. Equal texts so give the same object.
 * `answer` must tell from its text alone, and not give undefined.
 */
export function remembering<Answer extends object>(
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

/** The text with characters of its own: the engine keeps the whole of a document alive for the sake of a part that is remembered. */
const detached = (text: string): string => ` ${text}`.slice(1);

/**
 * `make`, called once per `key` and then remembered as long as the key is in use. For few keys: those that live long, such as catalogues, or that are
 * asked about only where something is wrong.
 */
export function oncePer<Key extends object, Value extends object>(make: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, Value>();
  return (key) => {
    let found = known.get(key);
    if (!found) {
      found = make(key);
      known.set(key, found);
    }
    return found;
  };
}

/**
 * Something that what is found out about it is kept with: a policy, an action. A weak map would do the same, but takes ten times as long to ask,
 * and the collector of young objects takes a dead key's answer for alive, and with it all that it leads to.
 */
export interface Remembers {
  readonly memory: unknown[];
}

const nothing = Symbol('undefined');
let slots = 0;

/**
 * `make`, called once per `owner` and remembered by it. Each call takes a place in the memory of every owner for good, so it is for what is
 * there once: a module's function, or one per catalogue.
 */
export function onceIn<Owner extends Remembers, Value>(make: (owner: Owner) => Value): (owner: Owner) => Value {
  const slot = slots++;
  return (owner) => {
    const known = owner.memory[slot];
    if (known !== undefined) return (known === nothing ? undefined : known) as Value;
    const value = make(owner);
    owner.memory[slot] = value === undefined ? nothing : value;
    return value;
  };
}
