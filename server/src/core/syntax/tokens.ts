/** Tokens of a JSON text, with the mistakes people make in JSON read as what they meant and noted as problems. */
import { createScanner } from 'jsonc-parser';
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

export type Report = (kind: JsonProblemKind, start: number, end: number, text?: string) => void;

const doubleQuotes = '“”„‟〝〞＂«»';
const singleQuotes = "'‘’‚`";
const punctuation: { readonly [character: string]: '{' | '}' | '[' | ']' | ',' | ':' } = {
  '：': ':',
  '，': ',',
  '、': ',',
  ';': ',',
  '；': ',',
  '｛': '{',
  '｝': '}',
  '［': '[',
  '］': ']',
  '【': '[',
  '】': ']',
};
const wordEnd = new RegExp(`[\\s\\]}{[",:#${doubleQuotes}${singleQuotes}${Object.keys(punctuation).join('')}]`, 'u');
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

/** Reads tokens of `text` from its start; mistakes go to `report`. Never throws. */
export function readTokens(text: string, report: Report): Tokens {
  const scanner = createScanner(text, false);
  let position = 0;

  function take(kind: TokenKind, end: number): void {
    tokens.kind = kind;
    tokens.end = position = end;
  }

  function takeString(value: string, quotes: JsonString['quotes'], closed: boolean, end: number, solid = false): void {
    if (!solid) tokens.blanks = undefined;
    tokens.value = value;
    tokens.quotes = quotes;
    tokens.closed = closed;
    take('string', end);
  }

  /** A string that its line ends before it is closed; brackets at the line's end most likely stand outside it. */
  function takeUnclosed(start: number, end: number): void {
    let stringEnd = end;
    while (stringEnd > start + 1 && ' \t,]}'.includes(text.charAt(stringEnd - 1))) stringEnd--;
    const last = text.charAt(stringEnd - 1);
    if (stringEnd > start + 1 && doubleQuotes.includes(last)) {
      report('wrong-quotes', stringEnd - 1, stringEnd);
      takeString(text.slice(start + 1, stringEnd - 1), 'double', true, stringEnd);
      return;
    }
    report('unclosed-string', start, stringEnd);
    takeString(text.slice(start + 1, stringEnd), 'double', false, stringEnd);
  }

  /** `“…”`, `'…'`: up to the next quote of its class on the line. */
  function takeOddString(start: number, closers: string): void {
    let end = start + 1;
    while (
      end < text.length &&
      !closers.includes(text.charAt(end)) &&
      text.charAt(end) !== '\n' &&
      text.charAt(end) !== '\r'
    )
      end++;
    if (!closers.includes(text.charAt(end)) || end >= text.length) {
      report('unexpected', start, start + 1);
      take('rubbish', start + 1);
      return;
    }
    report('wrong-quotes', start, end + 1);
    takeString(text.slice(start + 1, end), 'other', true, end + 1);
  }

  /** Anything that is no token of JSON. Returns false where it was only skipped. */
  function takeStrange(start: number): boolean {
    tokens.blanks = undefined;
    const character = text.charAt(start);
    if (strangeSpace.test(character)) {
      const kind = character === '\ufeff' && start === 0 ? 'byte-order-mark' : 'wrong-space';
      report(kind, start, start + 1);
      position = start + 1;
      return false;
    }
    if (character === '#') {
      let end = start + 1;
      while (end < text.length && text.charAt(end) !== '\n' && text.charAt(end) !== '\r') end++;
      report('comment', start, end);
      position = end;
      return false;
    }
    if (doubleQuotes.includes(character)) takeOddString(start, `${doubleQuotes}"`);
    else if (singleQuotes.includes(character)) takeOddString(start, singleQuotes);
    else if (punctuation[character]) {
      report('wrong-punctuation', start, start + 1, punctuation[character]);
      take(punctuation[character], start + 1);
    } else {
      let end = start + 1;
      while (end < text.length && !wordEnd.test(text.charAt(end))) end++;
      if (/^[\p{L}_$*][^/]*$/u.test(text.slice(start, end))) {
        report('missing-quotes', start, end);
        takeString(text.slice(start, end), 'none', true, end);
      } else {
        report('unexpected', start, end);
        take('rubbish', end);
      }
    }
    return true;
  }

  /** Where the sticky expression's match at the current position ends, or 0. */
  function endOf(expression: RegExp): number {
    expression.lastIndex = position;
    return expression.test(text) ? expression.lastIndex : 0;
  }

  /** Takes what needs no scanner; false where the scanner must look. */
  function takePlain(): boolean {
    const code = text.charCodeAt(position);
    if (code === doubleQuote) {
      const end = endOf(solidString);
      const simpleEnd = end > 0 ? end : endOf(simpleString);
      if (simpleEnd > 0) takeString(text.slice(position + 1, simpleEnd - 1), 'double', true, simpleEnd, end > 0);
      return simpleEnd > 0;
    }
    const kind = single[code];
    if (kind) take(kind, position + 1);
    return kind !== undefined || takeLiteral();
  }

  function takeLiteral(): boolean {
    literal.lastIndex = position;
    if (!literal.test(text)) return false;
    const word = text.slice(position, literal.lastIndex);
    take(word === 'null' || word === 'true' ? word : 'false', literal.lastIndex);
    return true;
  }

  function next(): void {
    for (;;) {
      const before = position;
      while (isBlank(text.charCodeAt(position))) position++;
      if (tokens.blanks !== undefined) tokens.blanks += position - before;
      tokens.start = position;
      if (takePlain()) return;
      // The scanner reads what it does not know up to the next separator, which makes a long run of such characters quadratic.
      if (position < text.length && !isScanned(text.charCodeAt(position))) {
        if (takeStrange(position)) return;
        continue;
      }
      scanner.setPosition(position);
      const syntaxKind: number = scanner.scan();
      const error: number = scanner.getTokenError();
      const end = position + scanner.getTokenLength();
      if (syntaxKind === 12 || syntaxKind === 13) {
        report(scanProblems[error] ?? 'comment', position, Math.min(end, text.length));
        position = end;
        continue;
      }
      const kind = tokenKinds[syntaxKind];
      if (kind === undefined) {
        if (takeStrange(position)) return;
        continue;
      }
      if (error === 2) return takeUnclosed(position, end);
      if (error !== 0) report(scanProblems[error] ?? 'unexpected', position, end);
      if (kind === 'string') takeString(scanner.getTokenValue(), 'double', true, end);
      else take(kind, end);
      return;
    }
  }

  const tokens: Tokens = { kind: 'end', start: 0, end: 0, value: '', quotes: 'double', closed: true, blanks: 0, next };
  next();
  return tokens;
}
