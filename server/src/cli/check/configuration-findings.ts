/** What is wrong with a configuration, or with comments that accept findings, as findings on it. */
import { indexLines, say, type ConfigurationProblem, type Locale } from '../../core/index.js';
import type { FaultyConfiguration } from '../configuration.js';
import { rangeOf } from '../range.js';
import type { CheckedText, ShownFinding } from './check-text.js';

export const configurationFindings = ({ text, problems }: FaultyConfiguration, locale: Locale): CheckedText => ({
  policies: 0,
  findings: problemFindings(text, problems, locale),
  suppressed: [],
});

/** Problems of a text as findings. */
export function problemFindings(
  text: string,
  problems: readonly ConfigurationProblem[],
  locale: Locale,
): readonly ShownFinding[] {
  const lines = indexLines(text);
  return problems.map(({ code, severity, span, message, data }) => ({
    rule: code,
    severity,
    message: say(message, locale, data),
    ...rangeOf(lines, span),
    fixable: false,
    help: '',
    excerpt: text.slice(span.start, span.end),
    related: [],
    fix: () => undefined,
  }));
}
