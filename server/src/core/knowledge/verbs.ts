/** The words that names of actions are made of. */

/** The first word of a name in camel case: `Describe` of `DescribeZones*`, `get` of `getTag`, `AI` of `AIList`; empty where it begins otherwise. */
export const firstWord = (name: string): string => /^(?:[A-Z]+(?![a-z])|[A-Z]?[a-z\d]+)/u.exec(name)?.[0] ?? '';

/** The verb that a name begins with: its first word, unless that is an abbreviation such as `AI`. */
export function verbOf(name: string): string {
  const word = firstWord(name);
  return /^[A-Za-z][a-z]/u.test(word) ? word : '';
}
