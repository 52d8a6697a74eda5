/** Findings as JSON, in the form that other programs rely on. */
import type { Reporter } from './index.js';

/** Files are written as they come, one a line: thousands of them need no memory. */
export function jsonReporter(): Reporter {
  let separator = '\n';
  return {
    start: () => '{ "files": [',
    file({ path, policies, findings }) {
      const listed = findings.map(
        ({ rule, severity, message, line, column, endLine, endColumn, fixable, help }) =>
          ({ rule, severity, message, line, column, endLine, endColumn, fixable, help }) as const,
      );
      const written = separator + JSON.stringify({ path, policies, findings: listed });
      separator = ',\n';
      return written;
    },
    end: ({ counts }) => `\n], "counts": ${JSON.stringify(counts)} }\n`,
  };
}
