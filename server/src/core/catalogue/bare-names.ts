/** Which services may have an action of a given name, from the lists of names: they are in the packs in any case. */
import { holdsName, unpackNames } from './name-list.js';

/** So many names are looked for in the lists. An index of all names takes as long as some ten of them, at a time when a first policy waits for its findings. */
const searches = 4;

/**
 * `readLists` gives the packed names of each service (`packNames`), and is called with the first question. The answer's numbers are places among them, in ascending order. Once
 * in many names it says too much: whoever asks looks whether the service has the action.
 */
export function createBareNames(readLists: () => readonly string[]): (name: string) => readonly number[] {
  let lists: readonly string[] | undefined;
  let index: ReturnType<typeof indexBareNames> | undefined;
  let asked = 0;
  return (name) => {
    if (index) return index(name);
    lists ??= readLists();
    if (asked++ < searches) return searchBareNames(lists, name);
    index = indexBareNames(lists);
    lists = undefined;
    return index(name);
  };
}

/** The same answer for one name, and never too much. */
export function searchBareNames(lists: readonly string[], name: string): readonly number[] {
  const lower = name.toLowerCase();
  return lists.flatMap((list, service) => (holdsName(list, lower) ? [service] : []));
}

/** FNV-1a over UTF-16 units. Names in different case are the same. */
function hashOf(name: string): number {
  const lower = name.toLowerCase();
  let hash = 0x811c9dc5;
  for (let at = 0; at < lower.length; at++) hash = Math.imul(hash ^ lower.charCodeAt(at), 0x01000193);
  return hash;
}

/** The same for many names: an index of hashes instead of names. */
export function indexBareNames(lists: readonly string[]): (name: string) => readonly number[] {
  const services = new Map<number, number[]>();
  lists.forEach((list, service) => {
    for (const name of unpackNames(list)) {
      const hash = hashOf(name);
      const known = services.get(hash);
      if (!known) services.set(hash, [service]);
      else if (known.at(-1) !== service) known.push(service);
    }
  });
  return (name) => services.get(hashOf(name)) ?? [];
}
