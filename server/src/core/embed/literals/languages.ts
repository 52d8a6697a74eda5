/** How languages write strings, as far as policies in them need it. Sources: the language specifications of Go, Python and ECMAScript. */

/** A quote and what stands between two of them. */
export interface Quote {
  readonly sign: string;
  /** Backslashes are characters like others. */
  readonly raw?: boolean;
  /** It may go over several lines. */
  readonly multiline?: boolean;
  /** `${…}` in it is an expression. */
  readonly template?: boolean;
}

export interface LiteralLanguage {
  readonly name: string;
  /** What editors call it. */
  readonly ids: readonly string[];
  /** Longer signs before shorter ones. */
  readonly quotes: readonly Quote[];
  /** Letters before a quote, as `f` and `r`. */
  readonly prefixes?: boolean;
  /** How a comment to the end of the line begins. */
  readonly comment: string;
  /** What joins two strings. */
  readonly joint: '+' | '';
  /** An object or a dictionary may stand for JSON. */
  readonly objects?: boolean;
}

const double: Quote = { sign: '"' };
const single: Quote = { sign: "'" };

const others: LiteralLanguage = {
  name: 'other',
  ids: [],
  quotes: [{ sign: '"""', multiline: true }, double, single, { sign: '`', raw: true, multiline: true }],
  comment: '//',
  joint: '+',
};

/** A further language is a row here. */
const languages: readonly LiteralLanguage[] = [
  {
    name: 'go',
    ids: ['go'],
    quotes: [double, { sign: '`', raw: true, multiline: true }],
    comment: '//',
    joint: '+',
  },
  {
    name: 'python',
    ids: ['python', 'jupyter'],
    quotes: [{ sign: '"""', multiline: true }, { sign: "'''", multiline: true }, double, single],
    prefixes: true,
    comment: '#',
    joint: '',
    objects: true,
  },
  {
    name: 'javascript',
    ids: ['javascript', 'javascriptreact', 'typescript', 'typescriptreact', 'vue', 'svelte'],
    quotes: [double, single, { sign: '`', multiline: true, template: true }],
    comment: '//',
    joint: '+',
    objects: true,
  },
];

/** The language that an editor calls `id` or that is called so here; of others what most have in common. */
export const literalLanguage = (id: string): LiteralLanguage =>
  languages.find(({ name, ids }) => name === id || ids.includes(id)) ?? others;

/** How each language writes a text of several lines best: its prefix and its quote. */
export const usualOpenings: ReadonlyMap<string, string> = new Map([
  ['go', '`'],
  ['python', "r'''"],
  ['javascript', '`'],
  ['other', '"'],
]);
