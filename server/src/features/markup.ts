/** What a person is shown, in the form the client reads. `markdown.ts` writes it; this reads back what that writes, and no other Markdown. */
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

/** The line below a table's head, whose titles say nothing of what follows them in words. */
const isRuler = (line: string): boolean => /^\|(?: :-- \|)+$/u.test(line);

/** `| a | b | c |` as `a: b — c`; empty cells are left out. */
function row(line: string): string {
  const cells = line.slice(2, -2).split(' | ');
  const [title = '', ...rest] = cells.map((text) => inline(text.replaceAll('\\|', '|')).trim());
  return [title, rest.filter(Boolean).join(' — ')].filter(Boolean).join(': ');
}

/** An escaped character, a code span, a link, or a mark of emphasis. */
const notation = /\\(.)|(`+)(.*?[^`])\2(?!`)|\[((?:\\.|[^\\\]])*)\]\(([^\s()]*)\)|\*+/gu;

const inline = (line: string): string =>
  line.replace(
    notation,
    (_: string, escaped?: string, ticks?: string, code?: string, text?: string, url?: string): string => {
      if (escaped !== undefined) return escaped;
      if (ticks !== undefined) return unpadded(code ?? '');
      return text === undefined ? '' : `${inline(text)} (${url ?? ''})`;
    },
  );

/** A code span's text: one that begins or ends in a backtick, or is empty, stands between two blanks. */
const unpadded = (code: string): string => (/^ (?:`.*|.*`|) $/u.test(code) ? code.slice(1, -1) : code);
