/** One cause, one finding: findings of a rule that say the same and are mended alike are reported once, with all their places. */
import { own } from '../own.js';
import type { Edit } from '../span.js';
import { say, type Text, type TextData } from '../text.js';
import type { Among, Finding, Fix } from './finding.js';
import { maxRelated } from './limits.js';
import { compatible, patchOf } from './patches.js';
import type { Rules } from './lint.js';

/**
 * `findings`, in order, with those that belong together as one: at the first of their places, with the others as related, and with fixes that mend them
 * all. Which belong together is for their rule to say. Takes time that grows with their number.
 */
export function together(findings: readonly Finding[], rules: Rules): readonly Finding[] {
  const groups = new Map<string, [Finding, ...Finding[]]>();
  const repeatedCodes = repeated(findings.map(({ code }) => code));
  for (const finding of findings) {
    const key = repeatedCodes.has(finding.code) ? keyOf(finding, rules) : undefined;
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  const joined = new Map<Finding, Finding | undefined>();
  for (const group of groups.values())
    if (group.length > 1)
      group.forEach((finding, index) => joined.set(finding, index === 0 ? joinOf(group, rules) : undefined));
  if (joined.size === 0) return findings;
  return findings.flatMap((finding) => (joined.has(finding) ? (joined.get(finding) ?? []) : finding));
}

/** Those that are there more than once. */
function repeated(all: readonly string[]): ReadonlySet<string> {
  const before = new Set<string>();
  const found = new Set<string>();
  for (const one of all)
    if (before.has(one)) found.add(one);
    else before.add(one);
  return found;
}

/** What findings have in common that belong together; undefined: this one stands alone. */
function keyOf(finding: Finding, rules: Rules): string | undefined {
  const { code, messageId, data, severity, fix, suggestions = [], tag } = finding;
  const rule = own(rules, code)?.together;
  if (rule === undefined) return undefined;
  const cause = rule === 'all' ? [messageId, data] : rule(finding);
  if (cause === undefined) return undefined;
  // Of one cause some may have nothing to suggest.
  const mends =
    rule === 'all'
      ? [fix, ...suggestions].map((each) => each && [each.titleId, each.data, each.preferred])
      : fix && [fix.titleId, fix.preferred];
  return JSON.stringify([code, severity, tag, cause, mends]);
}

function joinOf(group: readonly [Finding, ...Finding[]], rules: Rules): Finding {
  const [first, ...others] = group;
  const rule = own(rules, first.code);
  const message = ({ messageId, data }: Finding): string => worded(rule?.messages, messageId, data);
  const title = ({ titleId, data }: Fix): string => worded(rule?.fixes, titleId, data);
  const [suggestions = []] = group.flatMap((each) => (each.suggestions?.length ? [each.suggestions] : []));
  const related = others.slice(0, maxRelated).map(({ span, messageId, data }) => ({ span, messageId, data }));
  return {
    ...first,
    parts: group,
    ...varied(group, message),
    related: [...(first.related ?? []), ...related],
    ...(first.fix
      ? {
          fix: mendAll(
            group.flatMap(({ fix }) => fix ?? []),
            first.fix,
            title,
          ),
        }
      : {}),
    ...(suggestions.length > 0
      ? {
          suggestions: suggestions.map((suggestion, index) =>
            mendAll(
              group.flatMap((each) => each.suggestions?.[index] ?? []),
              suggestion,
              title,
            ),
          ),
        }
      : {}),
  };
}

const worded = (texts: { readonly [id: string]: Text } | undefined, id: string, data: TextData): string => {
  const text = texts && own(texts, id);
  return text ? say(text, 'en', data) : id;
};

/** Whether some of them read otherwise than the first. */
const varied = <Said>(all: readonly Said[], reads: (one: Said) => string): { readonly varied?: true } =>
  new Set(all.map(reads)).size > 1 ? { varied: true } : {};

/** The fixes of all places as one, called as the first of them, as far as their edits do not meet. */
const mendAll = (all: readonly Fix[], { titleId, data, preferred }: Fix, reads: (fix: Fix) => string): Fix => ({
  titleId,
  data,
  ...(preferred ? { preferred } : {}),
  places: all.length,
  ...varied(all, reads),
  edits: (): readonly Edit[] =>
    compatible(
      editsOf(all).flatMap((edits) => {
        const patch = patchOf(edits);
        return patch ? [patch] : [];
      }),
    ),
});

/** The edits of each fix; of those that touch the same place, of all in one. */
function editsOf(all: readonly Fix[]): readonly (readonly Edit[])[] {
  const among = new Map<Among['edits'], number[]>();
  const alone: Fix[] = [];
  for (const fix of all) {
    if (!fix.among) alone.push(fix);
    else {
      const { index, edits } = fix.among;
      const indices = among.get(edits);
      if (indices) indices.push(index);
      else among.set(edits, [index]);
    }
  }
  return [...alone.map((fix) => fix.edits()), ...[...among].map(([edits, indices]) => edits(indices))];
}
