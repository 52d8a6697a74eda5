/** Who may call, and whose account it is, as far as a question leaves it open. */
import { matches } from '../wildcard.js';
import type { Caller } from './question.js';

export interface Callers {
  /** What is known, and numbers that no text has for the rest. */
  readonly base: Required<Caller>;
  /** The parts that are not said and that some text hangs on, with the numbers to try. */
  readonly open: readonly { readonly part: keyof Caller; readonly numbers: readonly string[] }[];
  /** Every caller to try, the base first. */
  readonly all: readonly Required<Caller>[];
  /** Whether any other caller is as one of these. */
  readonly complete: boolean;
}

/** More numbers than this are not tried for a part of the caller that is not said. */
const maxNumbers = 12;

/** More callers than this are not told apart. */
const maxCallers = 256;

/** Where a text hangs on each part. */
const marks: { readonly [part in keyof Caller]-?: RegExp } = {
  owner: /^qcs:|\$\{owner_uin\}/u,
  uin: /\$\{uin\}/u,
  appId: /:uid\/|\$\{app_id\}/u,
};
const parts = ['owner', 'uin', 'appId'] as const;

/** The callers of a question that says `caller`; `texts` are all that may hold the number of one. */
export function callersOf(caller: Caller, texts: readonly string[]): Callers {
  const runs = new Set(texts.flatMap((text) => text.match(/[\d*]+/gu) ?? []));
  const tokens = [...runs].filter((token) => /\d/u.test(token));
  // Of a number with a wildcard, one that it stands for.
  const numbers = [...new Set(tokens.map((token) => token.replaceAll('*', '')))];
  const taken = new Set(Object.values(caller));
  const unheard = unheardOf(tokens, taken);
  const base = { uin: unheard[0], owner: unheard[1], appId: unheard[2], ...caller };
  const open = parts
    .filter((part) => caller[part] === undefined && texts.some((text) => marks[part].test(text)))
    .map((part) => ({ part, numbers: [base[part], ...numbers.slice(0, maxNumbers)] }));
  const every = open.reduce<readonly Required<Caller>[]>(
    (some, { part, numbers: each }) => each.flatMap((number) => some.map((one) => ({ ...one, [part]: number }))),
    [base],
  );
  // Beside a digit or a `*`, a variable may be a part of a number.
  const glued = texts.some((text) => /[\d*]\$\{|\}[\d*]/u.test(text)) || tokens.some((token) => /\d\*+\d/u.test(token));
  const few = numbers.length <= maxNumbers && every.length <= maxCallers;
  return { base, open, all: every.slice(0, maxCallers), complete: open.length === 0 || (few && !glued) };
}

/** Three numbers that no text has and for which no number with a wildcard stands. */
function unheardOf(tokens: readonly string[], taken: ReadonlySet<unknown>): readonly [string, string, string] {
  const free = (number: string): boolean =>
    !taken.has(number) && tokens.every((token) => !matches(token, number) && !token.includes(number));
  const found: string[] = [];
  for (let step = 0; step < 1000 && found.length < 3; step++) {
    const number = String(100_000_000_000 * (1 + (step % 9)) + 11 * (step + 1));
    if (free(number)) found.push(number);
  }
  const [uin = '\u{f8fe}', owner = '\u{f8fd}', appId = '\u{f8fc}'] = found;
  return [uin, owner, appId];
}
