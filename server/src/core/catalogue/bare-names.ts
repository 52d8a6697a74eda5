/**
 * Which services may have an action of a given name, made of the lists of names when it is first asked for: they are in the packs in any case. It keeps hashes
 * instead of names. Once in many names it says too much: whoever asks looks whether the service has the action.
 */
import { unpackNames } from './name-list.js';

/** FNV-1a over UTF-16 units. Names in different case are the same. */
function hashOf(name: string): number {
  const lower = name.toLowerCase();
  let hash = 0x811c9dc5;
  for (let at = 0; at < lower.length; at++) hash = Math.imul(hash ^ lower.charCodeAt(at), 0x01000193);
  return hash;
}

/** `lists` are the packed names of each service (`packNames`); the answer's numbers are places among them, in ascending order. */
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
