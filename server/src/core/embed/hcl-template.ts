/** JSON inside HCL's templates: the body of a heredoc, and quoted strings. */
import type { PolicyBuilder } from './builder.js';
import { isEscapedTemplate, isTemplate, templateEnd } from './hcl-tokens.js';
import type { UnknownValues } from './unknown.js';

/** What a backslash and the character behind it stand for in a quoted string. */
const escapes: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['"', '"'],
  ['\\', '\\'],
]);

const unicode = /\\(?:u[\dA-Fa-f]{4}|U[\dA-Fa-f]{8})/uy;

/** The stretch of a template and what it is read into. Offsets are those of the host. */
export interface Template {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Whether backslashes are escapes, as in quoted strings. */
  readonly quoted: boolean;
  readonly builder: PolicyBuilder;
  readonly unknowns: UnknownValues;
}

/**
 * Reads a template whose text is JSON. An interpolation inside a string of that JSON is a part of the string; elsewhere it is a value.
 * Gives whether there are directives (`%{ if … }`, `%{ for … }`), between which the text may stand once, often or never.
 */
export function readJsonTemplate(template: Template): boolean {
  const reader = new TemplateReader(template);
  reader.read();
  return reader.hasDirectives;
}

class TemplateReader {
  hasDirectives = false;
  private isInString = false;
  private at: number;
  /** Up to where the text is taken. */
  private taken: number;

  constructor(private readonly template: Template) {
    this.at = this.taken = template.start;
  }

  read(): void {
    const { text, end, builder } = this.template;
    while (this.at < end) {
      if (isEscapedTemplate(text, this.at)) this.take(3, text.slice(this.at + 1, this.at + 3));
      else if (isTemplate(text, this.at)) this.interpolation();
      else if (!this.escape()) this.plain();
    }
    builder.copy(this.taken, end);
  }

  /** Takes what lies before as it stands, and the next `length` characters as `value`. */
  private take(length: number, value: string): void {
    const { builder } = this.template;
    builder.copy(this.taken, this.at);
    builder.replace(this.at, this.at + length, value);
    this.at += length;
    this.taken = this.at;
  }

  private interpolation(): void {
    const { text, end, unknowns } = this.template;
    const close = templateEnd(text, this.at, end);
    const source = text.slice(this.at, close);
    if (source.startsWith('%')) {
      this.hasDirectives = true;
      this.take(source.length, '');
    } else this.take(source.length, unknowns.add(source, !this.isInString));
  }

  /** Takes an escape of a quoted string. One of JSON is written with two of them: `\\\"` is `\"`. */
  private escape(): boolean {
    const { text, quoted } = this.template;
    const found = quoted ? escapeAt(text, this.at) : undefined;
    if (!found) return false;
    this.take(found.length, found.value);
    if (found.value === '"') this.isInString = !this.isInString;
    if (found.value === '\n') this.isInString = false;
    const next = found.value === '\\' ? escapeAt(text, this.at) : undefined;
    if (next) this.take(next.length, next.value);
    return true;
  }

  private plain(): void {
    const { text, quoted } = this.template;
    const character = text.charAt(this.at);
    if (character === '"') this.isInString = !this.isInString;
    else if (character === '\n') this.isInString = false;
    // An escape of JSON, which in a heredoc stands as it is.
    const isEscape = !quoted && character === '\\' && text.charAt(this.at + 1) !== '\n';
    this.at = Math.min(this.at + (isEscape ? 2 : 1), this.template.end);
  }
}

/** The escape at `at` of a quoted string. */
function escapeAt(text: string, at: number): { readonly length: number; readonly value: string } | undefined {
  if (text.charAt(at) !== '\\') return undefined;
  const value = escapes.get(text.charAt(at + 1));
  if (value !== undefined) return { length: 2, value };
  unicode.lastIndex = at;
  const found = unicode.exec(text)?.[0];
  if (found === undefined) return undefined;
  const code = Number.parseInt(found.slice(2), 16);
  return { length: found.length, value: code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD' };
}

/** Writes text for the body of a heredoc, where only templates mean something. */
export const encodeHeredoc = (text: string): string => text.replace(/[$%](?=\{)/gu, '$&$&');

/** Writes text for a quoted string. */
export const encodeQuoted = (text: string): string =>
  encodeHeredoc(text).replace(/["\\\n\r\t]/gu, (character) => {
    const [letter = ''] = [...escapes].find(([, value]) => value === character) ?? [];
    return `\\${letter}`;
  });

/** Whether the string that ends at `end` has its closing quote. */
export function isClosed(text: string, start: number, end: number): boolean {
  let backslashes = 0;
  while (text.charAt(end - 2 - backslashes) === '\\') backslashes++;
  return end > start + 1 && text.charAt(end - 1) === '"' && backslashes % 2 === 0;
}
