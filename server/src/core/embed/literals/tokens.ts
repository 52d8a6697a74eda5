/** Strings, words and signs of a stretch of a program. Any text gives tokens. */
import { templateEnd } from '../hcl-tokens.js';
import type { Span } from '../../span.js';
import { unescapedAt } from './escapes.js';
import type { Hole } from './form.js';
import type { LiteralLanguage, Quote } from './languages.js';

export interface StringToken extends Span {
  readonly kind: 'string';
  /** Its prefix and its quote. */
  readonly opening: string;
  readonly braces: boolean;
  /** What it stands for; its holes as they are shown. */
  readonly value: string;
  readonly holes: readonly Hole[];
}

export interface OtherToken extends Span {
  readonly kind: 'word' | 'sign';
  readonly text: string;
}

export type LiteralToken = StringToken | OtherToken;

const word = /[\p{L}\p{N}_$][\p{L}\p{N}_$.]*/uy;
const prefix = /(?:[rbfu]{1,2})(?=["'])/iuy;
const blank = /\s+/uy;
/** What a formatting function puts in. */
const verb = /%(?:\[\d{1,2}\]|\(\w{1,64}\))?[sdvq]/uy;

function matchAt(expression: RegExp, text: string, at: number): string {
  expression.lastIndex = at;
  return expression.exec(text)?.[0] ?? '';
}

/** All tokens but blanks and comments. */
export function literalTokens(text: string, language: LiteralLanguage): readonly LiteralToken[] {
  const tokens: LiteralToken[] = [];
  for (let at = 0; at < text.length;) {
    const skipped = blankEnd(text, at, language);
    if (skipped > at) {
      at = skipped;
      continue;
    }
    const token = stringAt(text, at, language) ?? otherAt(text, at);
    tokens.push(token);
    at = token.end;
  }
  return tokens;
}

function blankEnd(text: string, at: number, { comment }: LiteralLanguage): number {
  const blanks = matchAt(blank, text, at);
  if (blanks !== '') return at + blanks.length;
  const [begin, end] = text.startsWith(comment, at) ? [comment, '\n'] : ['/*', '*/'];
  if (!text.startsWith(begin, at) || (begin === '/*' && comment === '#')) return at;
  const found = text.indexOf(end, at + begin.length);
  return found < 0 ? text.length : found + end.length;
}

function otherAt(text: string, at: number): OtherToken {
  const found = matchAt(word, text, at);
  const shown = found || text.charAt(at);
  return { kind: found ? 'word' : 'sign', start: at, end: at + shown.length, text: shown };
}

function stringAt(text: string, at: number, { quotes, prefixes }: LiteralLanguage): StringToken | undefined {
  const letters = prefixes ? matchAt(prefix, text, at) : '';
  const quote = quotes.find(({ sign }) => text.startsWith(sign, at + letters.length));
  if (!quote) return undefined;
  const flags = letters.toLowerCase();
  const reader = new StringReader(text, at + letters.length + quote.sign.length, {
    ...quote,
    raw: quote.raw === true || flags.includes('r'),
  });
  const opening = letters + quote.sign;
  return reader.read({ start: at, opening, braces: flags.includes('f') });
}

class StringReader {
  private value = '';
  private readonly holes: Hole[] = [];

  constructor(
    private readonly text: string,
    private at: number,
    private readonly quote: Quote,
  ) {}

  read({ start, opening, braces }: Pick<StringToken, 'start' | 'opening' | 'braces'>): StringToken {
    const { text, quote } = this;
    // A format string, which some function fills in, begins with a doubled brace where it is a policy.
    const doubled = braces || /^(?:\s|\\n)*\{\{/u.test(text.slice(this.at, this.at + 200));
    while (this.at < text.length && !text.startsWith(quote.sign, this.at)) {
      if (!quote.multiline && text.charAt(this.at) === '\n') break;
      this.step(doubled);
    }
    const end = text.startsWith(quote.sign, this.at) ? this.at + quote.sign.length : this.at;
    return { kind: 'string', start, end, opening, braces: doubled, value: this.value, holes: this.holes };
  }

  private step(braces: boolean): void {
    const { text, at, quote } = this;
    const character = text.charAt(at);
    if (character === '\\' && !quote.raw) {
      const { length, value } = unescapedAt(text, at);
      this.take(length, value);
    } else if (braces && (character === '{' || character === '}') && text.charAt(at + 1) === character)
      this.take(2, character);
    else if (braces && character === '{') this.hole(templateEnd(text, at - 1));
    else if (quote.template && text.startsWith('${', at)) this.hole(templateEnd(text, at));
    else if (character === '%' && matchAt(verb, text, at)) this.hole(at + matchAt(verb, text, at).length);
    else this.take(1, character);
  }

  private take(length: number, value: string): void {
    this.value += value;
    this.at += length;
  }

  private hole(end: number): void {
    const source = this.text.slice(this.at, end);
    this.holes.push({ shown: source, source, inside: true });
    this.take(source.length, source);
  }
}
