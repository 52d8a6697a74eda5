/** What strings of a configuration must look like. */
import { unclosedIn } from '../glob.js';
import type { Text } from '../text.js';
import type { Form } from './shape.js';
import { words } from './words.js';

/** The day that a text such as `2027-03-31` names exists. */
function isDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(value)) return false;
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}

const isDigits = (value: string): boolean => /^\d+$/u.test(value);

const unclosedWords: ReadonlyMap<string, Text> = new Map<string, Text>([
  ['[', words.openClass],
  ['{', words.openChoice],
]);

/** Whether a pattern stays below the folder of its file, and is written as patterns are. */
const isBelow = (value: string): boolean =>
  value !== '' &&
  !value.startsWith('/') &&
  !value.startsWith('!') &&
  !value.includes('\\') &&
  !value.split('/').includes('..');

export const forms = {
  any: { isMet: () => true, pattern: '', expected: { en: 'a text', zh: '字符串' } },
  words: {
    isMet: (value) => value.trim() !== '',
    pattern: '\\S',
    expected: { en: 'a text that is not empty', zh: '非空的文字' },
  },
  number: {
    isMet: isDigits,
    pattern: '^\\d+$',
    expected: { en: 'digits in quotes, such as "100000000001"', zh: '引号括起的数字，例如 "100000000001"' },
  },
  day: {
    isMet: isDay,
    pattern: '^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])$',
    passes: (value) => /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/u.test(value),
    expected: { en: 'a day, such as "2027-03-31"', zh: '日期，例如 "2027-03-31"' },
  },
  file: {
    isMet: (value) => value.startsWith('./') || value.startsWith('../'),
    pattern: '^\\.\\.?/',
    expected: {
      en: 'the path of another configuration that begins with "./" or "../"',
      zh: '以 "./" 或 "../" 开头的另一个配置文件路径',
    },
  },
  glob: {
    isMet: (value) => isBelow(value) && unclosedIn(value) === undefined,
    // A regular expression cannot count brackets.
    passes: isBelow,
    why: (value) => (isBelow(value) ? unclosedWords.get(unclosedIn(value) ?? '') : undefined),
    pattern: '^(?![/!])(?!(?:[^\\\\]*/)?\\.\\.(?:/|$))[^\\\\]+$',
    expected: {
      en: 'a pattern of paths below the folder of this file, written with "/", such as "policies/**/*.json"',
      zh: '本文件所在文件夹之下的路径模式，用 "/" 分隔，例如 "policies/**/*.json"',
    },
  },
} as const satisfies { readonly [name: string]: Form };
