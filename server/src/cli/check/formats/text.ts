/** Findings for a person: where, how severe, which rule, what, and the line with the place underlined. */
import { styleText } from 'node:util';
import type { Severity } from '../../../core/index.js';
import type { ShownFinding } from '../check-text.js';
import { oneLine } from '../../one-line.js';
import { widthOf } from '../../width.js';
import type { Look, Reporter } from './index.js';

const styles = {
  error: 'red',
  warning: 'yellow',
  information: 'blue',
  hint: 'gray',
} as const satisfies { readonly [severity in Severity]: string };

/** How much of a line is shown, in UTF-16 units, and how much of that before the finding. */
const maxShown = 120;
const before = 40;

type Style = (style: Parameters<typeof styleText>[0], text: string) => string;

/** Lines end as they do for `indexLines`. */
const lineEnd = /\r\n|\n|\r/u;

export function textReporter({ color }: Look): Reporter {
  // The terminal was looked at already.
  const style: Style = color ? (name, text) => styleText(name, text, { validateStream: false }) : (_, text) => text;
  return {
    file({ path, findings }, text) {
      if (findings.length === 0) return '';
      const lines = text.split(lineEnd);
      return findings.map((finding) => written(oneLine(path), finding, lines[finding.line - 1] ?? '', style)).join('');
    },
  };
}

function written(path: string, finding: ShownFinding, line: string, style: Style): string {
  const { line: number, column, severity, rule, message } = finding;
  const head = `${style('bold', `${path}:${number}:${column}`)} ${style(styles[severity], severity)} ${rule}: ${oneLine(message)}`;
  const [shown, underline] = excerpt(finding, line);
  return shown === '' ? `${head}\n` : `${head}\n  ${shown}\n  ${style(styles[severity], underline)}\n`;
}

/** The part of the line around a finding, and the line below that marks its place. */
export function excerpt(
  { line: first, column, endLine, endColumn }: Pick<ShownFinding, 'line' | 'column' | 'endLine' | 'endColumn'>,
  line: string,
): readonly [shown: string, underline: string] {
  const start = column - 1;
  const indentation = line.length - line.trimStart().length;
  const fits = line.length - indentation <= maxShown;
  const from = unsplit(line, Math.max(Math.min(indentation, start), fits ? 0 : start - before));
  const until = unsplit(line, Math.min(line.length, from + maxShown));
  const end = Math.max(endLine > first ? line.length : endColumn - 1, start + 1);
  const lead = oneLine(line.slice(from, start));
  const marked = oneLine(line.slice(start, Math.min(end, until)));
  const cut = from > indentation ? '…' : '';
  const shown = `${cut}${lead}${marked}${oneLine(line.slice(Math.min(end, until), until))}${until < line.length ? '…' : ''}`;
  return [shown.trimEnd(), `${' '.repeat(widthOf(cut + lead))}${'^'.repeat(Math.max(widthOf(marked), 1))}`];
}

/** The offset, or the one before where it would part the halves of a character. */
const unsplit = (line: string, offset: number): number => {
  const code = line.charCodeAt(offset);
  return code >= 0xdc00 && code <= 0xdfff && offset > 0 ? offset - 1 : offset;
};
