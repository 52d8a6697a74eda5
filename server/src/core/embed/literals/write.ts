/** Writes a policy as the literal that it was read from, or as another one. */
import type { Span } from '../../span.js';
import { compactJson } from '../../syntax/compact.js';
import { readJson } from '../../syntax/json.js';
import { escaped } from './escapes.js';
import { cutAtHoles, type Hole, type LiteralForm } from './form.js';
import { readWithHoles } from './holes.js';
import { literalLanguage, type LiteralLanguage, type Quote } from './languages.js';

/** `text` in the writing of `form`. A form that cannot hold the text is replaced by one that can. Never throws. */
export function writeLiteral(text: string, form: LiteralForm): string {
  const language = literalLanguage(form.language);
  const shown = form.compact ? compacted(text, form.holes) : text;
  switch (form.kind) {
    case 'text':
      return text;
    case 'object':
      return writeObject(text, form, language);
    case 'content':
      return escaped(shown, form.opening, false);
    case 'string':
      return new StringWriter(form, language, shown).write(shown);
  }
}

/** On one line, where that can be told without guessing. */
function compacted(text: string, holes: readonly Hole[]): string {
  if (!text.includes('\n')) return text;
  const { text: own, writing } = readWithHoles(text, holes);
  const compact = compactJson(readJson(own));
  return compact === undefined ? text : (writing?.encode(compact) ?? compact);
}

class StringWriter {
  private readonly opening: string;
  private readonly quote: Quote;
  private readonly raw: boolean;

  constructor(
    private readonly form: LiteralForm,
    private readonly language: LiteralLanguage,
    text: string,
  ) {
    const quote = language.quotes.find(({ sign }) => form.opening.endsWith(sign)) ?? { sign: '"' };
    const prefix = form.opening.slice(0, -quote.sign.length);
    const isRaw = quote.raw === true || /r/iu.test(prefix);
    const parts = cutAtHoles(text, form.holes).filter((part) => typeof part === 'string');
    const fits = !isRaw || parts.every((part) => fitsRaw(part, quote, form.lines));
    this.raw = isRaw && fits;
    this.quote = fits || quote.raw !== true ? quote : { sign: '"' };
    this.opening = (fits ? prefix : prefix.replace(/r/iu, '')) + this.quote.sign;
  }

  write(text: string): string {
    const { lines, indent } = this.form;
    if (!lines) return this.string(text);
    const joint = this.language.joint === '+' ? ` +\n${indent}` : `\n${indent}`;
    return text
      .split(/(?<=\n)/u)
      .map((line) => this.string(line))
      .join(joint);
  }

  /** One string; parts that only the program knows stand inside it or between two of its pieces. */
  private string(text: string): string {
    const { opening, quote } = this;
    let written = opening;
    for (const part of cutAtHoles(text, this.form.holes))
      if (typeof part === 'string') written += this.content(part);
      else written += part.inside ? part.source : `${quote.sign} + ${part.source} + ${opening}`;
    return written + quote.sign;
  }

  private content(text: string): string {
    const { quote, form, raw } = this;
    const braced = form.braces ? text.replace(/[{}]/gu, '$&$&') : text;
    if (raw) return braced;
    const written = escaped(braced, quote.sign, quote.multiline === true);
    return quote.template ? written.replaceAll('${', '\\${') : written;
  }
}

/** Whether a text can stand where nothing is escaped. */
const fitsRaw = (text: string, { sign, multiline }: Quote, lines: boolean): boolean =>
  !text.includes(sign) && (multiline === true || (!lines && !text.includes('\n'))) && !/[\r\\]$/u.test(text);

/** JSON, which the language reads, too; strings with parts that only the program knows are such as may hold them. */
function writeObject(text: string, form: LiteralForm, language: LiteralLanguage): string {
  const inside = form.holes.filter((hole) => hole.inside);
  const { text: own, writing } = readWithHoles(text, form.holes);
  const encode = writing?.encode ?? ((value: string): string => value);
  const filled: LiteralForm = { ...form, ...fillable(language, inside), lines: false };
  let written = '';
  let done = 0;
  for (const { start, end } of stringsIn(own)) {
    const found = own.slice(start, end);
    const value = encode(valueOf(found));
    if (!inside.some(({ shown }) => value.includes(shown)) || encode(found) === value) continue;
    const string = new StringWriter(filled, language, value);
    written += withSources(encode(own.slice(done, start)), form.holes) + string.write(value);
    done = end;
  }
  return written + withSources(encode(own.slice(done)), form.holes);
}

/** The strings of a JSON text, with their quotes; one that its line does not close is left out. */
function stringsIn(text: string): readonly Span[] {
  const found: Span[] = [];
  for (let start = text.indexOf('"'); start >= 0;) {
    let end = start + 1;
    while (end < text.length && text.charAt(end) !== '"' && text.charAt(end) !== '\n')
      end += text.charAt(end) === '\\' ? 2 : 1;
    if (text.charAt(end) === '"') found.push({ start, end: end + 1 });
    start = text.indexOf('"', end + 1);
  }
  return found;
}

/** How a language begins a string with expressions in it. */
function fillable({ name }: LiteralLanguage, holes: readonly Hole[]): Pick<LiteralForm, 'opening' | 'braces'> {
  if (name !== 'python') return { opening: '`', braces: false };
  return { opening: holes.some(({ source }) => source.includes('"')) ? "f'" : 'f"', braces: true };
}

/** What a string of JSON stands for. */
function valueOf(string: string): string {
  try {
    return JSON.parse(string) as string;
  } catch {
    return string.slice(1, -1);
  }
}

const withSources = (text: string, holes: readonly Hole[]): string =>
  cutAtHoles(text, holes)
    .map((part) => (typeof part === 'string' ? part : part.source))
    .join('');
