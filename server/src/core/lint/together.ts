/** One cause, one finding: findings of a rule that say the same and are mended alike are reported once, with all their places. */
import { own } from '../own.js';
import type { Edit } from '../span.js';
import type { Finding, Fix } from './finding.js';
import { maxRelated } from './limits.js';
import { compatible, patchOf } from './patches.js';
import type { Rules } from './lint.js';

/**
 * `findings`, in order, with those that belong together as one: at the first of their places, with the others as related, and with fixes that mend them
 * all. Which belong together is for their rule to say. Takes time that grows with their number.
 */
export function together(findings: readonly Finding[], rules: Rules): readonly Finding[] {
  const groups = new Map<string, [Finding, ...Finding[]]>();
  let repeated = false;
  for (const finding of findings) {
    const key = keyOf(finding, rules);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) {
      group.push(finding);
      repeated = true;
    } else groups.set(key, [finding]);
  }
  if (!repeated) return findings;
  const joined = new Map<Finding, Finding | undefined>();
  for (const group of groups.values())
    if (group.length > 1)
      group.forEach((finding, index) => joined.set(finding, index === 0 ? joinOf(group) : undefined));
  return findings.flatMap((finding) => (joined.has(finding) ? (joined.get(finding) ?? []) : finding));
}

/** What findings have in common that belong together; undefined: this one stands alone. */
function keyOf(finding: Finding, rules: Rules): string | undefined {
  const { code, messageId, data, severity, fix, suggestions = [], tag } = finding;
  const rule = own(rules, code)?.together;
  if (rule === undefined) return undefined;
  const cause = rule === 'all' ? data : rule(finding);
  if (cause === undefined) return undefined;
  const mends = [fix, ...suggestions].map(
    (each) => each && [each.titleId, rule === 'all' && each.data, each.preferred],
  );
  return JSON.stringify([code, messageId, severity, tag, cause, mends]);
}

function joinOf(group: readonly [Finding, ...Finding[]]): Finding {
  const [first, ...others] = group;
  const count = group.length;
  const related = others.slice(0, maxRelated).map(({ span, messageId, data }) => ({ span, messageId, data }));
  return {
    ...first,
    parts: group,
    related: [...(first.related ?? []), ...related],
    ...(first.fix ? { fix: mendAll(first.fix, count, () => group.map(({ fix }) => fix)) } : {}),
    ...(first.suggestions
      ? {
          suggestions: first.suggestions.map((suggestion, index) =>
            mendAll(suggestion, count, () => group.map(({ suggestions }) => suggestions?.[index])),
          ),
        }
      : {}),
  };
}

/** The same fix at all places, as far as its edits do not meet. */
const mendAll = (fix: Fix, places: number, all: () => readonly (Fix | undefined)[]): Fix => ({
  ...fix,
  places,
  edits: (): readonly Edit[] =>
    compatible(
      all().flatMap((each) => {
        const patch = patchOf(each?.edits() ?? []);
        return patch ? [patch] : [];
      }),
    ),
});
