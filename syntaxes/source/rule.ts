/** The shape of a TextMate rule and the four shapes of JSON (string, array, object, member) that every context is made of; knows no policy. */

/** What a captured part is called, or how it is tokenised further. */
export interface Capture {
  readonly name?: string;
  readonly patterns?: readonly Rule[];
}
export type Captures = Readonly<Record<string, Capture>>;

/** One rule of a TextMate grammar; `begin` comes with `end`. */
export interface Rule extends Capture {
  readonly contentName?: string;
  readonly include?: `#${string}`;
  readonly match?: string;
  readonly captures?: Captures;
  readonly begin?: string;
  readonly beginCaptures?: Captures;
  readonly end?: string;
  readonly endCaptures?: Captures;
}

export const scope = (name: string): Capture => ({ name });
export const include = (...names: readonly string[]): Rule[] => names.map((name) => ({ include: `#${name}` }));

/** A pattern of a lower-case word that may also begin with a capital, as COS writes elements and effects. */
export const bothCases = (word: string): string => `[${word.charAt(0).toUpperCase()}${word.charAt(0)}]${word.slice(1)}`;

/** What stands between the quotes of a whole string. Atomic, so that a broken line costs one look and no backtracking. */
export const stringText = String.raw`(?>(?:[^"\\]|\\.)*)`;

/**
 * A whole string with a colon behind it is a key, wherever it stands.
 * Arrays and values end before one: thus a missing bracket or comma miscolours nothing beyond the next key.
 */
const beforeKey = String.raw`(?="${stringText}"\s*:)`;

const keyScope = 'string.json support.type.property-name.json';
const illegalQuote = 'invalid.illegal.unclosed-string.cam-policy';

/** A string whose text is tokenised by `patterns` (their `\G` is the place behind the quote). It never goes beyond its line. */
export function string(patterns: readonly Rule[], contentName?: string): Rule {
  return {
    name: 'string.quoted.double.json',
    ...(contentName === undefined ? {} : { contentName }),
    begin: `(")(?=${stringText}")|(")`,
    beginCaptures: {
      1: scope('punctuation.definition.string.begin.json'),
      2: scope(`punctuation.definition.string.begin.json ${illegalQuote}`),
    },
    end: '"|$',
    endCaptures: { 0: scope('punctuation.definition.string.end.json') },
    patterns: [...patterns, ...include('string-content')],
  };
}

/** An array of `items` (names of rules). It also ends before the brace that closes what it stands in. */
export function array(items: readonly string[], opening = ''): Rule {
  return {
    name: 'meta.structure.array.json',
    begin: String.raw`\[`,
    beginCaptures: { 0: scope(`punctuation.definition.array.begin.json${opening}`) },
    end: String.raw`\]|(?=\})|${beforeKey}`,
    endCaptures: { 0: scope('punctuation.definition.array.end.json') },
    patterns: [
      ...include(...items),
      { name: 'punctuation.separator.array.json', match: ',' },
      ...include('illegal'),
      { name: 'invalid.illegal.expected-array-separator.json', match: String.raw`[^\s\]]` },
    ],
  };
}

/** An object of `members` (names of rules). Only its own closing brace ends it: objects are what recovery holds on to. */
export function object(members: readonly string[], { begin = String.raw`\{`, opening = '' } = {}): Rule {
  return {
    name: 'meta.structure.dictionary.json',
    begin,
    beginCaptures: { 0: scope(`punctuation.definition.dictionary.begin.json${opening}`) },
    end: String.raw`\}`,
    endCaptures: { 0: scope('punctuation.definition.dictionary.end.json') },
    patterns: [
      ...include(...members, 'unclosed-key', 'wrong-key', 'stray-object', 'stray-array', 'illegal'),
      { name: 'invalid.illegal.expected-dictionary-separator.json', match: String.raw`[^\s}]` },
    ],
  };
}

/** A member whose key's text matches `key`, with `values` (names of rules) behind the colon; it reaches to the comma. */
export function member(key: string, keyText: Capture, values: readonly string[]): Rule {
  return {
    begin: `(")(${key})(")`,
    beginCaptures: {
      // On each part: what a capture tokenises further inherits nothing from a capture around it.
      1: scope(`${keyScope} punctuation.support.type.property-name.begin.json`),
      2: {
        name: keyText.name === undefined ? keyScope : `${keyScope} ${keyText.name}`,
        ...(keyText.patterns && { patterns: keyText.patterns }),
      },
      3: scope(`${keyScope} punctuation.support.type.property-name.end.json`),
    },
    ...memberValue(values),
  };
}

/** A member whose key is no JSON string (`pattern` is all of it): the key is wrong, its value is read all the same. */
export const wrongKeyMember = (pattern: string, name: string): Rule => ({
  begin: String.raw`${pattern}(?=\s*:)`,
  beginCaptures: { 0: scope(name) },
  ...memberValue(['value']),
});

const memberValue = (values: readonly string[]) => ({
  contentName: 'meta.structure.dictionary.value.json',
  end: String.raw`(,)|(?=\})|${beforeKey}`,
  endCaptures: { 1: scope('punctuation.separator.dictionary.pair.json') },
  patterns: [
    { name: 'punctuation.separator.dictionary.key-value.json', match: ':' },
    ...include(...values, 'illegal'),
    { name: 'invalid.illegal.expected-dictionary-separator.json', match: String.raw`[^\s,}]` },
  ],
});

/** A key still being typed: it ends with its line. */
export const unclosedKey: Rule = {
  name: keyScope,
  match: String.raw`(")((?:[^"\\]|\\.)*\\?)$`,
  captures: {
    1: scope(`punctuation.support.type.property-name.begin.json ${illegalQuote}`),
    2: { patterns: include('string-content') },
  },
};
