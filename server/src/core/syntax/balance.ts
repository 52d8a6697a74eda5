/** Whether a text has a bracket too many or too few, and what stands ahead: on which of two readings of a misplaced bracket to settle. */
import { nextQuote } from './quotes.js';
import { readTokens } from './tokens.js';

type Container = 'object' | 'array';

/** Counts the brackets of a whole text, when first asked; what was taken for a mistake is settled and no longer counts. */
export class Balance {
  private counts: Record<Container, number> | undefined;

  constructor(private readonly text: string) {}

  private count(): Record<Container, number> {
    const counts = { object: 0, array: 0 };
    const tokens = readTokens(this.text, () => {}, true);
    while (tokens.kind !== 'end') {
      if (tokens.kind === '{') counts.object++;
      else if (tokens.kind === '}') counts.object--;
      else if (tokens.kind === '[') counts.array++;
      else if (tokens.kind === ']') counts.array--;
      tokens.next();
    }
    return counts;
  }

  /** How many brackets of a kind open and do not close; negative: close and do not open. */
  of(kind: Container): number {
    return (this.counts ??= this.count())[kind];
  }

  /** One bracket that opens (1) or closes (-1) was taken for too many or put where it is missing. */
  settle(kind: Container, opening: 1 | -1): void {
    const counts = (this.counts ??= this.count());
    counts[kind] -= opening;
  }
}

/** The next character from `from` that is no white space, and where it stands. */
export function ahead(text: string, from: number): number {
  let at = from;
  while (at < text.length && ' \t\r\n'.includes(text.charAt(at))) at++;
  return at;
}

/** Where a string that begins at `at` ends; -1 where none begins or it does not end on its line. */
function stringEnd(text: string, at: number): number {
  if (text.charAt(at) !== '"') return -1;
  const quote = nextQuote(text, at + 1);
  return quote < 0 ? -1 : quote + 1;
}

/** Whether a key with its colon stands at the next token from `from`. */
export function isKeyAhead(text: string, from: number): boolean {
  const end = stringEnd(text, ahead(text, from));
  return end >= 0 && text.charAt(ahead(text, end)) === ':';
}

/** The key that stands at the next token from `from`, as it is spelt between its quotes; undefined where there is none. */
export function keyAhead(text: string, from: number): string | undefined {
  const at = ahead(text, from);
  return isKeyAhead(text, at) ? text.slice(at + 1, stringEnd(text, at) - 1) : undefined;
}

/** Whether a string that is one of several values stands at the next token from `from`: a comma or the list's end follows it. */
export function isItemAhead(text: string, from: number): boolean {
  const end = stringEnd(text, ahead(text, from));
  const behind = ahead(text, end);
  return end >= 0 && (text.charAt(behind) === ',' || (text.charAt(behind) === ']' && text.charAt(behind + 1) !== ':'));
}

/** Whether the colon behind `from` has no value behind it. */
export function isColonAlone(text: string, from: number): boolean {
  const next = text.charAt(ahead(text, ahead(text, from) + 1));
  return next === ',' || next === ']' || next === '}' || next === '';
}

/** Whether what follows `from` can be the inside of an object, be it half-written. */
export function canBegin(text: string, from: number): boolean {
  const at = ahead(text, from);
  const character = text.charAt(at);
  if (character === '[' || character === '{') return false;
  const end = stringEnd(text, at);
  return end < 0 || !',]}\n'.includes(text.charAt(ahead(text, end))) || ahead(text, end) >= text.length;
}

/** Whether what follows `from`, a comma or none before it, goes on inside a container of this kind. */
export function goesOn(text: string, from: number, kind: Container): boolean {
  const at = ahead(text, from);
  const next = text.charAt(at) === ',' ? ahead(text, at + 1) : at;
  if (kind === 'object') return isKeyAhead(text, next);
  return isItemAhead(text, next) || text.charAt(next) === '{' || text.charAt(next) === '[';
}

/** Whether what follows `from` can follow a value in a container of this kind; undefined: behind the whole document. */
export function canFollow(text: string, from: number, parent: Container | undefined, inner: Container): boolean {
  const at = ahead(text, from);
  const character = text.charAt(at);
  if (parent === undefined) return at >= text.length;
  if (character === (parent === 'object' ? '}' : ']')) return true;
  if (character !== ',') return false;
  const next = text.charAt(ahead(text, at + 1));
  if (parent === 'object') return next === '}' || isKeyAhead(text, at + 1);
  return next === ']' || next === (inner === 'object' ? '{' : '[');
}
