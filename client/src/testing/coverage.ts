/** Which statements of policies the tests reach, as VS Code shows coverage of code. */
import { FileCoverage, StatementCoverage, Uri } from 'vscode';
import type { PolicyStatements } from '../../../protocol/tests.js';
import { rangeOf } from '../range.js';

const known = new WeakMap<FileCoverage, readonly StatementCoverage[]>();

/** The coverage of each file, from what several files of tests reach together. */
export function coverageOf(reached: readonly PolicyStatements[]): readonly FileCoverage[] {
  const byFile = new Map<string, Map<string, StatementCoverage>>();
  for (const { uri, statements } of reached) {
    const own = byFile.get(uri) ?? new Map<string, StatementCoverage>();
    byFile.set(uri, own);
    for (const { range, requests } of statements) {
      const key = JSON.stringify(range);
      const before = own.get(key)?.executed;
      own.set(key, new StatementCoverage(requests + (typeof before === 'number' ? before : 0), rangeOf(range)));
    }
  }
  return [...byFile].map(([uri, statements]) => {
    const details = [...statements.values()];
    const file = FileCoverage.fromDetails(Uri.parse(uri), details);
    known.set(file, details);
    return file;
  });
}

/** The statements of a file. */
export const detailsOf = (file: FileCoverage): readonly StatementCoverage[] => known.get(file) ?? [];
