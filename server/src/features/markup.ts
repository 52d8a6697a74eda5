/** Texts for people in the format that the client supports. Reads Markdown that `markdown.ts` wrote, and no other. */
import type { MarkupContent } from 'vscode-languageserver-types';

/** The forms of text that clients show. */
export type MarkupFormat = MarkupContent['kind'];

/** `markdown`, written by `markdown.ts`, in `format`. */
export const markup = (markdown: string, format: MarkupFormat): MarkupContent => ({
  kind: format,
  value: format === 'markdown' ? markdown : plainText(markdown),
});

/**
 * The words of a text that `markdown.ts` wrote, without its notation: links with their addresses behind them, tables a line for each row.
 * Nothing is guessed: what is not escaped there and not in a code span is notation, for all else is.
 */
export function plainText(markdown: string): string {
  const lines: string[] = [];
  let fence = '';
  for (const line of markdown.split('\n')) {
    const ticks = /^`{3,}/u.exec(line)?.[0] ?? '';
    if (fence !== '') {
      if (line === fence) fence = '';
      else lines.push(line);
    } else if (/^`{3,}json$/u.test(line)) fence = ticks;
    else if (!line.startsWith('| ')) lines.push(inline(line));
    else if (isRuler(line)) lines.pop();
    else lines.push(row(line));
  }
  return lines.join('\n');
}

/** The line below a table's head; without a table the titles of the columns are of no use. */
const isRuler = (line: string): boolean => /^\|(?: :-- \|)+$/u.test(line);

/** `| a | b | c |` as `a: b — c`; empty cells are left out. */
function row(line: string): string {
  const cells = line.slice(2, -2).split(' | ');
  const [title = '', ...rest] = cells.map((text) => inline(text.replaceAll('\\|', '|')).trim());
  return [title, rest.filter(Boolean).join(' — ')].filter(Boolean).join(': ');
}

/** An escaped character, the fence of a code span, a link, or a mark of emphasis. */
const notation = (): RegExp => /\\(.)|(`+)|\[((?:\\.|[^\\[\]])*)\]\(([^\s()]*)\)|\*+/gu;

function inline(line: string): string {
  const expression = notation();
  let words = '';
  let at = 0;
  for (let found = expression.exec(line); found; found = expression.exec(line)) {
    const [, escaped, fence, text, url = ''] = found;
    words += line.slice(at, found.index);
    at = expression.lastIndex;
    if (escaped !== undefined) words += escaped;
    else if (text !== undefined) words += `${inline(text)} (${url})`;
    else if (fence !== undefined) {
      const end = closingFence(line, at, fence.length);
      // A fence that nothing closes is none of ours: the rest is left as it is.
      if (end < 0) return words + line.slice(found.index);
      words += unpadded(line.slice(at, end));
      expression.lastIndex = at = end + fence.length;
    }
  }
  return words + line.slice(at);
}

/** Where the next run of just `length` backticks begins, or -1. */
function closingFence(line: string, from: number, length: number): number {
  const ticks = /`+/gu;
  ticks.lastIndex = from;
  let run = ticks.exec(line);
  while (run && run[0].length !== length) run = ticks.exec(line);
  return run ? run.index : -1;
}

/** A code span's text: one that begins or ends in a backtick, or is empty, stands between two blanks. */
const unpadded = (code: string): string => (/^ (?:`.*|.*`|) $/u.test(code) ? code.slice(1, -1) : code);
