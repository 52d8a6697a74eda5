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
 * `make`, called once per `key` and then remembered as long as the key is in use. For keys that live long, or answers that do not lead to what
 * hangs on the key: the collector of young objects takes a dead key's answer for alive, and with it all that it leads to.
 */
export function oncePer<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, { readonly value: Value }>();
  return (key) => {
    let found = known.get(key);
    if (!found) {
      found = { value: make(key) };
      known.set(key, found);
    }
    return found.value;
  };
}

/** Something short-lived that what is found out about it is kept with. */
export interface Remembers {
  readonly memory: Map<object, object>;
}

/** `make`, called once per `owner` and remembered by it. */
export function onceIn<Owner extends Remembers, Value extends object>(
  make: (owner: Owner) => Value,
): (owner: Owner) => Value {
  return (owner) => {
    // What stands at `make` is what it made.
    let found = owner.memory.get(make) as Value | undefined;
    if (!found) {
      found = make(owner);
      owner.memory.set(make, found);
    }
    return found;
  };
}
