/** Strings that a program joins: `"{" + "}"`, or in Python one behind the other. */
import type { Hole } from './form.js';
import type { LiteralLanguage } from './languages.js';
import type { LiteralToken, StringToken } from './tokens.js';

export interface Joined {
  readonly value: string;
  readonly holes: readonly Hole[];
  /** The strings that it is made of. */
  readonly strings: readonly StringToken[];
  /** The index of the token behind it. */
  readonly to: number;
}

const isPlus = (token: LiteralToken | undefined): boolean => token?.kind === 'sign' && token.text === '+';

/** The joined strings that begin with the string at the index `from`. What is joined to them and is no string is a hole. */
export function joinedAt(
  text: string,
  tokens: readonly LiteralToken[],
  from: number,
  { joint }: LiteralLanguage,
): Joined | undefined {
  const first = tokens[from];
  if (first?.kind !== 'string') return undefined;
  const strings = [first];
  const holes = [...first.holes];
  let value = first.value;
  let to = from + 1;
  for (;;) {
    const begin = operandAt(tokens, to, joint);
    const next = nextString(tokens, begin);
    const string = tokens[next];
    if (begin === undefined || string?.kind !== 'string') break;
    if (next > begin) {
      const source = text.slice(tokens[begin]?.start, tokens[next - 2]?.end);
      const shown = `\${${source}}`;
      holes.push({ shown, source, inside: false });
      value += shown;
    }
    strings.push(string);
    holes.push(...string.holes);
    value += string.value;
    to = next + 1;
  }
  return { value, holes, strings, to };
}

/** Where what is joined begins; undefined: nothing is. */
function operandAt(tokens: readonly LiteralToken[], at: number, joint: '+' | ''): number | undefined {
  const token = tokens[at];
  if (isPlus(token)) return at + 1;
  if (joint !== '') return undefined;
  const isGoingOn = token?.kind === 'sign' && token.text === '\\';
  return tokens[isGoingOn ? at + 1 : at]?.kind === 'string' ? (isGoingOn ? at + 1 : at) : undefined;
}

/** The next string that is joined: the one at `begin`, else the one behind an expression and a plus; -1 where there is none. */
function nextString(tokens: readonly LiteralToken[], begin: number | undefined): number {
  if (begin === undefined) return -1;
  if (tokens[begin]?.kind === 'string') return begin;
  let depth = 0;
  for (let at = begin; at < tokens.length; at++) {
    const token = tokens[at];
    if (token?.kind !== 'sign') continue;
    if ('([{'.includes(token.text)) depth++;
    else if (')]}'.includes(token.text)) depth--;
    if (depth < 0 || ((token.text === ';' || token.text === ',') && depth === 0)) return -1;
    if (depth === 0 && isPlus(token)) return tokens[at + 1]?.kind === 'string' ? at + 1 : -1;
  }
  return -1;
}
