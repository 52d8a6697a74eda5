/** What stands before each line of a text that was copied out of a comment, a quotation, a listing or a diff, and is none of the text's own. */
import type { Span } from '../span.js';

export type DecorationKind = 'marked' | 'commented' | 'numbered' | 'diff' | 'fenced';

export interface Decoration {
  readonly kind: DecorationKind;
  /** The sign that the lines begin with; empty where it differs from line to line. */
  readonly sign: string;
  /** What to take away, in order, at least one. */
  readonly spans: readonly [Span, ...Span[]];
}

interface Line extends Span {
  readonly text: string;
  /** Where the next line starts. */
  readonly next: number;
}

/** Fewer lines than this show no pattern. */
const fewest = 3;

/** A line that begins as decorated ones do. Most texts with mistakes have none, and need no closer look. */
const decorated = /(?:^|\n)[ \t]*(?:[*>#+`\d-]|\/[/*])/u;

/** The decoration of `text`; undefined where its lines have none, or not all of them. Takes time that grows with the length. */
export function decorationIn(text: string): Decoration | undefined {
  if (!decorated.test(text)) return undefined;
  const lines = linesOf(text);
  const [first, ...others] = lines;
  if (!first || lines.length < fewest) return undefined;
  return (
    fenced(first, others) ??
    signed(lines, 'marked', '*', blockComment) ??
    signed(lines, 'marked', '>') ??
    signed(lines, 'commented', '//') ??
    signed(lines, 'commented', '#') ??
    numbered(lines) ??
    diff(lines)
  );
}

/** The lines that hold more than blanks. */
function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  for (let start = 0; start < text.length;) {
    const newline = text.indexOf('\n', start);
    const next = newline < 0 ? text.length : newline + 1;
    const line = text.slice(start, next);
    if (line.trim() !== '') lines.push({ start, end: start + line.trimEnd().length, text: line.trimEnd(), next });
    start = next;
  }
  return lines;
}

const some = (spans: readonly Span[]): Decoration['spans'] | undefined => {
  const [first, ...others] = spans;
  return first && [first, ...others];
};

const wholeLine = ({ start, next }: Line): Span => ({ start, end: next });

/** A code block of Markdown. */
function fenced(first: Line, others: readonly Line[]): Decoration | undefined {
  const last = others.at(-1);
  if (!last || !/^[ \t]*```[\w-]*$/u.test(first.text) || last.text.trim() !== '```') return undefined;
  return { kind: 'fenced', sign: '```', spans: [wholeLine(first), wholeLine(last)] };
}

const blockComment: ReadonlySet<string> = new Set(['/*', '/**', '*/', '**/']);

/** The beginning of a line up to the sign and one blank behind it, which most people write. Undefined where the line begins otherwise. */
function signIn({ start, text }: Line, sign: string): Span | undefined {
  const at = text.length - text.trimStart().length;
  if (!text.startsWith(sign, at)) return undefined;
  const end = at + sign.length;
  return { start, end: start + end + (/[ \t]/u.test(text.charAt(end)) ? 1 : 0) };
}

/** Lines that begin with `sign`. What is copied from the middle of a line on has none before its first one. */
function signed(
  lines: readonly Line[],
  kind: DecorationKind,
  sign: string,
  frame: ReadonlySet<string> = new Set(),
): Decoration | undefined {
  const spans: Span[] = [];
  for (const [index, line] of lines.entries()) {
    const span = frame.has(line.text.trim()) ? wholeLine(line) : signIn(line, sign);
    if (span) spans.push(span);
    else if (index > 0 || kind === 'commented') return undefined;
  }
  const found = some(spans);
  return found && { kind, sign, spans: found };
}

/** Lines with their numbers, each one more than the one before. */
function numbered(lines: readonly Line[]): Decoration | undefined {
  const spans: Span[] = [];
  let last: number | undefined;
  for (const { start, text } of lines) {
    const [whole, digits = ''] = /^[ \t]{0,20}(\d{1,7})(?:[:.|)\]]|(?=[ \t{}[\]"]|$))[ \t]?/u.exec(text) ?? [];
    const number = Number(digits);
    if (whole === undefined || (last !== undefined && number <= last)) return undefined;
    last = number;
    spans.push({ start, end: start + whole.length });
  }
  const found = some(spans);
  return found && { kind: 'numbered', sign: '', spans: found };
}

const isHeader = (text: string): boolean => /^(?:diff |index |--- |\+\+\+ |@@ )/u.test(text);

/** The lines of a diff: of what is taken out nothing stays, of what is put in the text. */
function diff(lines: readonly Line[]): Decoration | undefined {
  const body = lines.filter(({ text }) => !isHeader(text));
  if (
    !body.some(({ text }) => isChange(text)) ||
    !body.every(({ text }) => isChange(text) || /^[ \t{}[\]"]/u.test(text))
  )
    return undefined;
  const isIndented = body.every(({ text }) => isChange(text) || text.startsWith(' '));
  const spans = lines.flatMap((line): readonly Span[] => {
    if (isHeader(line.text) || line.text.startsWith('-')) return [wholeLine(line)];
    return line.text.startsWith('+') || isIndented ? [{ start: line.start, end: line.start + 1 }] : [];
  });
  const found = some(spans);
  return found && { kind: 'diff', sign: '', spans: found };
}

/** A line that a diff puts in or takes out; no line of a policy begins so. */
const isChange = (text: string): boolean => /^[+-](?:[ \t{}[\]"]|$)/u.test(text);

/** `text` without its decoration. */
export function undecorated(text: string, { spans }: Decoration): string {
  let result = '';
  let at = 0;
  for (const { start, end } of spans) {
    result += text.slice(at, start);
    at = end;
  }
  return result + text.slice(at);
}
