/** Findings as a report of GitLab's code quality. */
import type { Severity } from '../../../core/index.js';
import { fingerprints } from './fingerprint.js';
import type { Reporter } from './index.js';

const severities: { readonly [severity in Severity]: string } = {
  error: 'major',
  warning: 'minor',
  information: 'info',
  hint: 'info',
};

export function gitlabReporter(): Reporter {
  const fingerprintOf = fingerprints();
  let separator = '\n';
  return {
    start: () => '[',
    file: ({ fromRoot, findings }) =>
      findings
        .map((finding) => {
          const { rule, severity, message, line, endLine } = finding;
          const written = JSON.stringify({
            description: message,
            check_name: rule,
            fingerprint: fingerprintOf(fromRoot, finding),
            severity: severities[severity],
            location: { path: fromRoot, lines: { begin: line, end: endLine } },
          });
          const entry = separator + written;
          separator = ',\n';
          return entry;
        })
        .join(''),
    end: () => '\n]\n',
  };
}
