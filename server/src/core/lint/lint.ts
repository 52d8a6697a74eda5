/** Runs rules over a policy, each on its levels. */
import { cache } from '../memo.js';
import { own } from '../own.js';
import type { Policy } from '../policy/model.js';
import type { Span } from '../span.js';
import type { Finding, Severity } from './finding.js';
import type { Account } from '../knowledge/account.js';
import type { Facts } from '../knowledge/facts.js';
import { fixOf, relatedOf, type ReportOf, type Rule, type RuleContext } from './rule.js';
import { maxFindings } from './limits.js';
import { together } from './together.js';
import { unexplained, type Explanation } from './explained.js';
import { certainFindings } from './certain.js';
import { withoutConsequences } from './consequences.js';
import { stringFindings, type Found } from './string-checks.js';

/** All rules by their codes, in the order in which they run. */
export type Rules = { readonly [code: string]: Rule };

/** What a person sets a rule to. */
export type RuleSetting = Severity | 'off';
export type RuleSettings = { readonly [code: string]: RuleSetting };

export interface LintOptions extends Facts {
  readonly rules: Rules;
  /** Missing rules keep their own severity. */
  readonly settings?: RuleSettings;
  /** Whose policies these are. */
  readonly account?: Account;
  /** Which of the findings count: those that a person has accepted do not. It is given one finding for each place. */
  readonly sift?: (policy: Policy, findings: readonly Finding[]) => readonly Finding[];
  /** Told when a rule throws; that rule's findings are then left out. */
  readonly onFailure?: (code: string, error: unknown) => void;
}

type Context = RuleContext<string, string>;

/** A rule at work on one policy. */
interface Run {
  readonly code: string;
  readonly check: Rule['check'];
  readonly severity: Severity;
  /** What the person set it to. */
  readonly setting: Severity | undefined;
  readonly findings: Finding[];
  failed: boolean;
}

/**
 * All findings of `policy`, in the order of the text, at most `maxFindings` of each rule; of what is not known, only those that hold whatever it is.
 * Never throws: a rule that does costs its own findings only.
 */
export function lint(policy: Policy, options: LintOptions): readonly Finding[] {
  const { unknown } = policy;
  const found = unknown ? certainFindings(policy, unknown, options, lintKnown) : lintKnown(policy, options);
  return together(options.sift ? options.sift(policy, found) : found, options.rules);
}

/** All findings, whatever characters stand in the text. */
function lintKnown(policy: Policy, options: LintOptions): readonly Finding[] {
  const { catalogue, language, rules, settings, account, onFailure } = options;
  /** One for each rule, in their order; undefined where it is off. */
  const runs = Object.entries(rules).map(([code, rule]) => runOf(code, rule, settings && own(settings, code)));
  const explanations: Explanation[] = [];
  let current: Run | undefined;
  // One context for all rules: making one for each would take longer than most rules do.
  const context: Context = {
    policy,
    text: policy.tree.text,
    catalogue,
    language,
    account: account ?? {},
    [cache]: [],
    report: (span, messageId, details) => {
      if (!current || isOver(current)) return;
      const finding = findingOf(current, span, messageId, details);
      current.findings.push(finding);
      if (details?.explains) explanations.push({ finding, spans: details.explains });
    },
  };
  /** Runs one rule, unless it has used up its budget. */
  const look = (run: Run, check: () => void): void => {
    if (isOver(run)) return;
    current = run;
    try {
      check();
    } catch (error) {
      run.failed = true;
      onFailure?.(run.code, error);
    }
  };
  for (const run of runs) if (run) look(run, () => checkOuter(run, policy, context));
  checkStrings(policy, rules, context, runs, look);
  const findings = runs.flatMap((run) => (run && !run.failed ? run.findings : []));
  return unexplained(withoutConsequences(policy.tree, findings), explanations).sort(
    (a, b) => a.span.start - b.span.start || a.span.end - b.span.end,
  );
}

const runOf = (code: string, rule: Rule, setting: RuleSetting | undefined): Run | undefined =>
  setting !== 'off'
    ? { code, check: rule.check, severity: rule.severity, setting, findings: [], failed: false }
    : undefined;

const isOver = ({ findings, failed }: Run): boolean => failed || findings.length >= maxFindings;

function findingOf(
  { code, severity, setting }: Run,
  span: Span,
  messageId: string,
  { data = {}, severity: stated, fix, suggestions, related, tag }: ReportOf<string, string> = {},
): Finding {
  const finding: { -readonly [Name in keyof Finding]: Finding[Name] } = {
    code,
    severity: setting ?? stated ?? severity,
    span,
    messageId,
    data,
  };
  if (fix) finding.fix = fixOf(fix);
  if (suggestions) finding.suggestions = suggestions.map(fixOf);
  if (related) finding.related = related.map(relatedOf);
  if (tag) finding.tag = tag;
  return finding;
}

/** All levels but those of strings. */
function checkOuter(run: Run, policy: Policy, context: Context): void {
  const { check } = run;
  const { statement, principal, condition } = check;
  check.tree?.(policy.tree, context);
  check.policy?.(policy, context);
  if (principal && policy.principal) principal(policy.principal, undefined, context);
  if (statement)
    for (const one of policy.statements) {
      if (isOver(run)) return;
      statement(one, context);
    }
  if (principal) for (const one of policy.statements) if (one.principal) principal(one.principal, one, context);
  if (condition) for (const one of policy.statements) for (const each of one.conditions) condition(each, one, context);
}

/** Actions and resources: the findings that are kept with each string are reported at each of its places. */
function checkStrings(
  policy: Policy,
  rules: Rules,
  context: Context,
  runs: readonly (Run | undefined)[],
  look: (run: Run, check: () => void) => void,
): void {
  const { ofAction, ofResource } = stringFindings(rules, context);
  const report = (all: readonly Found[], tell: (check: Rule['check'], found: unknown) => void): void => {
    for (const { index, found, failure } of all) {
      const run = runs[index];
      if (!run) continue;
      look(run, () => {
        if (failure) throw failure.error;
        tell(run.check, found);
      });
    }
  };
  for (const statement of policy.statements) {
    for (const action of statement.actions?.items ?? []) {
      const all = ofAction(action);
      if (all.length > 0) report(all, (check, found) => check.action?.report(found, action, statement, context));
    }
    for (const resource of statement.resources?.items ?? []) {
      const all = ofResource(resource);
      if (all.length > 0) report(all, (check, found) => check.resource?.report(found, resource, statement, context));
    }
  }
}
