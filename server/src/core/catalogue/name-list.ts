/** Sorted names as one short text, and which of a table of facts each of them has. Both ways, so that they cannot come apart. */

/** Names have at most so many first letters of the one before them left out. */
const mostShared = 35;

/** `CreateThing CreateThings DeleteThing` → `0CreateThing bs 0DeleteThing`: how many letters are those of the name before, in base 36, and the rest. */
export function packNames(names: readonly string[]): string {
  let before = '';
  return names
    .map((name) => {
      let shared = 0;
      while (shared < mostShared && shared < name.length && name[shared] === before[shared]) shared++;
      before = name;
      return shared.toString(36) + name.slice(shared);
    })
    .join(' ');
}

export function unpackNames(packed: string): readonly string[] {
  if (packed === '') return [];
  let before = '';
  return packed.split(' ').map((part) => (before = before.slice(0, parseInt(part.charAt(0), 36)) + part.slice(1)));
}

/** Whether a name is among packed ones, in any case: found without making the names. `lower` is the name in lower case. */
export function holdsName(packed: string, lower: string): boolean {
  // How many letters of the name before are those of `lower`.
  let same = 0;
  for (let start = 0, end; start < packed.length; start = end + 1) {
    const blank = packed.indexOf(' ', start);
    end = blank < 0 ? packed.length : blank;
    const shared = parseInt(packed.charAt(start), 36);
    // With more letters of the name before it also has the one that differs.
    if (shared > same) continue;
    same = shared;
    let at = start + 1;
    for (; at < end && packed.charAt(at).toLowerCase() === lower[same]; at++) same++;
    if (at === end && same === lower.length) return true;
  }
  return false;
}

/** A letter for each of the facts that several names share. */
const letters = 'rlwptABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijkmnoqsuvxyz0123456789';
const single = '*';

/** Facts by name → the table, shared ones first and in order of the letters, and a letter for each name, `*` for facts of its own. */
export function packFacts(facts: readonly string[]): { readonly table: readonly string[]; readonly kinds: string } {
  const counts = new Map<string, number>();
  for (const text of facts) counts.set(text, (counts.get(text) ?? 0) + 1);
  const shared = [...counts]
    .filter(([, count]) => count > 1)
    .sort(([, a], [, b]) => b - a)
    .slice(0, letters.length)
    .map(([text]) => text);
  const kinds = facts.map((text) => letters[shared.indexOf(text)] ?? single);
  return { table: [...shared, ...facts.filter((text) => !shared.includes(text))], kinds: kinds.join('') };
}

/** The facts of each name, in the order of the names. */
export function unpackFacts<T>(table: readonly T[], kinds: string): readonly T[] {
  const each = kinds.split('');
  let next = table.length - each.filter((kind) => kind === single).length;
  return each.flatMap((kind) => {
    const facts = table[kind === single ? next++ : letters.indexOf(kind)];
    return facts === undefined ? [] : [facts];
  });
}
