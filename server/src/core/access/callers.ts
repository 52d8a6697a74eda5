/** Who may call, and whose account it is, as far as a question leaves it open. */
import { readResource, segment } from '../policy/resource.js';
import { matches, overlaps } from '../wildcard.js';
import { meansOwn } from './binding.js';
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
  /** By which of their numbers texts name accounts. */
  readonly named: ReadonlySet<keyof Caller>;
}

/** More numbers than this are not tried for a part of the caller that is not said. */
const maxNumbers = 12;

/** More callers than this are not told apart. */
const maxCallers = 256;

const parts = ['owner', 'uin', 'appId'] as const;

/** The callers of a question that says `caller`; `texts` are all that may hold the number of one. */
export function callersOf(caller: Caller, texts: readonly string[]): Callers {
  const taken = new Set(Object.values(caller));
  const unheard = unheardOf(numbersIn(texts), taken);
  const base = { uin: unheard[0], owner: unheard[1], appId: unheard[2], ...caller };
  const accounts = accountsIn(texts);
  const told = tellingTexts(texts, accounts);
  const hanging = parts.flatMap((part) => {
    const own = told[part];
    return caller[part] === undefined && own ? [{ part, tokens: numbersIn(own) }] : [];
  });
  // Of a number with a wildcard, one that it stands for.
  const open = hanging.map(({ part, tokens }) => {
    const numbers = [...new Set(tokens.map((token) => token.replaceAll('*', '')))];
    return { part, numbers: [base[part], ...numbers.slice(0, maxNumbers)], few: numbers.length <= maxNumbers };
  });
  const every = open.reduce<readonly Required<Caller>[]>(
    (some, { part, numbers: each }) => each.flatMap((number) => some.map((one) => ({ ...one, [part]: number }))),
    [base],
  );
  // Beside a digit or a `*`, a variable may be a part of a number.
  const glued =
    texts.some((text) => /[\d*]\$\{|\}[\d*]/u.test(text)) ||
    hanging.some(({ tokens }) => tokens.some((token) => /\d\*+\d/u.test(token)));
  const few = open.every((each) => each.few) && every.length <= maxCallers;
  return {
    base,
    open,
    all: every.slice(0, maxCallers),
    complete: open.length === 0 || (few && !glued),
    named: namedBy(accounts),
  };
}

const numbersIn = (texts: readonly string[]): readonly string[] =>
  [...new Set(texts.flatMap((text) => text.match(/[\d*]+/gu) ?? []))].filter((token) => /\d/u.test(token));

/**
 * The texts whose numbers tell callers apart, for each part that something hangs on. Where a variable stands for the part, these are all texts. Else
 * an account is told by its segment: where the own account is meant without its number, or by its APPID, it may be any that is written.
 */
function tellingTexts(
  texts: readonly string[],
  { own, byUin, byAppId }: Accounts,
): { readonly [part in keyof Caller]-?: readonly string[] | undefined } {
  const holds = (variable: string): readonly string[] | undefined =>
    texts.some((text) => text.includes(variable)) ? texts : undefined;
  const isLinked = byAppId.length > 0 && (own || byUin.length > 0);
  return {
    owner: holds('${owner_uin}') ?? (byUin.length > 0 && (own || isLinked) ? byUin : undefined),
    uin: holds('${uin}'),
    appId: holds('${app_id}') ?? (isLinked ? byAppId : undefined),
  };
}

interface Accounts {
  /** Whether the own account is meant without its number. */
  readonly own: boolean;
  /** The segments that may stand for some account's uin, but not for all; the same of its APPID. */
  readonly byUin: readonly string[];
  readonly byAppId: readonly string[];
}

function accountsIn(texts: readonly string[]): Accounts {
  const all = [
    ...new Set(texts.map(readResource).flatMap((one) => (one.form === 'six' ? segment(one, 'account') : []))),
  ];
  const named = all.filter((account) => !meansOwn(account) && !/^\*+$/u.test(account));
  return {
    own: all.some(meansOwn),
    byUin: named.filter((account) => overlaps(account, 'uin/*')),
    byAppId: named.filter((account) => !account.startsWith('uin/')),
  };
}

const namedBy = ({ byUin, byAppId }: Accounts): ReadonlySet<keyof Caller> =>
  new Set([...(byUin.length > 0 ? (['owner'] as const) : []), ...(byAppId.length > 0 ? (['appId'] as const) : [])]);

/** A caller of whom no text says anything. */
export function strangerTo(texts: readonly string[]): Required<Caller> {
  const [uin, owner, appId] = unheardOf(numbersIn(texts), new Set());
  return { uin, owner, appId };
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
