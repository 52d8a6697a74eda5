/** The formats of `check`, by name. */
import type { Locale, Severity } from '../../../core/index.js';
import type { CheckedText } from '../check-text.js';
import { githubReporter } from './github.js';
import { gitlabReporter } from './gitlab.js';
import { jsonReporter } from './json.js';
import { junitReporter } from './junit.js';
import type { Format } from './names.js';
import { sarifReporter } from './sarif.js';
import { textReporter } from './text.js';

/** How many findings are shown, by severity, and how many of them have a fix that needs no person's eye. */
export type Counts = { readonly [name in Severity | 'fixable']: number };

/** A file, as the command line names it and as programs find it. Paths have `/`. */
export interface NamedFile {
  /** As the command line names it. */
  readonly path: string;
  /** From the root of the repository, where that is around it, else from the current folder; absolute where it lies outside. */
  readonly fromRoot: string;
}

export interface CheckedFile extends NamedFile, CheckedText {}

export interface Result {
  readonly counts: Counts;
  /** Severities whose findings fail. */
  readonly failing: readonly Severity[];
}

/** Writes what was found, part by part. */
export interface Reporter {
  readonly start?: () => string;
  readonly file: (file: CheckedFile, text: string) => string;
  /** Told of a file that could not be checked. */
  readonly problem?: (file: NamedFile, message: string) => void;
  readonly end?: (result: Result) => string;
}

export interface Look {
  readonly locale: Locale;
  readonly color: boolean;
  /** The page of a rule in Markdown; undefined where it is not to be had. */
  readonly page: (rule: string) => string | undefined;
}

/** A further format is a row here. */
const reporters: { readonly [format in Format]: (look: Look) => Reporter } = {
  text: textReporter,
  json: jsonReporter,
  sarif: sarifReporter,
  github: githubReporter,
  gitlab: gitlabReporter,
  junit: junitReporter,
};

/** A reporter for one run. */
export const reporterOf = (format: Format, look: Look): Reporter => reporters[format](look);
