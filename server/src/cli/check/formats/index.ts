/** The formats of `check`, by name. */
import type { Locale, Severity } from '../../../core/index.js';
import type { ShownFinding } from '../check-text.js';
import { jsonReporter } from './json.js';
import type { Format } from './names.js';
import { textReporter } from './text.js';

/** How many findings are shown, by severity, and how many of them have a fix that needs no person's eye. */
export type Counts = { readonly [name in Severity | 'fixable']: number };

export interface CheckedFile {
  /** With `/`, as the command line names it. */
  readonly path: string;
  readonly policies: number;
  readonly findings: readonly ShownFinding[];
}

/** Writes what was found, part by part. */
export interface Reporter {
  readonly start: () => string;
  readonly file: (file: CheckedFile, text: string) => string;
  readonly end: (counts: Counts) => string;
}

export interface Look {
  readonly locale: Locale;
  readonly color: boolean;
}

/** A further format is a row here. */
const reporters: { readonly [format in Format]: (look: Look) => Reporter } = { text: textReporter, json: jsonReporter };

/** A reporter for one run. */
export const reporterOf = (format: Format, look: Look): Reporter => reporters[format](look);
