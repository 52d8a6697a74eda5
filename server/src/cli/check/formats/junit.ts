/** Findings as JUnit's XML: a suite for each file. What fails the run is a failure; the other findings are kept with tests that pass. */
import type { Severity } from '../../../core/index.js';
import { escaped } from '../../formats/xml.js';
import type { ShownFinding } from '../check-text.js';
import type { Reporter } from './index.js';

interface Suite {
  readonly path: string;
  readonly findings: readonly Pick<ShownFinding, 'rule' | 'severity' | 'message' | 'line' | 'column'>[];
  /** Why the file could not be checked. */
  readonly problem?: string;
}

/** Keeps what it shows until the end: only then is it known what fails. */
export function junitReporter(): Reporter {
  const suites: Suite[] = [];
  return {
    file({ path, findings }) {
      // Not the whole findings, which hold on to texts and trees.
      const listed = findings.map(({ rule, severity, message, line, column }) => ({
        rule,
        severity,
        message,
        line,
        column,
      }));
      suites.push({ path, findings: listed });
      return '';
    },
    problem: ({ path }, problem) => void suites.push({ path, findings: [], problem }),
    end({ failing }) {
      const all = suites.flatMap(({ findings }) => findings);
      const tests = suites.reduce((sum, { findings }) => sum + Math.max(findings.length, 1), 0);
      const counts = countsOf(tests, all, suites.filter(({ problem }) => problem !== undefined).length, failing);
      const written = suites.map((suite) => suiteOf(suite, failing)).join('');
      return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="cam-policy" ${counts}>\n${written}</testsuites>\n`;
    },
  };
}

const countsOf = (tests: number, findings: Suite['findings'], errors: number, failing: readonly Severity[]): string =>
  `tests="${tests}" failures="${findings.filter(({ severity }) => failing.includes(severity)).length}" errors="${errors}"`;

function suiteOf({ path, findings, problem }: Suite, failing: readonly Severity[]): string {
  const counts = countsOf(Math.max(findings.length, 1), findings, problem === undefined ? 0 : 1, failing);
  const name = escaped(path);
  const cases = findings.map(({ rule, severity, message, line, column }) => {
    const head = `<testcase name="${escaped(`${rule} ${line}:${column}`)}" classname="${name}">`;
    const text = escaped(`${path}:${line}:${column} ${severity} ${rule}: ${message}`);
    const body = failing.includes(severity)
      ? `<failure type="${severity}" message="${escaped(message)}">${text}</failure>`
      : `<system-out>${text}</system-out>`;
    return `${head}${body}</testcase>`;
  });
  if (problem !== undefined)
    cases.push(`<testcase name="read" classname="${name}"><error message="${escaped(problem)}"/></testcase>`);
  if (cases.length === 0) cases.push(`<testcase name="no findings" classname="${name}"/>`);
  return `  <testsuite name="${name}" ${counts}>\n${cases.map((one) => `    ${one}\n`).join('')}  </testsuite>\n`;
}
