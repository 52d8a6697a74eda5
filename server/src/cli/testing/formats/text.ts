/** Results for a person on a terminal. */
import { say, type Locale } from '../../../core/index.js';
import { lineText } from '../../access/line-text.js';
import { oneLine } from '../../one-line.js';
import { countsOf, type FileReport, type Shown, type StatementPlace } from '../report.js';
import { texts } from '../texts.js';

export function asText(reports: readonly FileReport[], locale: Locale): string {
  if (reports.length === 0) return '';
  const files = reports.map((report) => `${fileText(report, locale)}\n`);
  return [...files, `${say(texts.summary, locale, { ...countsOf(reports) })}\n`].join('');
}

function fileText({ path, results, statements }: FileReport, locale: Locale): string {
  const lines = results.flatMap((result) => resultLines(result, path, locale));
  return [oneLine(path), ...lines, ...(statements ? coverageLines(statements, locale) : [])]
    .map((line) => `${line}\n`)
    .join('');
}

function resultLines(result: Shown, path: string, locale: Locale): readonly string[] {
  const head = `  ${say(result.result === 'passed' ? texts.ok : texts[result.result], locale)}  ${oneLine(result.name)}`;
  if (result.result === 'passed') return [head];
  const [first = '', ...others] = lineText(result.told, '\n').split('\n');
  return [
    head,
    `      ${oneLine(path)}:${result.line}:${result.column}: ${first}`,
    ...others.map((line) => `      ${line}`),
    ...(result.by ? [`      ${placeText(result.by, locale)}`] : []),
  ];
}

const placeText = ({ path, line, column, statement }: StatementPlace, locale: Locale): string =>
  say(texts.rests, locale, { path: oneLine(path), line, column, statement });

/** Which statements no test reaches. */
export function coverageLines(statements: NonNullable<FileReport['statements']>, locale: Locale): readonly string[] {
  const missed = statements.filter(({ requests }) => requests === 0);
  const counts = { reached: statements.length - missed.length, all: statements.length };
  return [
    `  ${say(texts.reached, locale, counts)}`,
    ...(missed.length > 0 ? [`  ${say(texts.unreached, locale)}`] : []),
    ...missed.map((place) => `    ${placeText(place, locale)}`),
  ];
}
