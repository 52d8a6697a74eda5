/** The options of `check`: from arguments to values. */
import { parseArgs } from 'node:util';
import { ruleNames, say, severities, visible, type Locale, type RuleSettings, type Severity } from '../core/index.js';
import { formats, type Format } from './formats/index.js';
import { languages } from './language.js';
import { UsageError } from './platform.js';
import { texts } from './texts.js';

const levels = ['off', ...severities] as const;
const colors = ['auto', 'always', 'never'] as const;

export interface CheckOptions {
  /** As written; at least one. */
  readonly paths: readonly string[];
  /** What standard input is called. */
  readonly stdinName: string;
  readonly format: Format;
  /** Where to write instead of to standard output. */
  readonly output: string | undefined;
  readonly rules: RuleSettings;
  readonly minSeverity: Severity;
  /** The most warnings that do not fail. */
  readonly maxWarnings: number;
  readonly color: (typeof colors)[number];
  readonly quiet: boolean;
}

const known = {
  'stdin-filename': { type: 'string', default: '<stdin>' },
  format: { type: 'string', default: 'text' },
  output: { type: 'string' },
  rule: { type: 'string', multiple: true, default: [] as string[] },
  'min-severity': { type: 'string', default: 'information' },
  'max-warnings': { type: 'string' },
  lang: { type: 'string', default: 'en' },
  color: { type: 'string', default: 'auto' },
  quiet: { type: 'boolean', default: false },
} as const;

/** Reads the arguments behind `check`. Throws a `UsageError` where one cannot be followed. */
export function readCheckOptions(args: readonly string[], locale: Locale): CheckOptions {
  const { values, positionals } = parsed(args, locale);
  const choice = <const T extends string>(option: keyof typeof values, choices: readonly T[]): T => {
    const value = String(values[option]);
    const found = choices.find((one) => one === value);
    if (found === undefined)
      throw new UsageError(say(texts.badChoice, locale, { option, value, choices: choices.join(', ') }));
    return found;
  };
  choice('lang', languages);
  return {
    paths: positionals.length > 0 ? positionals : ['.'],
    stdinName: values['stdin-filename'],
    format: choice('format', formats),
    output: values.output,
    rules: rulesOf(values.rule, locale),
    minSeverity: choice('min-severity', severities),
    maxWarnings: numberOf('max-warnings', values['max-warnings'], locale),
    color: choice('color', colors),
    quiet: values.quiet,
  };
}

function parsed(args: readonly string[], locale: Locale) {
  try {
    return parseArgs({ args: [...args], options: known, allowPositionals: true });
  } catch (error) {
    const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('. ');
    throw new UsageError(say(texts.badOption, locale, { reason: visible(reason) }));
  }
}

/** Infinite where nothing is said. */
function numberOf(option: string, value: string | undefined, locale: Locale): number {
  if (value === undefined) return Infinity;
  if (!/^\d+$/u.test(value)) throw new UsageError(say(texts.badNumber, locale, { option, value }));
  return Number(value);
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
