/** What a run of `check` has seen so far. */
import type { Severity } from '../../core/index.js';
import type { ShownFinding } from './check-text.js';
import type { Counts } from './formats/index.js';

export interface Tally {
  files: number;
  /** Something could not be read, or a rule failed. */
  incomplete: boolean;
  /** Findings by severity. */
  readonly all: Record<Severity, number>;
  /** Those that are shown. */
  readonly shown: { -readonly [name in keyof Counts]: number };
}

const none = { error: 0, warning: 0, information: 0, hint: 0 };

export const emptyTally = (): Tally => ({
  files: 0,
  incomplete: false,
  all: { ...none },
  shown: { ...none, fixable: 0 },
});

/** Counts the findings of a file; gives those that are shown, which are of one of `severities`. */
export function count(
  tally: Tally,
  findings: readonly ShownFinding[],
  severities: readonly Severity[],
): readonly ShownFinding[] {
  tally.files++;
  for (const { severity } of findings) tally.all[severity]++;
  const shown = findings.filter(({ severity }) => severities.includes(severity));
  for (const { severity, fixable } of shown) {
    tally.shown[severity]++;
    if (fixable) tally.shown.fixable++;
  }
  return shown;
}

/** The severities whose findings fail. */
export const failing = ({ all }: Tally, maxWarnings: number): readonly Severity[] =>
  all.warning > maxWarnings ? ['error', 'warning'] : ['error'];

/** Whether there is a finding that fails. */
export const fails = (tally: Tally, maxWarnings: number): boolean =>
  failing(tally, maxWarnings).some((severity) => tally.all[severity] > 0);
