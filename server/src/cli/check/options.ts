/** The options of `check`: from what was given to values. */
import { severities, type RuleSettings, type Severity } from '../../core/index.js';
import type { Locale } from '../../core/text.js';
import type { checkOptions } from '../commands/check.js';
import type { Arguments } from '../options.js';
import { rulesOf } from '../rule-levels.js';

export interface CheckOptions {
  /** As written; at least one. */
  readonly paths: readonly string[];
  readonly rules: RuleSettings;
  /** What is shown. */
  readonly severities: readonly Severity[];
  /** The most warnings that do not fail. */
  readonly maxWarnings: number;
}

/** Throws a `UsageError` where what was given cannot be followed. */
export function readCheckOptions({ values, operands }: Arguments<typeof checkOptions>, locale: Locale): CheckOptions {
  return {
    paths: operands.length > 0 ? operands : ['.'],
    rules: rulesOf(values.rule, locale),
    severities: severities.slice(0, severities.indexOf(values['min-severity']) + 1),
    maxWarnings: values['max-warnings'] ?? Infinity,
  };
}
