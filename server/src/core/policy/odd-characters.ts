/** Characters that are not what they look like: invisible ones, and letters and signs of other scripts that look like ASCII. */
import { codeOf, isUnseen, type Text } from '../text.js';

export interface OddCharacter {
  /** In UTF-16 units of the text. */
  readonly index: number;
  readonly length: number;
  /** `U+200B`. */
  readonly code: string;
  /** What should stand there: an ASCII character; empty where it should go. */
  readonly replacement: string;
  readonly kind: 'invisible' | 'direction' | 'blank' | 'look-alike';
}

/** Signs and letters that are drawn as ASCII ones. Source: Unicode confusables (UTS 39), those of single ASCII characters that keyboards and pages bring in. */
const lookAlikes = new Map<string, string>();
const add = (ascii: string, others: string): void => {
  for (const other of others) lookAlikes.set(other, ascii);
};
add('*', '∗⁎٭✱＊﹡✳');
add(':', '∶꞉ː：﹕︓');
add('/', '⁄∕／⧸');
add('-', '‐‑‒–—−﹣－');
add('_', '＿');
add('.', '․。．');
add(',', '‚，');
// Cyrillic, Greek and Latin letters, in the order of ASCII.
for (const [index, others] of [
  'аɑα',
  'Ьƅ',
  'сϲ',
  'ԁ',
  'е',
  '',
  'ɡ',
  'һ',
  'іıɩ',
  'ј',
  'κ',
  'ӏ',
  'м',
  'ո',
  'оοσ',
  'рρ',
  'ԛ',
  'г',
  'ѕ',
  'т',
  'υս',
  'ѵν',
  'ѡω',
  'х',
  'у',
  '',
].entries())
  add(String.fromCharCode(97 + index), others);
for (const [index, others] of [
  'АΑ',
  'ВΒ',
  'СϹ',
  '',
  'ЕΕ',
  'Ϝ',
  'Ԍ',
  'НΗ',
  'ІΙӀ',
  'Ј',
  'КΚ',
  '',
  'МΜ',
  'Ν',
  'ОΟ',
  'РΡ',
  'Ԛ',
  '',
  'Ѕ',
  'ТΤ',
  '',
  'Ѵ',
  'Ԝ',
  'ХΧ',
  'УΥ',
  'Ζ',
].entries())
  add(String.fromCharCode(65 + index), others);

/** Changes the direction in which what follows is shown. */
const direction = /^[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]$/u;
const blank = /^(?! )\p{Zs}$/u;

/** Whether a text may hold one; false is sure, and cheap to know: nearly all texts are plain ASCII. */
const maybeOdd = /[^ -~]/u;

/** The odd characters of a text, in order. */
export function oddCharactersIn(text: string): readonly OddCharacter[] {
  if (!maybeOdd.test(text)) return [];
  const found: OddCharacter[] = [];
  let index = 0;
  for (const character of text) {
    const odd = oddCharacter(character);
    if (odd) found.push({ ...odd, index, length: character.length, code: codeOf(character) });
    index += character.length;
  }
  return found;
}

function oddCharacter(character: string): Pick<OddCharacter, 'kind' | 'replacement'> | undefined {
  if (direction.test(character)) return { kind: 'direction', replacement: '' };
  if (isUnseen(character)) return { kind: 'invisible', replacement: '' };
  if (blank.test(character)) return { kind: 'blank', replacement: ' ' };
  const ascii = lookAlikes.get(character);
  return ascii === undefined ? undefined : { kind: 'look-alike', replacement: ascii };
}

/** What people call the commonest of them. */
const names: ReadonlyMap<string, Text> = new Map(
  Object.entries({
    'U+200B': { en: 'zero-width space', zh: '零宽空格' },
    'U+200C': { en: 'zero-width non-joiner', zh: '零宽不连字符' },
    'U+200D': { en: 'zero-width joiner', zh: '零宽连字符' },
    'U+2060': { en: 'word joiner', zh: '词连接符' },
    'U+FEFF': { en: 'byte-order mark', zh: '字节顺序标记' },
    'U+00AD': { en: 'soft hyphen', zh: '软连字符' },
    'U+202E': { en: 'right-to-left override', zh: '从右至左覆盖符' },
    'U+00A0': { en: 'no-break space', zh: '不换行空格' },
    'U+3000': { en: 'ideographic space', zh: '全角空格' },
  }),
);

const kinds: { readonly [kind in OddCharacter['kind']]: Text } = {
  invisible: { en: 'an invisible character', zh: '不可见字符' },
  direction: { en: 'an invisible character that turns the direction of text', zh: '改变文字方向的不可见字符' },
  blank: { en: 'a blank that is not the space of ASCII', zh: '非 ASCII 空格' },
  'look-alike': { en: 'a character of another script', zh: '其他文字的字符' },
};

/** What the character is called. */
export const nameOf = ({ code, kind }: OddCharacter): Text => names.get(code) ?? kinds[kind];

/** The text with each odd character replaced by what should stand there. */
export function withoutOdd(text: string, odd: readonly OddCharacter[]): string {
  let result = '';
  let at = 0;
  for (const { index, length, replacement } of odd) {
    result += text.slice(at, index) + replacement;
    at = index + length;
  }
  return result + text.slice(at);
}
