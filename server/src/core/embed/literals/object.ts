/** An object of JavaScript or a dictionary of Python as the JSON that it stands for. */
import type { Span } from '../../span.js';
import type { Hole } from './form.js';
import { joinedAt } from './joined.js';
import type { LiteralLanguage } from './languages.js';
import type { LiteralToken } from './tokens.js';

/** Deeper ones are not read. */
const maxDepth = 100;

const literals: ReadonlyMap<string, string> = new Map([
  ['true', 'true'],
  ['True', 'true'],
  ['false', 'false'],
  ['False', 'false'],
  ['null', 'null'],
  ['None', 'null'],
]);

const opening: ReadonlySet<string> = new Set(['{', '[', '(']);
const closing: ReadonlySet<string> = new Set(['}', ']', ')']);

export interface ReadObject extends Span {
  readonly text: string;
  readonly holes: readonly Hole[];
}

/** Reads the object whose brace is the token `from`; undefined where it has parts that JSON has no place for. */
export function readObject(
  text: string,
  tokens: readonly LiteralToken[],
  from: number,
  language: LiteralLanguage,
): ReadObject | undefined {
  const reader = new ObjectReader(text, tokens, language, from);
  return reader.read() ? { ...reader.span, text: reader.json, holes: reader.holes } : undefined;
}

class ObjectReader {
  json = '';
  readonly holes: Hole[] = [];
  private readonly start: number;
  private done: number;

  constructor(
    private readonly text: string,
    private readonly tokens: readonly LiteralToken[],
    private readonly language: LiteralLanguage,
    private at: number,
  ) {
    this.start = this.done = tokens[at]?.start ?? 0;
  }

  get span(): Span {
    return { start: this.start, end: this.done };
  }

  read(): boolean {
    return this.collection(0);
  }

  private get sign(): string {
    const token = this.tokens[this.at];
    return token?.kind === 'sign' ? token.text : '';
  }

  /** Writes `json` for the tokens up to before `to`, behind the blanks that stand before them. */
  private write(json: string, to = this.at + 1): void {
    const first = this.tokens[this.at];
    const last = this.tokens[to - 1];
    if (!first || !last) return;
    const before = this.text.slice(this.done, first.start);
    // A line with a comment stays as an empty one.
    const blanks = before
      .split('\n')
      .map((line) => (line.trim() === '' ? line : ''))
      .join('\n');
    this.json += blanks + json;
    this.done = last.end;
    this.at = to;
  }

  private collection(depth: number): boolean {
    const isObject = this.sign === '{';
    if (depth > maxDepth) return false;
    this.write(this.sign);
    const close = isObject ? '}' : ']';
    while (this.sign !== close) {
      if (this.at >= this.tokens.length) return false;
      if (isObject && !this.key()) return false;
      if (!this.value(depth)) return false;
      if (this.sign === ',') this.comma(close);
      else if (this.sign !== close) return false;
    }
    this.write(close);
    return true;
  }

  /** A comma before the closing bracket is left out. */
  private comma(close: string): void {
    const next = this.tokens[this.at + 1];
    this.write(next?.kind === 'sign' && next.text === close ? '' : ',');
  }

  private key(): boolean {
    const token = this.tokens[this.at];
    const colon = this.tokens[this.at + 1];
    if (token?.kind === 'sign' || !token || colon?.kind !== 'sign' || colon.text !== ':') return false;
    if (token.kind === 'string') this.string(token.value, token.holes, this.at + 1);
    else this.write(JSON.stringify(token.text));
    this.write(':');
    return true;
  }

  private value(depth: number): boolean {
    if (this.sign === '{' || this.sign === '[') {
      const end = this.expressionEnd();
      // What follows its bracket, as `.concat(…)` does, makes it an expression.
      if (end === this.behindBracket(this.at)) return this.collection(depth + 1);
    }
    const end = this.expressionEnd();
    const token = this.tokens[this.at];
    if (!token || end <= this.at) return false;
    const joined = token.kind === 'string' ? joinedAt(this.text, this.tokens, this.at, this.language) : undefined;
    if (joined?.to === end) this.string(joined.value, joined.holes, end);
    else this.expression(token, end);
    return true;
  }

  private expression(token: LiteralToken, end: number): void {
    const literal = token.kind === 'word' && end === this.at + 1 ? literals.get(token.text) : undefined;
    const isNumber = token.kind === 'word' && end === this.at + 1 && /^\d+$/u.test(token.text);
    if (literal !== undefined || isNumber) return this.write(literal ?? this.text.slice(token.start, token.end));
    const source = this.text.slice(token.start, this.tokens[end - 1]?.end);
    const shown = `\${${source}}`;
    this.holes.push({ shown, source, inside: false });
    this.write(shown, end);
  }

  private string(value: string, holes: readonly Hole[], to: number): void {
    this.holes.push(...holes);
    // Holes stand as they are: what they show may hold quotes.
    let json = JSON.stringify(value);
    for (const { shown } of holes) json = json.replaceAll(JSON.stringify(shown).slice(1, -1), () => shown);
    this.write(json, to);
  }

  /** Where the value at hand ends: before a comma or a bracket that closes what is around it. */
  private expressionEnd(): number {
    let at = this.at;
    while (at < this.tokens.length) {
      const token = this.tokens[at];
      if (token?.kind === 'sign' && (token.text === ',' || closing.has(token.text))) break;
      at = this.behindBracket(at);
    }
    return at;
  }

  /** The token behind one, or behind its bracket where it opens one. */
  private behindBracket(from: number): number {
    let depth = 0;
    for (let at = from; at < this.tokens.length; at++) {
      const token = this.tokens[at];
      if (token?.kind === 'sign' && opening.has(token.text)) depth++;
      else if (token?.kind === 'sign' && closing.has(token.text)) depth--;
      if (depth <= 0) return at + 1;
    }
    return this.tokens.length;
  }
}
