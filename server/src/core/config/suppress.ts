/** Which findings a person has accepted. */
import type { Glob } from '../glob.js';
import type { Finding } from '../lint/finding.js';
import type { Policy, Statement } from '../policy/model.js';
import { encloses, type Span } from '../span.js';
import { matches } from '../wildcard.js';

/** An entry of `suppress`. */
export interface Suppression {
  /** Where it stands in the configuration. */
  readonly span: Span;
  /** Where parts of it stand; of its last day the whole entry where it has none. */
  readonly at: { readonly rule: Span; readonly files: Span; readonly until: Span };
  readonly rule: string;
  readonly files: readonly Glob[];
  readonly reason: string;
  /** The last day on which it holds, `2027-03-31`, in UTC. */
  readonly until: string | undefined;
  readonly action: string | undefined;
  readonly resource: string | undefined;
  /** The index of a statement, or what its first action is. */
  readonly statement: number | string | undefined;
}

/** A finding that is not reported, and why. */
export interface Suppressed {
  readonly finding: Finding;
  readonly by: Suppression;
}

export interface Sifted {
  readonly findings: readonly Finding[];
  readonly suppressed: readonly Suppressed[];
}

/** Whether a suppression no longer holds on `day`, `2026-11-26`. */
export const isExpired = ({ until }: Suppression, day: string): boolean => until !== undefined && day > until;

/** The day of a time, in UTC. */
export const dayOf = (time: Date): string => time.toISOString().slice(0, 10);

/** Parts the findings of a policy from those that one of `suppressions`, which are for its file, keeps quiet on `day`. */
export function sift(
  policy: Policy,
  findings: readonly Finding[],
  suppressions: readonly Suppression[],
  day: string,
): Sifted {
  const holding = suppressions.filter((one) => !isExpired(one, day));
  if (holding.length === 0) return { findings, suppressed: [] };
  const suppressed: Suppressed[] = [];
  const kept = findings.filter((finding) => {
    const by = holding.find((one) => one.rule === finding.code && isMeant(one, finding, policy));
    if (by) suppressed.push({ finding, by });
    return !by;
  });
  return { findings: kept, suppressed };
}

function isMeant({ action, resource, statement }: Suppression, { span }: Finding, { statements }: Policy): boolean {
  if (action === undefined && resource === undefined && statement === undefined) return true;
  const around = statements.find(({ node }) => encloses(node, span));
  return (
    around !== undefined &&
    (statement === undefined || isStatement(around, statement)) &&
    (action === undefined || isAbout(span, around.actions?.items ?? [], action)) &&
    (resource === undefined || isAbout(span, around.resources?.items ?? [], resource))
  );
}

const isStatement = ({ index, actions }: Statement, wanted: number | string): boolean => {
  if (typeof wanted === 'number') return index === wanted;
  const [first] = actions?.items ?? [];
  return first !== undefined && isWritten(first.node.value, wanted);
};

interface Item {
  readonly node: Span & { readonly value: string };
}

/**
 * Whether a finding is about items that `pattern` stands for: all those that it is shown on. One that is shown elsewhere in the statement is about the
 * statement, which must have such an item.
 */
function isAbout(span: Span, items: readonly Item[], pattern: string): boolean {
  const shownOn = items.filter(({ node }) => node.start < span.end && span.start < node.end);
  const isMatch = ({ node }: Item): boolean => isWritten(node.value, pattern);
  return shownOn.length > 0 ? shownOn.every(isMatch) : items.some(isMatch);
}

/** Whether `pattern` is how `value` is written, or stands for it. `name/` before an action says nothing. */
const isWritten = (value: string, pattern: string): boolean =>
  value === pattern ||
  matches(pattern, value) ||
  (value.startsWith('name/') && matches(pattern, value.slice('name/'.length)));
