/** The benchmark's results as Markdown tables, the form in which `docs/performance.md` holds them. */
import type { SizeFigure } from './extension.js';
import type { Figure } from './in-process.js';
import type { Verdict } from './targets.js';

export interface Report {
  readonly date: string;
  readonly machine: string;
  readonly inProcess: readonly Figure[];
  readonly access: readonly Figure[];
  readonly stdio: readonly Figure[];
  readonly commandLine: readonly Figure[];
  readonly extension: readonly SizeFigure[];
  readonly targets: readonly Verdict[];
}

const number = (value: number): string =>
  value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toPrecision(2);
const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  row(head) + row(head.map(() => '---')) + rows.map(row).join('');

/** One line per figure: least and median times of each subject, and how many times a peer's least time ours is. */
function figures(title: string, list: readonly Figure[]): string {
  if (list.length === 0) return '';
  const subjects = [...new Set(list.flatMap(({ times }) => Object.keys(times)))];
  const rows = list.map(({ what, document, times }) => [
    what,
    document,
    ...subjects.map((subject) => {
      const own = times['ours']?.min ?? NaN;
      const each = times[subject];
      if (!each) return '';
      const spread = each.samples === 1 ? '' : ` / ${number(each.median)} / ${number(each.p95)}`;
      return `${number(each.min)}${spread}${subject === 'ours' ? '' : ` (${(own / each.min).toFixed(2)} ×)`}`;
    }),
  ]);
  return `\n### ${title}\n\n${table(['what', 'document', ...subjects], rows)}`;
}

export function printReport({
  date,
  machine,
  inProcess,
  access,
  stdio,
  commandLine,
  extension,
  targets,
}: Report): string {
  const head = `${date}, ${machine}.\nMilliseconds as least / median / 95th percentile; in brackets how many times the peer's least figure ours is.\n`;
  const verdicts = targets.map(({ target, measured, atMost, met }) => [
    target,
    measured.toFixed(2),
    String(atMost),
    met ? 'met' : 'missed',
  ]);
  return (
    head +
    (targets.length > 0 ? `\n### Targets\n\n${table(['what', 'measured', 'at most', ''], verdicts)}` : '') +
    figures('In process', inProcess) +
    figures('Access', access) +
    figures('Over stdio', stdio) +
    figures('Command line', commandLine) +
    (extension.length > 0
      ? `\n### The extension\n\n${table(
          ['what', 'figure'],
          extension.map(({ what, figure }) => [what, figure]),
        )}`
      : '')
  );
}
