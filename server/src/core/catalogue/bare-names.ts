/**
 * Which services may have an action of a given name, as one line of text: the hashes of all names in ascending order, each with its service. That takes a
 * third of what the names would. Once in a few names it says too much: whoever asks looks whether the service has the action.
 */

/** Hashes have so many bits: a name that no service has shares its hash with one name in seven cases of a hundred or fewer. */
const bits = 17;

/** A place below `mostServices` and a hash as one number. */
const mostServices = 512;

/** Printable signs from `!` on, without the last one, are numbers; the last one adds `base` to the gap that follows. */
const first = 33;
const base = 93;
const more = String.fromCharCode(first + base);

/** FNV-1a over UTF-16 units, folded. Names in different case are the same. */
function hashOf(name: string): number {
  const lower = name.toLowerCase();
  let hash = 0x811c9dc5;
  for (let at = 0; at < lower.length; at++) hash = Math.imul(hash ^ lower.charCodeAt(at), 0x01000193);
  return (hash ^ (hash >>> bits)) & ((1 << bits) - 1);
}

/** `names` of each service, in the order of the index of all services. Throws for more services than can be written. */
export function packBareNames(names: readonly (readonly string[])[]): string {
  if (names.length > mostServices)
    throw new Error(`bare names: ${names.length} services, and the most is ${mostServices}`);
  const entries = new Set(names.flatMap((own, service) => own.map((name) => hashOf(name) * mostServices + service)));
  let before = 0;
  return [...entries]
    .sort((a, b) => a - b)
    .map((entry) => {
      const hash = Math.floor(entry / mostServices);
      const gap = hash - before;
      before = hash;
      const service = entry % mostServices;
      return (
        more.repeat(Math.floor(gap / base)) + sign(gap % base) + sign(Math.floor(service / base)) + sign(service % base)
      );
    })
    .join('');
}

const sign = (number: number): string => String.fromCharCode(first + number);

/** Reads a line of `packBareNames`; the answer's numbers are places in the index of all services. */
export function readBareNames(line: string): (name: string) => readonly number[] {
  const services = new Map<number, number[]>();
  let hash = 0;
  for (let at = 0; at + 2 < line.length; at += 3) {
    for (; line.charAt(at) === more; at++) hash += base;
    const [gap, high, low] = [0, 1, 2].map((place) => line.charCodeAt(at + place) - first) as [number, number, number];
    hash += gap;
    const known = services.get(hash);
    if (known) known.push(high * base + low);
    else services.set(hash, [high * base + low]);
  }
  return (name) => services.get(hashOf(name)) ?? [];
}
