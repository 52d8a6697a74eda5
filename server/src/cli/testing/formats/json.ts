/** Results as JSON, in the form that other programs rely on: docs/testing.md has it. */
import { lineText } from '../../access/line-text.js';
import { countsOf, type FileReport, type Shown, type StatementPlace } from '../report.js';

export const asJson = (reports: readonly FileReport[]): string => {
  const files = reports.map(({ path, problems, leftOut, results, statements }) => ({
    path,
    problems,
    ...(leftOut.statements.length > 0 && { leftOut: leftOut.statements.map(placeOf) }),
    tests: results.map(testOf),
    ...(statements && {
      coverage: statements.map((place) => ({ ...placeOf(place), requests: place.requests })),
    }),
  }));
  return `${JSON.stringify({ files, counts: countsOf(reports) })}\n`;
};

const testOf = ({ name, result, expected, actual, told, by, line, column, endLine, endColumn }: Shown): object => ({
  name,
  result,
  expected,
  ...(actual !== undefined && { actual }),
  text: lineText(told, ' '),
  line,
  column,
  endLine,
  endColumn,
  ...(by && { by: placeOf(by) }),
});

const placeOf = ({ path, statement, line, column }: StatementPlace): object => ({ path, statement, line, column });
