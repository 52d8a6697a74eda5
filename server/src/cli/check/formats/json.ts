/** Findings as JSON, in the form that other programs rely on. */
import type { Reporter } from './index.js';

/** Files are written as they come, one a line: thousands of them need no memory. */
export function jsonReporter(): Reporter {
  let separator = '\n';
  return {
    start: () => '{ "files": [',
    file(file) {
      const written = separator + JSON.stringify(file);
      separator = ',\n';
      return written;
    },
    end: (counts) => `\n], "counts": ${JSON.stringify(counts)} }\n`,
  };
}
