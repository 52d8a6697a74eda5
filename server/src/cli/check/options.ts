/** The options of `check`: from what was given to values. */
import { ruleNames, severities, type RuleSettings, type Severity } from '../../core/index.js';
import { say, type Locale } from '../../core/text.js';
import type { checkOptions } from '../commands/check.js';
import { UsageError } from '../environment.js';
import type { Arguments } from '../options.js';
import { texts } from '../texts.js';

const levels = ['off', ...severities] as const;

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

/** The last word on a rule counts. */
function rulesOf(written: readonly string[], locale: Locale): RuleSettings {
  const entries = written.map((value) => {
    const [name = '', level, ...others] = value.split('=');
    if (level === undefined || others.length > 0) throw new UsageError(say(texts.badRule, locale, { value }));
    if (!ruleNames.includes(name)) throw new UsageError(say(texts.unknownRule, locale, { name }));
    const found = levels.find((one) => one === level);
    if (found === undefined)
      throw new UsageError(
        say(texts.badChoice, locale, { option: `rule ${name}`, value: level, choices: levels.join(', ') }),
      );
    return [name, found] as const;
  });
  return Object.fromEntries(entries);
}
