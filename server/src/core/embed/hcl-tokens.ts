/**
 * The words of HCL, the language of Terraform and OpenTofu, as far as finding policies needs them. Any text gives tokens: a string that is not
 * closed ends with its line, whatever else is not closed ends with the text. Source of the grammar: the HCL native syntax specification.
 */
import type { Span } from '../span.js';
import { Brackets } from './brackets.js';

export type TokenKind = 'name' | 'number' | 'string' | 'heredoc' | 'open' | 'close' | 'newline' | 'mark';

export interface Token extends Span {
  readonly kind: TokenKind;
  /** Its characters; of strings and heredocs only the first one. */
  readonly text: string;
  /** Of `open` and `close`: the index of its fellow, -1 where there is none. */
  readonly fellow: number;
  /** Of heredocs: where the lines between its markers stand. */
  readonly body?: Span;
  /** Of heredocs: whether it begins with `<<-`, which takes the indentation that all its lines share. */
  readonly indented?: boolean;
}

const name = /[\p{L}_][\p{L}\p{N}_-]*/uy;
const number = /\d[\w.]*/uy;
const heredocStart = /<<(-?)([\p{L}_][\p{L}\p{N}_-]*)[ \t]*\r?\n/uy;
const marks = /==|!=|<=|>=|&&|\|\||=>|\.\.\.|[^]/uy;
const blank = /[ \t]*/uy;

/** The sticky `expression` at `at`. */
function matchAt(expression: RegExp, text: string, at: number): RegExpExecArray | null {
  expression.lastIndex = at;
  return expression.exec(text);
}

/** All tokens of a text but comments and blanks, in order. Linear; never throws. */
export const tokensOf = (text: string): readonly Token[] => new Tokenizer(text).read();

class Tokenizer {
  private readonly tokens: Token[] = [];
  private readonly brackets = new Brackets();
  private at = 0;

  constructor(private readonly text: string) {}

  read(): readonly Token[] {
    while (this.at < this.text.length) this.step();
    return this.tokens;
  }

  private step(): void {
    const { text, at } = this;
    const first = text.charAt(at);
    if (first === ' ' || first === '\t' || first === '\r' || first === '\uFEFF')
      this.at += matchAt(blank, text, at)?.[0].length || 1;
    else if (first === '\n') this.add('newline', at + 1);
    else if (first === '#' || text.startsWith('//', at)) this.at = lineEnd(text, at);
    else if (text.startsWith('/*', at)) this.at = endBehind(text, '*/', at + 2);
    else if (first === '"') this.add('string', stringEnd(text, at));
    else if ('([{'.includes(first)) this.bracket('open');
    else if (')]}'.includes(first)) this.bracket('close');
    else if (!this.heredoc()) this.word();
  }

  private word(): void {
    const { text, at } = this;
    const word = matchAt(name, text, at);
    const found = word ?? matchAt(number, text, at) ?? matchAt(marks, text, at);
    const kind = word ? 'name' : /^\d/u.test(text.charAt(at)) ? 'number' : 'mark';
    this.add(kind, at + (found?.[0].length ?? 1));
  }

  private heredoc(): boolean {
    const { text, at } = this;
    if (text.charAt(at) !== '<') return false;
    const start = matchAt(heredocStart, text, at);
    if (!start) return false;
    const [whole, dash = '', marker = ''] = start;
    const from = at + whole.length;
    const { bodyEnd, end } = heredocEnd(text, from, marker);
    this.push({
      kind: 'heredoc',
      start: at,
      end,
      text: '<',
      fellow: -1,
      body: { start: from, end: bodyEnd },
      indented: dash !== '',
    });
    return true;
  }

  private bracket(kind: 'open' | 'close'): void {
    const { text, at, tokens, brackets } = this;
    const own = text.charAt(at);
    const fellow = brackets.take(kind, own, tokens.length);
    const other = tokens[fellow];
    if (other) tokens[fellow] = { ...other, fellow: tokens.length };
    this.push({ kind, start: at, end: at + 1, text: own, fellow });
  }

  private add(kind: TokenKind, end: number): void {
    const { text, at } = this;
    const shown = kind === 'string' ? '"' : text.slice(at, end);
    this.push({ kind, start: at, end, text: shown, fellow: -1 });
  }

  private push(token: Token): void {
    this.tokens.push(token);
    this.at = token.end;
  }
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

function endBehind(text: string, what: string, from: number): number {
  const found = text.indexOf(what, from);
  return found < 0 ? text.length : found + what.length;
}

/** Where a heredoc ends: before the line that holds its marker and nothing else, else with the text. */
function heredocEnd(text: string, from: number, marker: string): { readonly bodyEnd: number; readonly end: number } {
  for (let line = from; line < text.length; line = lineEnd(text, line) + 1) {
    const start = line + (matchAt(blank, text, line)?.[0].length ?? 0);
    const end = start + marker.length;
    if (text.startsWith(marker, start) && /^\r?(?:\n|$)/u.test(text.slice(end, end + 2))) return { bodyEnd: line, end };
  }
  return { bodyEnd: text.length, end: text.length };
}

/** Where the string that begins at `start` ends: behind its closing quote, else with its line. Interpolations may hold strings of their own. */
function stringEnd(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length) {
    const character = text.charAt(at);
    if (character === '"') return at + 1;
    if (character === '\n') return at;
    if (character === '\\') at += 2;
    else if (isEscapedTemplate(text, at)) at += 3;
    else if (isTemplate(text, at)) at = templateEnd(text, at);
    else at++;
  }
  return text.length;
}

/** `${` or `%{`, which begin an interpolation or a directive. */
export const isTemplate = (text: string, at: number): boolean =>
  text.charAt(at + 1) === '{' && (text.charAt(at) === '$' || text.charAt(at) === '%');

/** `$${` or `%%{`, which stand for the characters themselves. */
export const isEscapedTemplate = (text: string, at: number): boolean =>
  text.charAt(at) === text.charAt(at + 1) && isTemplate(text, at + 1);

/** The longest interpolation that is looked through, in UTF-16 units, so that braces that are never closed cost linear time. */
const maxTemplate = 4096;

/**
 * Where the interpolation or directive at `start` ends: behind its closing brace, else, where that is not near, with the line of its first one, which is the second character.
 * `limit`: where the text around it ends.
 */
export function templateEnd(text: string, start: number, limit = text.length): number {
  /** What is open: braces, and strings, inside which only quotes and templates count. */
  const open: ('{' | '"')[] = ['{'];
  const last = Math.min(limit, start + maxTemplate);
  for (let at = start + 2; at < last; at++) {
    const character = text.charAt(at);
    const isInString = open.at(-1) === '"';
    if (isInString && character === '\\') at++;
    else if (character === '"') {
      if (isInString) open.pop();
      else open.push('"');
    } else if (isInString ? isTemplate(text, at) : character === '{') {
      open.push('{');
      if (isInString) at++;
    } else if (character === '}' && !isInString) {
      open.pop();
      if (open.length === 0) return at + 1;
    }
  }
  return Math.min(limit, lineEnd(text, start + 1));
}
