/** Rules for what policies share with any strict JSON: values, escapes, and text that JSON does not take. */
import { array, include, object, string, unclosedKey, wrongKeyMember, type Rule } from './rule.js';

const unexpected = ' invalid.illegal.unexpected-bracket.cam-policy';
const curly = '“”„‟＂';
const single = "‘’'";
const word = String.raw`[^\s,:{}\[\]"${curly}${single}/#]+`;
const closedQuote = `[${curly}][^${curly}"]*[${curly}]|[${single}][^${single}"]*[${single}]`;
const untilSeparator = String.raw`[^\s,:{}\[\]"]*`;
// Not part of a longer word: `-1x`, `01` and `truely` are one piece of wrong text each.
const bounded = (pattern: string): string => String.raw`(?<![\w.+-])${pattern}(?![\w.+-])`;

export const jsonRules = {
  value: { patterns: include('constant', 'number', 'string', 'array', 'object') },
  constant: { name: 'constant.language.json', match: bounded('(?:true|false|null)') },
  number: { name: 'constant.numeric.json', match: bounded(String.raw`-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?`) },
  string: string([]),
  array: array(['value']),
  object: object(['members']),
  'string-content': {
    patterns: [
      { name: 'constant.character.escape.json', match: String.raw`\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})` },
      { name: 'invalid.illegal.unrecognized-string-escape.json', match: String.raw`\\.?` },
      {
        name: 'invalid.illegal.unescaped-control-character.cam-policy',
        match: String.raw`[\x00-\x09\x0b\x0c\x0e-\x1f]`,
      },
    ],
  },
  'unclosed-key': unclosedKey,
  'wrong-key': wrongKeyMember(`(?:${closedQuote}|${word})`, 'invalid.illegal.key.cam-policy'),
  // A bracket where a key belongs is wrong, but what it opens must still close.
  'stray-object': object(['members'], { opening: unexpected }),
  'stray-array': array(['value'], unexpected),
  illegal: {
    patterns: [
      // Each ends with its line: an unclosed `/*` is a typing state, not a reason to grey out a policy.
      { name: 'invalid.illegal.comment.cam-policy', match: String.raw`//.*|/\*.*?(?:\*/|$)|#.*` },
      {
        name: 'invalid.illegal.quote.cam-policy',
        match: `${closedQuote}|[${curly}${single}]${untilSeparator}`,
      },
      { name: 'invalid.illegal.unexpected-text.cam-policy', match: word },
    ],
  },
} as const satisfies Record<string, Rule>;
