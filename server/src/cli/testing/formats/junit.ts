/** Results as JUnit's XML: a suite for each file. */
import type { Locale } from '../../../core/index.js';
import { lineText } from '../../access/line-text.js';
import { escaped } from '../../formats/xml.js';
import { countsOf, type FileReport, type Shown } from '../report.js';
import { coverageLines } from './text.js';

export function asJunit(reports: readonly FileReport[], locale: Locale): string {
  const suites = reports.map((report) => suiteOf(report, locale)).join('');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="cam-policy" ${attributes(reports)}>\n${suites}</testsuites>\n`;
}

function attributes(reports: readonly FileReport[]): string {
  const { passed, failed, broken } = countsOf(reports);
  const problems = reports.filter((report) => report.problems.length > 0).length;
  return `tests="${passed + failed + broken + problems}" failures="${failed}" errors="${broken + problems}"`;
}

function suiteOf(report: FileReport, locale: Locale): string {
  const { path, problems, results, statements } = report;
  const name = escaped(path);
  const cases = results.map((result) => caseOf(result, path));
  const [first] = problems;
  if (first !== undefined) {
    const error = `<error message="${escaped(first)}">${escaped(problems.join('\n'))}</error>`;
    cases.unshift(`<testcase name="read" classname="${name}">${error}</testcase>`);
  }
  const coverage = statements
    ? `    <system-out>${escaped(coverageLines(statements, locale).join('\n'))}</system-out>\n`
    : '';
  const written = cases.map((one) => `    ${one}\n`).join('');
  return `  <testsuite name="${name}" ${attributes([report])}>\n${written}${coverage}  </testsuite>\n`;
}

function caseOf({ name, result, expected, told, by, line, column }: Shown, path: string): string {
  const head = `<testcase name="${escaped(name)}" classname="${escaped(path)}" file="${escaped(path)}" line="${line}"`;
  if (result === 'passed') return `${head}/>`;
  const place = by ? `\n${by.path}:${by.line}:${by.column}` : '';
  const text = escaped(`${path}:${line}:${column}: ${lineText(told, '\n')}${place}`);
  const message = escaped(lineText({ ...told, below: [] }, ' '));
  const body =
    result === 'broken'
      ? `<error message="${message}">${text}</error>`
      : `<failure type="${escaped(expected)}" message="${message}">${text}</failure>`;
  return `${head}>${body}</testcase>`;
}
