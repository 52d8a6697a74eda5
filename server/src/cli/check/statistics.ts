/** How often each rule found something, for `--statistics`. */
import { say, type Locale } from '../../core/text.js';
import { texts } from '../texts.js';
import type { CheckedText } from './check-text.js';

export interface Statistics {
  /** Adds what is shown of one text. */
  readonly add: (checked: CheckedText) => void;
  /** One line for each rule, the most frequent first, and one about the run; with a newline at its end. `milliseconds`: how long it took. */
  readonly written: (files: number, milliseconds: number) => string;
}

export function statistics(locale: Locale): Statistics {
  const byRule = new Map<string, { count: number; fixable: number }>();
  let policies = 0;
  let suppressed = 0;
  return {
    add(checked) {
      policies += checked.policies;
      suppressed += checked.suppressed.length;
      for (const { rule, fixable } of checked.findings) {
        const seen = byRule.get(rule) ?? { count: 0, fixable: 0 };
        seen.count++;
        if (fixable) seen.fixable++;
        byRule.set(rule, seen);
      }
    },
    written(files, milliseconds) {
      const rows = [...byRule].sort(([a, one], [b, other]) => other.count - one.count || (a < b ? -1 : 1));
      const width = Math.max(0, ...rows.map(([, { count }]) => String(count).length));
      const lines = rows.map(([rule, { count, fixable }]) =>
        say(fixable > 0 ? texts.ruleCountFixable : texts.ruleCount, locale, {
          count: String(count).padStart(width),
          rule,
          fixable,
        }),
      );
      const time = Math.round(milliseconds);
      return `${[...lines, say(texts.run, locale, { files, policies, suppressed, time })].join('\n')}\n`;
    },
  };
}
