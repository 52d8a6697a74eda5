/** Which findings are shown where a policy has more than anyone can look at. */
import { severities, type Finding } from './finding.js';
import { maxShown } from './limits.js';
import type { RuleSettings } from './lint.js';

/**
 * At most `maxShown` of the findings, errors before warnings; where some are left out, `too-large` comes first and says so, unless it is set to `off`.
 * All of them, in their order, where they are not too many.
 */
export function shownFindings(findings: readonly Finding[], settings: RuleSettings = {}): readonly Finding[] {
  if (findings.length <= maxShown) return findings;
  const first = severities
    .flatMap((severity) => findings.filter((finding) => finding.severity === severity))
    .slice(0, maxShown);
  const set = settings['too-large'];
  if (set === 'off') return first;
  const data = { count: findings.length, limit: maxShown };
  return [
    { code: 'too-large', severity: set ?? 'information', span: { start: 0, end: 1 }, messageId: 'findings', data },
    ...first,
  ];
}
