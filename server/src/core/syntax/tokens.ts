/** Tokens of a JSON text, with the mistakes people make in JSON read as what they meant and noted as problems. */
import type { Span } from '../span.js';
import { createScanner, type JSONScanner } from 'jsonc-parser';
import { oddContent, oddStringEnd } from './odd-strings.js';
import { brokenAt, continuedEnd, headlessEnd, isOpeningAhead, lineFrom, type Broken } from './quotes.js';
import type { JsonProblemKind, JsonString } from './tree.js';

export type TokenKind =
  '{' | '}' | '[' | ']' | ',' | ':' | 'string' | 'number' | 'true' | 'false' | 'null' | 'rubbish' | 'end';

/** The numbers of jsonc-parser's `SyntaxKind`, a `const enum` that isolated modules cannot name; a test compares them. */
export const tokenKinds: { readonly [syntaxKind: number]: TokenKind } = {
  1: '{',
  2: '}',
  3: '[',
  4: ']',
  5: ',',
  6: ':',
  10: 'string',
  11: 'number',
  17: 'end',
};

/** jsonc-parser's `ScanError` as problems. */
export const scanProblems: { readonly [scanError: number]: JsonProblemKind } = {
  1: 'unclosed-comment',
  2: 'unclosed-string',
  3: 'invalid-number',
  4: 'invalid-escape',
  5: 'invalid-escape',
  6: 'invalid-character',
};

/** The current token; one object, rewritten by every `next()`. */
export interface Tokens {
  kind: TokenKind;
  start: number;
  end: number;
  /** Of a string: its value. */
  value: string;
  quotes: JsonString['quotes'];
  closed: boolean;
  /** White space between the tokens up to here, in UTF-16 units; undefined where it may also stand elsewhere, in strings or mistakes. */
  blanks: number | undefined;
  next(): void;
}

export type Report = (kind: JsonProblemKind, start: number, end: number, text?: string, broken?: Span) => void;

/** The rest of a name like `qcs:ip`, which has a colon inside: before another colon it is no member's value. */
const namedRest = /:[\p{L}_][\p{L}\p{N}_-]*(?=[ \t]*:)/uy;

/** The rest of an action without quotes, up to where a value ends. */
const actionRest = /:[\p{L}\p{N}_*]+(?=[ \t]*(?:[,\]}\r\n]|$))/uy;

/** What other languages write instead of a colon. */
const assignment = /=>?/y;

const doubleQuotes = '“”„‟〝〞＂«»';
const singleQuotes = "'‘’‚`";
const punctuation: ReadonlyMap<string, '{' | '}' | '[' | ']' | ',' | ':'> = new Map([
  ['：', ':'],
  ['，', ','],
  ['、', ','],
  [';', ','],
  ['；', ','],
  ['｛', '{'],
  ['｝', '}'],
  ['［', '['],
  ['］', ']'],
  ['【', '['],
  ['】', ']'],
]);
const isWordEnd = (character: string): boolean =>
  wordEnd.test(character) || punctuation.has(character) || `${doubleQuotes}${singleQuotes}`.includes(character);
const wordEnd = /[\s\]}{[",:#]/u;
const strangeSpace = /[^\S \t\r\n]|[\u200b-\u200d\u2060\ufeff]/u;

/** A string without escapes, quotes and control characters: nearly all of them. A sticky expression is several times faster on these than the scanner. */
const simpleString = /"[ !#-[\]-\uffff]*"/y;

/** A simple string of which every unit is a character, and none of them blank. */
const solidString = /"[!#-[\]-\ud7ff\ue000-\uffff]*"/y;

/** `true`, `false` and `null` where the scanner would take them for whole words. */
const literal = /(?:true|false|null)(?![^ \t\r\n}\]{[":,/])/y;

/** Tokens of one character, by its code. */
const single: { readonly [code: number]: TokenKind } = { 123: '{', 125: '}', 91: '[', 93: ']', 44: ',', 58: ':' };
const doubleQuote = 34;

/** Whether a token that the scanner knows begins with this: `"`, `/`, `-` or a digit. */
const isScanned = (code: number): boolean => code === doubleQuote || code === 47 || code === 45 || isDigit(code);
const isDigit = (code: number): boolean => code >= 48 && code <= 57;

const isBlank = (code: number): boolean => code === 32 || code === 10 || code === 13 || code === 9;

/** Reads the tokens of a text from its start; mistakes are reported. Holds the current token, which every `next()` rewrites. Never throws. */
class Tokenizer implements Tokens {
  kind: TokenKind = 'end';
  start = 0;
  end = 0;
  value = '';
  quotes: JsonString['quotes'] = 'double';
  closed = true;
  blanks: number | undefined = 0;
  private position = 0;
  /** Where the line ends that `odd` speaks of. */
  private lineEnd = -1;
  private odd = false;
  /** The brackets that are open before the current position. */
  private readonly open: ('[' | '{')[] = [];
  private readonly scanner: JSONScanner;

  constructor(
    private readonly text: string,
    private readonly report: Report,
    private readonly mends: boolean,
  ) {
    this.scanner = createScanner(text, false);
    this.next();
  }

  private take(kind: TokenKind, end: number): void {
    if (kind === '[' || kind === '{') this.open.push(kind);
    else if (kind === ']' || kind === '}') this.open.pop();
    this.kind = kind;
    this.end = this.position = end;
  }

  private takeString(value: string, quotes: JsonString['quotes'], closed: boolean, end: number, solid = false): void {
    if (!solid) this.blanks = undefined;
    this.value = value;
    this.quotes = quotes;
    this.closed = closed;
    this.take('string', end);
  }

  private isInArray(): boolean {
    return this.open.at(-1) === '[';
  }

  /** A string that its line ends before it is closed; brackets at the line's end most likely stand outside it. */
  private takeUnclosed(start: number, end: number): void {
    const continued = continuedEnd(this.text, end);
    if (continued > 0) {
      this.report('unclosed-string', start, end, undefined, { start, end: continued });
      this.takeString(this.text.slice(start + 1, continued - 1), 'double', true, continued);
      this.lineEnd = -1;
      return;
    }
    let stringEnd = end;
    while (stringEnd > start + 1 && ' \t,]}'.includes(this.text.charAt(stringEnd - 1))) stringEnd--;
    // A key whose value begins behind it: `"action: [`. In a value the colon is one of its own: `["cvm:`.
    const isValue = this.kind === ':' || this.isInArray();
    if ('[{:'.includes(this.text.charAt(stringEnd - 1)) && !(isValue && this.text.charAt(stringEnd - 1) === ':'))
      while (stringEnd > start + 1 && ' \t[{:'.includes(this.text.charAt(stringEnd - 1))) stringEnd--;
    const last = this.text.charAt(stringEnd - 1);
    if (stringEnd > start + 1 && doubleQuotes.includes(last)) {
      this.report('wrong-quotes', stringEnd - 1, stringEnd);
      this.takeString(this.text.slice(start + 1, stringEnd - 1), 'double', true, stringEnd);
      return;
    }
    this.report('unclosed-string', start, stringEnd, undefined, { start, end: stringEnd });
    this.takeString(this.text.slice(start + 1, stringEnd), 'double', false, stringEnd);
  }

  /** `“…”`, `'…'`: up to the next quote of its class on the line that no backslash stands before, or, where there is none, that one does. */
  private takeOddString(start: number, closers: string): void {
    const end = oddStringEnd(this.text, start, closers);
    if (end < 0) {
      this.report('unexpected', start, start + 1);
      this.take('rubbish', start + 1);
      return;
    }
    this.report('wrong-quotes', start, end + 1);
    this.takeString(oddContent(this.text.slice(start + 1, end)), 'other', true, end + 1);
  }

  /** Anything that is no token of JSON. Returns false where it was only skipped. */
  private takeStrange(start: number): boolean {
    this.blanks = undefined;
    const character = this.text.charAt(start);
    if (strangeSpace.test(character)) {
      const kind = character === '\ufeff' && start === 0 ? 'byte-order-mark' : 'wrong-space';
      this.report(kind, start, start + 1);
      this.position = start + 1;
      return false;
    }
    if (character === '#') {
      let end = start + 1;
      while (end < this.text.length && this.text.charAt(end) !== '\n' && this.text.charAt(end) !== '\r') end++;
      this.report('comment', start, end);
      this.position = end;
      return false;
    }
    const meant = punctuation.get(character);
    const assigned = this.kind === 'string' && !this.isInArray() ? this.endOf(assignment) : 0;
    if (assigned > 0) {
      this.report('wrong-punctuation', start, assigned, ':');
      this.take(':', assigned);
    } else if (doubleQuotes.includes(character)) this.takeOddString(start, `${doubleQuotes}"`);
    else if (singleQuotes.includes(character)) this.takeOddString(start, singleQuotes);
    else if (meant !== undefined) {
      this.report('wrong-punctuation', start, start + 1, meant);
      this.take(meant, start + 1);
    } else {
      let end = start + 1;
      while (end < this.text.length && !isWordEnd(this.text.charAt(end))) end++;
      const rest = this.kind === ':' || this.isInArray() ? actionRest : namedRest;
      rest.lastIndex = end;
      end += rest.exec(this.text)?.[0].length ?? 0;
      if (/^[\p{L}_$*][^/]*$/u.test(this.text.slice(start, end))) {
        this.report('missing-quotes', start, end);
        this.takeString(this.text.slice(start, end), 'none', true, end);
      } else {
        this.report('unexpected', start, end);
        this.take('rubbish', end);
      }
    }
    return true;
  }

  /** Where the sticky expression's match at the current position ends, or 0. */
  private endOf(expression: RegExp): number {
    expression.lastIndex = this.position;
    return expression.test(this.text) ? expression.lastIndex : 0;
  }

  /** Whether the line of the current position has a quote missing or too many, and nothing was taken for it yet. */
  private isOdd(): boolean {
    if (this.position > this.lineEnd) {
      const { end, odd } = lineFrom(this.text, this.position);
      this.lineEnd = end;
      this.odd = odd;
    }
    return this.odd;
  }

  /** Takes the string that a missing or superfluous quote breaks; false where there is none at the current position. */
  private takeBroken(): boolean {
    const start = this.position;
    if (this.text.charCodeAt(start) !== doubleQuote) {
      const end = '{}[],:/#'.includes(this.text.charAt(start)) ? -1 : headlessEnd(this.text, start);
      if (end < 0) return false;
      this.odd = false;
      this.report('missing-quotes', start, end, undefined, { start, end });
      this.takeString(this.text.slice(start, end - 1), 'other', false, end);
      return true;
    }
    const broken = brokenAt(this.text, start);
    if (!broken) return false;
    if (broken.kind === 'alone' && this.isStringDue(start)) return false;
    this.odd = false;
    this.takeAs(broken, start);
    return true;
  }

  /** Whether a quote with no text behind it on its line all the same begins a string: one may begin here, or the next line goes on with it. */
  private isStringDue(start: number): boolean {
    const canBegin = this.kind === '[' || this.kind === ',' || this.kind === ':' || this.kind === '{';
    return (canBegin && !isOpeningAhead(this.text, start + 1)) || continuedEnd(this.text, this.lineEnd) > 0;
  }

  private takeAs(broken: Broken, start: number): void {
    if (broken.kind === 'alone') {
      this.report('stray-quote', start, start + 1, undefined, { start, end: start + 1 });
      this.blanks = undefined;
      this.take('rubbish', start + 1);
    } else if (broken.kind === 'cut') {
      this.report('stray-quote', broken.quote, broken.quote + 1, undefined, { start, end: broken.last });
      this.takeString(this.text.slice(start + 1, broken.quote), 'double', false, broken.quote);
    } else if (broken.kind === 'stray') {
      this.report('stray-quote', broken.quote, broken.quote + 1, undefined, { start, end: broken.end });
      this.takeString(this.text.slice(start + 1, broken.end - 1), 'double', true, broken.end);
    } else {
      this.report('unclosed-string', start, broken.end, undefined, { start, end: broken.end });
      this.takeString(this.text.slice(start + 1, broken.end), 'double', false, broken.end);
    }
  }

  /** Takes what needs no scanner; false where the scanner must look. */
  private takePlain(): boolean {
    const code = this.text.charCodeAt(this.position);
    if (code === doubleQuote) {
      const end = this.endOf(solidString);
      const simpleEnd = end > 0 ? end : this.endOf(simpleString);
      if (simpleEnd > 0)
        this.takeString(this.text.slice(this.position + 1, simpleEnd - 1), 'double', true, simpleEnd, end > 0);
      return simpleEnd > 0;
    }
    const kind = single[code];
    if (kind) this.take(kind, this.position + 1);
    return kind !== undefined || this.takeLiteral();
  }

  private takeLiteral(): boolean {
    literal.lastIndex = this.position;
    if (!literal.test(this.text)) return false;
    const word = this.text.slice(this.position, literal.lastIndex);
    this.take(word === 'null' || word === 'true' ? word : 'false', literal.lastIndex);
    return true;
  }

  next(): void {
    for (;;) {
      const before = this.position;
      while (isBlank(this.text.charCodeAt(this.position))) this.position++;
      if (this.blanks !== undefined) this.blanks += this.position - before;
      this.start = this.position;
      if (this.mends && this.isOdd() && this.takeBroken()) return;
      if (this.takePlain()) return;
      // The scanner reads what it does not know up to the next separator, which makes a long run of such characters quadratic.
      if (this.position < this.text.length && !isScanned(this.text.charCodeAt(this.position))) {
        if (this.takeStrange(this.position)) return;
        continue;
      }
      if (this.scan()) return;
    }
  }

  /** Takes what the scanner reads; false where that was only skipped. */
  private scan(): boolean {
    const start = this.position;
    this.scanner.setPosition(start);
    const syntaxKind: number = this.scanner.scan();
    const error: number = this.scanner.getTokenError();
    const end = start + this.scanner.getTokenLength();
    if (syntaxKind === 12 || syntaxKind === 13) {
      this.report(scanProblems[error] ?? 'comment', start, Math.min(end, this.text.length));
      this.position = end;
      return false;
    }
    const kind = tokenKinds[syntaxKind];
    if (kind === undefined) return this.takeStrange(start);
    if (error === 2) {
      this.takeUnclosed(start, end);
      return true;
    }
    if (error !== 0) this.report(scanProblems[error] ?? 'unexpected', start, end);
    if (kind === 'string') this.takeString(this.scanner.getTokenValue(), 'double', true, end);
    else this.take(kind, end);
    return true;
  }
}

/**
 * The tokens of `text`, the first one taken; mistakes go to `report`. `mends`: where a line has a quote missing or too many, its strings are read as they were
 * meant; a text without mistakes does not need that. Never throws.
 */
export const readTokens = (text: string, report: Report, mends: boolean): Tokens => new Tokenizer(text, report, mends);
