/** What is wrong with a configuration, as findings on it. */
import { indexLines, say, type Locale } from '../../core/index.js';
import type { FaultyConfiguration } from '../configuration.js';
import { rangeOf } from '../range.js';
import type { CheckedText } from './check-text.js';

export function configurationFindings({ text, problems }: FaultyConfiguration, locale: Locale): CheckedText {
  const lines = indexLines(text);
  const findings = problems.map(({ code, severity, span, message, data }) => ({
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
  return { policies: 0, findings, suppressed: [] };
}
