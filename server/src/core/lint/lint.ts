/** Runs rules over a policy: one walk, every rule on its levels. */
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
type Level = keyof Checks<Context>;

/** A rule at work on one policy. */
interface Runner {
  readonly code: string;
  readonly check: Checks<Context>;
  readonly context: Context;
  readonly findings: Finding[];
  failed: boolean;
}

/** All findings of `policy`, in the order of the text, at most `maxFindings` of each rule. Never throws: a rule that does costs its own findings only. */
export function lint(policy: Policy, options: LintOptions): readonly Finding[] {
  const runners = Object.entries(options.rules)
    .filter(([code]) => options.settings?.[code] !== 'off')
    .map(([code, rule]) => createRunner(code, rule, policy, options));
  walk(policy, runners, options);
  return runners
    .filter(({ failed }) => !failed)
    .flatMap(({ findings }) => findings)
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

function createRunner(
  code: string,
  rule: Rule,
  policy: Policy,
  { catalogue, language, settings }: LintOptions,
): Runner {
  const findings: Finding[] = [];
  const setting = settings?.[code];
  const report = (span: Span, messageId: string, details: ReportOf<string, string> = {}): void => {
    if (findings.length >= maxFindings) return;
    const severity = setting === undefined || setting === 'off' ? (details.severity ?? rule.severity) : setting;
    findings.push({
      code,
      severity,
      span,
      messageId,
      data: details.data ?? {},
      ...(details.fix ? { fix: fixOf(details.fix) } : {}),
      ...(details.suggestions ? { suggestions: details.suggestions.map(fixOf) } : {}),
      ...(details.related ? { related: details.related.map(relatedOf) } : {}),
      ...(details.tag ? { tag: details.tag } : {}),
    });
  };
  return {
    code,
    check: rule.check,
    context: { policy, text: policy.tree.text, catalogue, language, report },
    findings,
    failed: false,
  };
}

function walk(policy: Policy, runners: readonly Runner[], { onFailure }: LintOptions): void {
  /** Runs `call` for each rule that has a check on `level`. */
  const on = (level: Level): ((call: (runner: Runner) => void) => void) => {
    const concerned = runners.filter(({ check }) => check[level]);
    return (call) => {
      for (const runner of concerned) {
        if (runner.failed || runner.findings.length >= maxFindings) continue;
        try {
          call(runner);
        } catch (error) {
          runner.failed = true;
          onFailure?.(runner.code, error);
        }
      }
    };
  };
  const [onStatement, onAction, onResource, onPrincipal, onCondition] = [
    on('statement'),
    on('action'),
    on('resource'),
    on('principal'),
    on('condition'),
  ];

  on('tree')(({ check, context }) => check.tree?.(policy.tree, context));
  on('policy')(({ check, context }) => check.policy?.(policy, context));
  const { principal } = policy;
  if (principal) onPrincipal(({ check, context }) => check.principal?.(principal, undefined, context));
  for (const statement of policy.statements) {
    onStatement(({ check, context }) => check.statement?.(statement, context));
    const own = statement.principal;
    if (own) onPrincipal(({ check, context }) => check.principal?.(own, statement, context));
    for (const action of statement.actions?.items ?? [])
      onAction(({ check, context }) => check.action?.(action, statement, context));
    for (const resource of statement.resources?.items ?? [])
      onResource(({ check, context }) => check.resource?.(resource, statement, context));
    for (const condition of statement.conditions)
      onCondition(({ check, context }) => check.condition?.(condition, statement, context));
  }
}
