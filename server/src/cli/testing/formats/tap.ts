/** Results in version 14 of the Test Anything Protocol. Source: testanything.org. */
import type { Locale } from '../../../core/index.js';
import { lineText } from '../../access/line-text.js';
import { oneLine } from '../../one-line.js';
import type { FileReport, Shown } from '../report.js';
import { coverageLines } from './text.js';

export function asTap(reports: readonly FileReport[], locale: Locale): string {
  const count = reports.reduce((sum, { problems, results }) => sum + problems.length + results.length, 0);
  const lines = ['TAP version 14', `1..${count}`];
  let number = 0;
  for (const { path, problems, results, statements } of reports) {
    lines.push(`# ${oneLine(path)}`);
    for (const problem of problems) lines.push(`not ok ${++number} - ${escaped(problem)}`);
    for (const result of results) lines.push(...linesOf(result, path, ++number));
    if (statements) lines.push(...coverageLines(statements, locale).map((line) => `# ${oneLine(line.trim())}`));
  }
  return `${lines.join('\n')}\n`;
}

function linesOf(
  { name, result, expected, actual, told, by, line, column }: Shown,
  path: string,
  number: number,
): string[] {
  if (result === 'passed') return [`ok ${number} - ${escaped(name)}`];
  const data = {
    message: lineText(told, ' '),
    severity: result === 'broken' ? 'error' : 'fail',
    at: `${path}:${line}:${column}`,
    expected,
    ...(actual !== undefined && { actual }),
    ...(by && { by: `${by.path}:${by.line}:${by.column}` }),
  };
  // A string of JSON is one of YAML, too.
  const written = Object.entries(data).map(([key, value]) => `  ${key}: ${JSON.stringify(value)}`);
  return [`not ok ${number} - ${escaped(name)}`, '  ---', ...written, '  ...'];
}

/** `#` begins a directive, and a backslash escapes. */
const escaped = (text: string): string => oneLine(text).replaceAll('\\', '\\\\').replaceAll('#', '\\#');
