/** Values of HCL's own syntax, as `jsonencode` takes them, as the JSON that they become. */
import type { PolicyBuilder } from './builder.js';
import { isEscapedTemplate, isTemplate, templateEnd, type Token } from './hcl-tokens.js';
import { encodeHeredoc } from './hcl-template.js';
import type { UnknownValues } from './unknown.js';

/** Deeper values are not looked into. */
const maxDepth = 100;

/** Tokens from the index `from` to before `to`. */
interface Range {
  readonly from: number;
  readonly to: number;
}

/** What a value is read from and into. */
export interface ObjectSource {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly builder: PolicyBuilder;
  readonly unknowns: UnknownValues;
}

/** Reads the value that the tokens of `range` are. What is no literal is a value that only the host knows. Gives whether there are keys that only the host knows. */
export function readValue(source: ObjectSource, range: Range): boolean {
  const reader = new ValueReader(source);
  reader.value(range, 0);
  return reader.hasUnknownKeys;
}

class ValueReader {
  hasUnknownKeys = false;
  private blanksUntil = 0;

  constructor(private readonly source: ObjectSource) {}

  value(given: Range, depth: number): void {
    const range = this.trimmed(given);
    const token = this.source.tokens[range.from];
    if (!token || range.from >= range.to) return;
    const isAlone = range.to === range.from + 1;
    if (token.kind === 'string' && isAlone) this.string(token);
    else if (this.isBroken(range))
      this.source.builder.copy(token.start, this.source.tokens[range.to - 1]?.end ?? token.end);
    else if (isAlone && isLiteral(token)) this.source.builder.copy(token.start, token.end);
    else if (this.isCollection(range, depth)) this.collection(range, depth);
    else this.unknown(range);
  }

  /** Whether a word follows a string, as behind a quote that is not closed. HCL has no such value; what is wrong with it, JSON says. */
  private isBroken({ from, to }: Range): boolean {
    const { tokens } = this.source;
    const next = tokens[from + 1]?.kind ?? 'mark';
    return tokens[from]?.kind === 'string' && from + 1 < to && ['name', 'number', 'string'].includes(next);
  }

  /** Whether an object or a list stands in `range` and nothing else; one that is not closed reaches as far as it can. */
  private isCollection({ from, to }: Range, depth: number): boolean {
    const { tokens } = this.source;
    const first = tokens[from];
    if (first?.kind !== 'open' || first.text === '(' || depth >= maxDepth) return false;
    if (first.fellow >= 0 && first.fellow !== to - 1) return false;
    const inner = tokens[this.behindLines(from + 1)];
    return !(inner?.kind === 'name' && inner.text === 'for');
  }

  private collection({ from, to }: Range, depth: number): void {
    const { tokens, builder } = this.source;
    const open = tokens[from];
    if (!open) return;
    const end = open.fellow < 0 ? to : open.fellow;
    builder.copy(open.start, open.end);
    for (let at = from + 1; at <= end;) {
      at = this.separator(at, end, at === from + 1);
      if (at >= end) break;
      const next = open.text === '{' ? this.entryEnd(at, end) : this.itemEnd(at, end);
      if (open.text === '{') this.entry({ from: at, to: next }, depth);
      else this.value({ from: at, to: next }, depth + 1);
      at = Math.max(next, at + 1);
    }
    const close = tokens[end];
    if (open.fellow >= 0 && close) builder.copy(close.start, close.end);
  }

  /** Takes lines, blanks and commas up to the next entry or the end; gives where that is. An entry that follows another one gets a comma. */
  private separator(from: number, end: number, opens: boolean): number {
    const { tokens, builder } = this.source;
    let at = from;
    while (at < end && isSeparator(tokens[at])) at++;
    const comma = this.commaIn(from, at);
    let needsComma = at < end && (!opens || isSeparatorMark(tokens[from]));
    let previous = tokens[from - 1]?.end ?? 0;
    for (let index = from; index <= at; index++) {
      const token = tokens[index];
      if (!token) break;
      this.blanks(previous, token.start);
      previous = token.end;
      if (index === at) break;
      const line = token.kind === 'newline' ? '\n' : '';
      if (needsComma && (token.text === ',' || comma < index)) {
        builder.replace(token.start, token.end, `,${line}`);
        needsComma = false;
      } else if (token.kind === 'newline') builder.copy(token.start, token.end);
    }
    return at;
  }

  /** The index of the last comma among separators; -1 where there is none. */
  private commaIn(from: number, to: number): number {
    for (let index = to - 1; index >= from; index--) if (isSeparatorMark(this.source.tokens[index])) return index;
    return -1;
  }

  /** Copies the blanks at both ends of a stretch that holds nothing but blanks and comments, which are none of the policy's. */
  private blanks(from: number, end: number): void {
    const { text, builder } = this.source;
    // Brackets that are not closed end at the same place: the blanks there are copied once.
    const start = Math.max(from, this.blanksUntil);
    if (start >= end) return;
    this.blanksUntil = end;
    const between = text.slice(start, end);
    const first = end - between.trimStart().length;
    builder.copy(start, first);
    if (first === end) return;
    builder.comment();
    builder.copy(start + between.trimEnd().length, end);
  }

  private entry({ from, to }: Range, depth: number): void {
    const { tokens, builder } = this.source;
    const sign = this.signOf(from, to);
    this.key({ from, to: sign }, sign < to);
    const token = tokens[sign];
    if (!token || sign >= to) return;
    // With the blanks before it, so that no edit of the key takes them away.
    builder.replace((sign > from ? tokens[sign - 1]?.end : undefined) ?? token.start, token.end, ':');
    const value = this.trimmed({ from: sign + 1, to });
    const first = tokens[value.from];
    if (!first || value.from >= value.to) return;
    this.blanks(token.end, first.start);
    this.value(value, depth + 1);
  }

  private key(range: Range, hasSign: boolean): void {
    const token = this.source.tokens[range.from];
    if (!token) return;
    if (range.to === range.from + 3 && this.hasColonInside(range.from + 1)) {
      // HCL refuses it. As it stands it is a name without quotes in JSON, too.
      this.source.builder.copy(token.start, this.source.tokens[range.to - 1]?.end ?? token.end);
    } else if (range.to !== range.from + 1) {
      this.unknown(range);
      this.hasUnknownKeys = true;
    } else if (token.kind === 'string') this.string(token);
    // A name that is being typed is one character for character.
    else if (!hasSign) this.source.builder.copy(token.start, token.end);
    else this.source.builder.replace(token.start, token.end, JSON.stringify(token.text), encodeName);
  }

  /** Where the `=` of an entry stands, else its `:`, else its end. A key may be an expression, which may hold a `:`. */
  private signOf(from: number, to: number): number {
    let colon = to;
    for (let at = from; at < to; at = this.behind(at)) {
      const { text = '', kind } = this.source.tokens[at] ?? {};
      if (kind !== 'mark') continue;
      if (text === '=') return at;
      if (text === ':' && colon === to && !(this.hasColonInside(at) && isSign(this.source.tokens[at + 2]))) colon = at;
    }
    return colon;
  }

  /** Whether the colon at `at` stands between two names without a blank, as in `qcs:ip`. */
  private hasColonInside(at: number): boolean {
    const { tokens } = this.source;
    const [before, colon, behind] = [tokens[at - 1], tokens[at], tokens[at + 1]];
    return (
      before?.kind === 'name' &&
      behind?.kind === 'name' &&
      colon?.text === ':' &&
      before.end === colon.start &&
      colon.end === behind.start
    );
  }

  /** An entry ends at a comma or with its line, but not before its value begins. */
  private entryEnd(from: number, end: number): number {
    for (let at = from; at < end; at = this.behind(at)) if (isSeparator(this.source.tokens[at])) return at;
    return end;
  }

  /** An item ends at a comma, before a line that begins with another value, or before the lines at the end. */
  private itemEnd(from: number, end: number): number {
    const { tokens } = this.source;
    let lines = -1;
    for (let at = from; at < end; at = this.behind(at)) {
      const token = tokens[at];
      if (isSeparatorMark(token)) return at;
      if (token?.kind === 'newline') lines = lines < 0 ? at : lines;
      else if (lines >= 0 && (token?.kind === 'string' || token?.text === '{')) return lines;
      else lines = -1;
    }
    return lines < 0 ? end : lines;
  }

  /** The index behind a token, or behind its bracket where it opens one. */
  private behind(at: number): number {
    const token = this.source.tokens[at];
    if (token?.kind !== 'open') return at + 1;
    return token.fellow > at ? token.fellow + 1 : this.behindBroken(at);
  }

  /** What a bracket that is not closed holds: all that follows, or, without an object that is open, what comes before the line of the next entry. */
  private behindBroken(open: number): number {
    const { tokens } = this.source;
    for (let at = open; at < tokens.length; at++) {
      const { kind, text, fellow = -1 } = tokens[at] ?? {};
      if (kind === 'open' && fellow > at) at = fellow;
      else if (kind === 'open' && text === '{') return tokens.length;
      else if (kind === 'newline' && tokens[at + 1]?.kind === 'name' && isSign(tokens[at + 2])) return at;
    }
    return tokens.length;
  }

  private behindLines(from: number): number {
    let at = from;
    while (this.source.tokens[at]?.kind === 'newline') at++;
    return at;
  }

  /** Without lines at its ends. */
  private trimmed({ from, to }: Range): Range {
    let end = to;
    const start = Math.min(this.behindLines(from), to);
    while (end > start && this.source.tokens[end - 1]?.kind === 'newline') end--;
    return { from: start, to: end };
  }

  private unknown(given: Range): void {
    const { tokens, text, builder, unknowns } = this.source;
    const range = this.trimmed(given);
    const first = tokens[range.from];
    const last = tokens[range.to - 1];
    if (!first || !last || range.from >= range.to) return;
    builder.replace(first.start, last.end, unknowns.add(text.slice(first.start, last.end), true));
  }

  /** A string of HCL has the escapes of JSON, and besides `\\U` and templates. */
  private string({ start, end }: Token): void {
    const { text, builder, unknowns } = this.source;
    let taken = start;
    const take = (from: number, to: number, value: string): number => {
      builder.copy(taken, from);
      builder.replace(from, to, value);
      return (taken = to);
    };
    for (let at = start + 1; at < end;) {
      if (isEscapedTemplate(text, at)) at = take(at, at + 3, text.slice(at + 1, at + 3));
      else if (isTemplate(text, at)) {
        const close = templateEnd(text, at, end);
        at = take(at, close, unknowns.add(text.slice(at, close), false));
      } else if (text.charAt(at) === '\\' && text.charAt(at + 1) === 'U') {
        const code = Number.parseInt(text.slice(at + 2, at + 10), 16);
        at = take(at, Math.min(at + 10, end), String.fromCodePoint(code <= 0x10ffff ? code : 0xfffd));
      } else at += text.charAt(at) === '\\' ? 2 : 1;
    }
    builder.copy(taken, end);
  }
}

const isSign = (token: Token | undefined): boolean =>
  token?.kind === 'mark' && (token.text === '=' || token.text === ':');
const isSeparatorMark = (token: Token | undefined): boolean => token?.kind === 'mark' && token.text === ',';
const isSeparator = (token: Token | undefined): boolean => token?.kind === 'newline' || isSeparatorMark(token);

const isLiteral = ({ kind, text }: Token): boolean =>
  kind === 'number' || (kind === 'name' && ['true', 'false', 'null'].includes(text));

/** A string of JSON, closed or not, and what is behind it: a colon makes it a name. */
const jsonString = /"((?:[^"\\]|\\[^])*)(?:"(: ?)?)?/gu;

const isBareName = (name: string): boolean => /^[A-Za-z_][\w-]*$/u.test(name);

/** Writes JSON in HCL's syntax: members with `=`, their names without quotes where HCL needs none. */
export const encodeObject = (text: string): string =>
  encodeHeredoc(text).replace(jsonString, (whole: string, name: string, colon: string | undefined) =>
    colon === undefined ? whole : `${isBareName(name) ? name : `"${name}"`} =${colon.slice(1)}`,
  );

/** Writes a name, a string of JSON, in the place of one without quotes. */
const encodeName = (text: string): string => {
  const name = text.slice(1, -1);
  return text === `"${name}"` && isBareName(name) ? name : encodeObject(text);
};
