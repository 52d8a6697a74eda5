/** Runs rules over a policy, one after the other, each on its levels. */
import type { Catalogue } from '../catalogue/catalogue.js';
import type { Language } from '../catalogue/language.js';
import type { Policy } from '../policy/model.js';
import type { Span } from '../span.js';
import type { Finding, Severity } from './finding.js';
import { fixOf, relatedOf, type Checks, type ReportOf, type Rule, type RuleContext } from './rule.js';

/** Findings that one rule gives in one policy; then it stops looking. It bounds what hostile texts cost: nobody reads the ten thousandth of a kind. */
export const maxFindings = 10_000;

export type Rules = { readonly [code: string]: Rule };

/** What a person sets a rule to. */
export type RuleSetting = Severity | 'off';
export type RuleSettings = { readonly [code: string]: RuleSetting };

export interface LintOptions {
  readonly catalogue: Catalogue;
  readonly language: Language;
  readonly rules: Rules;
  /** Missing rules keep their own severity. */
  readonly settings?: RuleSettings;
  /** Told when a rule throws; that rule's findings are then left out. */
  readonly onFailure?: (code: string, error: unknown) => void;
}

type Context = RuleContext<string, string>;

/** All findings of `policy`, in the order of the text, at most `maxFindings` of each rule. Never throws: a rule that does costs its own findings only. */
export function lint(
  policy: Policy,
  { catalogue, language, rules, settings, onFailure }: LintOptions,
): readonly Finding[] {
  const findings: Finding[] = [];
  let current: { readonly code: string; readonly severity: Severity; readonly setting: Severity | undefined };
  let before = 0;
  const isFull = (): boolean => findings.length - before >= maxFindings;
  // One context for all rules: making one for each would take longer than most rules do.
  const context: Context = {
    policy,
    text: policy.tree.text,
    catalogue,
    language,
    report: (span, messageId, details) => {
      if (isFull()) return;
      const { code, severity, setting } = current;
      findings.push(findingOf(code, setting ?? details?.severity ?? severity, span, messageId, details));
    },
  };
  for (const [code, { severity, check }] of Object.entries(rules)) {
    const setting = settings?.[code];
    if (setting === 'off') continue;
    current = { code, severity, setting };
    before = findings.length;
    try {
      run(check, policy, context, isFull);
    } catch (error) {
      findings.length = before;
      onFailure?.(code, error);
    }
  }
  return findings.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

function findingOf(
  code: string,
  severity: Severity,
  span: Span,
  messageId: string,
  { data = {}, fix, suggestions, related, tag }: ReportOf<string, string> = {},
): Finding {
  const finding: { -readonly [Name in keyof Finding]: Finding[Name] } = { code, severity, span, messageId, data };
  if (fix) finding.fix = fixOf(fix);
  if (suggestions) finding.suggestions = suggestions.map(fixOf);
  if (related) finding.related = related.map(relatedOf);
  if (tag) finding.tag = tag;
  return finding;
}

/** Runs one rule's checks on all nodes of their levels, until `isFull`. */
function run(checks: Checks<Context>, policy: Policy, context: Context, isFull: () => boolean): void {
  const { statement, action, resource, principal, condition } = checks;
  checks.tree?.(policy.tree, context);
  checks.policy?.(policy, context);
  if (principal && policy.principal) principal(policy.principal, undefined, context);
  if (!(statement ?? action ?? resource ?? principal ?? condition)) return;
  for (const one of policy.statements) {
    if (isFull()) return;
    statement?.(one, context);
    if (principal && one.principal) principal(one.principal, one, context);
    if (action && one.actions) for (const each of one.actions.items) if (!isFull()) action(each, one, context);
    if (resource && one.resources) for (const each of one.resources.items) if (!isFull()) resource(each, one, context);
    if (condition) for (const each of one.conditions) condition(each, one, context);
  }
}
