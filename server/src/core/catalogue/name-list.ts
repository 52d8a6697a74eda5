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
