/** What a run of tests comes to, before a format shows it. */
import type { Line } from '../../core/index.js';
import type { Range } from '../range.js';

/** A statement in a file. */
export interface StatementPlace extends Range {
  readonly path: string;
  /** From 1, as messages count. */
  readonly statement: number;
}

/** One result. */
export interface Shown extends Range {
  /** The test's name, and the action where the test has several. */
  readonly name: string;
  readonly result: 'passed' | 'failed' | 'broken';
  /** The verdict that is expected, or the kind of the comparison. */
  readonly expected: string;
  /** The verdict, or how the comparison ended; undefined: it was not run. */
  readonly actual: string | undefined;
  readonly told: Line;
  /** The statement that it rests on. */
  readonly by: StatementPlace | undefined;
}

export interface FileReport {
  /** As the command line names it, with `/`. */
  readonly path: string;
  /** What keeps the file from being run whole. */
  readonly problems: readonly string[];
  /** Of what of the policies the tests know nothing, as CAM refuses it: told in a sentence for each policy, and the statements. */
  readonly leftOut: { readonly told: readonly string[]; readonly statements: readonly StatementPlace[] };
  readonly results: readonly Shown[];
  /** The statements, each with how many requests it applies to; undefined: nobody asked, or they are not to be had. */
  readonly statements: readonly (StatementPlace & { readonly requests: number })[] | undefined;
}

export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly broken: number;
}

export function countsOf(reports: readonly FileReport[]): Counts {
  const results = reports.flatMap((report) => report.results);
  const count = (result: Shown['result']): number => results.filter((one) => one.result === result).length;
  return { passed: count('passed'), failed: count('failed'), broken: count('broken') };
}
