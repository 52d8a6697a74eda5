/** What `--rule` sets. */
import { ruleNames, severities, type RuleSettings } from '../core/index.js';
import { say, type Locale } from '../core/text.js';
import { UsageError } from './environment.js';
import { texts } from './texts.js';

const levels = ['off', ...severities] as const;

/** The levels that `NAME=LEVEL` stand for; the last word on a rule counts. Throws a `UsageError` where one cannot be followed. */
export function rulesOf(written: readonly string[], locale: Locale): RuleSettings {
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
