/** Reads the comments of a host that accept findings: `# cam-policy-ignore RULE: reason`, several rules with commas between them. */
import type { LineIndex } from '../lines.js';
import type { Span } from '../span.js';
import { lineStartAt } from '../syntax/measure.js';
import { upTo } from '../text.js';

export interface IgnoreComment {
  readonly span: Span;
  /** Empty where it names none. */
  readonly rule: string;
  readonly reason: string;
  /** What it begins with, and what it must end with. */
  readonly marks: CommentMarks;
  /** The line that it is for, from 1. */
  readonly line: number;
}

export interface CommentMarks {
  readonly open: string;
  readonly close: string;
}

export const ignoreName = 'cam-policy-ignore';

const allMarks: readonly CommentMarks[] = [
  { open: '<!--', close: '-->' },
  { open: '/*', close: '*/' },
  { open: '//', close: '' },
  { open: '#', close: '' },
];

/** A name of a rule at the start of a text. */
const ruleName = /^[\w-]{1,60}/u;

type Waiting = Omit<IgnoreComment, 'line'>;

/** All of them in a text, in its order. Linear in its length. */
export function ignoreCommentsIn(text: string, lines: LineIndex): readonly IgnoreComment[] {
  const comments: IgnoreComment[] = [];
  /** Comments alone on their lines are for the next line that has none. */
  let waiting: Waiting[] = [];
  let last = 0;
  const settle = (line: number): void => {
    comments.push(...waiting.map((one) => ({ ...one, line })));
    waiting = [];
  };
  for (let at = text.indexOf(ignoreName); at >= 0; at = text.indexOf(ignoreName, at + ignoreName.length)) {
    const before = text.slice(lineStartAt(text, at), at).trimEnd();
    const marks = marksAt(before);
    // Another word that begins like it.
    if (!marks || /[\w-]/u.test(text.charAt(at + ignoreName.length))) continue;
    const { line } = lines.at(at);
    const found = entriesAt(text, at, marks);
    if (line > last + 1) settle(last + 1);
    if (/^[ \t\uFEFF>]*(?:#+|\/{2,}|\/\*|<!--)$/u.test(before)) waiting.push(...found);
    else comments.push(...found.map((one) => ({ ...one, line })));
    last = line;
  }
  settle(last + 1);
  return comments;
}

/** The marks of the comment whose beginning is the end of `before`. What stands in the quotes of Markdown is an example. */
function marksAt(before: string): CommentMarks | undefined {
  const marks = allMarks.find(({ open }) => before.endsWith(open));
  return marks && before.charAt(before.length - marks.open.length - 1) !== '`' ? marks : undefined;
}

/** One for each rule that the comment at `at` names; one without a rule where it names none. */
function entriesAt(text: string, at: number, marks: CommentMarks): readonly Waiting[] {
  const newline = text.indexOf('\n', at);
  const rest = text.slice(at + ignoreName.length, newline < 0 ? text.length : newline);
  const close = marks.close === '' ? -1 : rest.indexOf(marks.close);
  const said = close < 0 ? rest : rest.slice(0, close);
  const names = upTo(said, ':');
  const span = { start: at, end: at + ignoreName.length + said.trimEnd().length };
  const written = names.split(',').map((name) => name.trim());
  const rules = written.map((name) => ruleName.exec(name)?.[0] ?? '').filter((rule) => rule !== '');
  // Where words stand between rule and colon, the colon is one of theirs.
  const isForm = written.every((name) => name === '' || rules.includes(name));
  const reason = isForm ? said.slice(names.length + 1).trim() : '';
  return (rules.length > 0 ? rules : ['']).map((rule) => ({ span, rule, reason, marks }));
}
