/**
 * The public engine: reads and lints policies, applies fixes, and says what policies allow. No platform, no LSP: a command line and other programs import this.
 * The npm package brings it with what is known of Tencent Cloud (`engine.ts`); docs/api.md says how it is used.
 *
 * ```ts
 * const policy = readPolicy(text);
 * for (const finding of lint(policy, knowledge)) console.log(describe(finding, 'en'));
 * ```
 */
import type { Catalogue } from './catalogue/catalogue.js';
import type { Language } from './catalogue/language.js';
import { createConfigurationStore, type ConfigurationPorts, type ConfigurationStore } from './config/store.js';
import type { Account } from './knowledge/account.js';
import type { Finding, Fix, Related, Severity } from './lint/finding.js';
import { fixAll, type FixedText } from './lint/fix-all.js';
import { lint as run, type RuleSettings } from './lint/lint.js';
import { rules } from './lint/rules/index.js';
import { shownFindings } from './lint/shown.js';
import { messageOf, titleOf } from './lint/wording.js';
import { own } from './own.js';
import { readTestFile as readTests } from './testing/read.js';
import type { TestFile } from './testing/test-file.js';
import type { Policy } from './policy/model.js';
import type { Locale, Text } from './text.js';

export { can } from './access/can.js';
export { compare, same } from './access/compare.js';
export { least } from './refactor/least/least.js';
export { policyFor } from './refactor/least/new-policy.js';
export { readUses } from './refactor/least/uses.js';
export { unchangedWords } from './refactor/least/words.js';
export type { Least } from './refactor/least/least.js';
export type { Use, Uses } from './refactor/least/uses.js';
export type { Attached, CompareQuestion, Comparison, Difference, Example, Found } from './access/comparison.js';
export type { AccessQuestion, Caller, ContextValue, Decision, Miss, Note, Source } from './access/question.js';
export type { Cap, Doubt, Flag } from './access/reading.js';
export { explain } from './access/explain/explain.js';
export { isAllLeftOut, isUnclearBesides, leftOut, refusalOf } from './access/left-out.js';
export type { Explanation } from './access/explain/explanation.js';
export { comparisonInShort, comparisonInWords, foundInWords, isSame } from './access/words/comparison-words.js';
export { decisionInWords } from './access/words/decision-words.js';
export { doubtName } from './access/words/doubt-words.js';
export { explanationInWords } from './access/words/explanation-words.js';
export { voiceOf } from './access/words/voice.js';
export type { Line } from './access/words/voice.js';
export { createCatalogue } from './catalogue/index.js';
export { linesOf, readPacks } from './catalogue/pack.js';
export { readLanguage } from './catalogue/language.js';
export type { Access, Level, SourceData } from './catalogue/data.js';
export type { Action, Service } from './catalogue/catalogue.js';
export { isOwnFile } from './config/named-files.js';
export { ignoresIn } from './config/ignores.js';
export { plainAddress, uriOf } from './config/address.js';
export { problemsOf, type ConfigurationFile, type FileSettings } from './config/chain.js';
export type { ConfigurationProblem } from './config/problem.js';
export { settingsAt } from './config/store.js';
export { dayOf, sift, type Suppressed } from './config/suppress.js';
export { createSuppressionUse } from './config/use.js';
export { choicesOf, chosenPolicy, namesOf, referenceIn, referenceTo } from './embed/choose.js';
export { hostSpan, type Embedded } from './embed/embedded.js';
export { hostEdits } from './embed/host-edits.js';
export { policiesIn } from './embed/hosts.js';
export { indexLines, type LineColumn, type LineIndex } from './lines.js';
export { severities } from './lint/finding.js';
export { accessClasses, accessNames } from './knowledge/access-names.js';
export { actionsOf } from './knowledge/level.js';
export { readAction, type ActionPattern } from './policy/action.js';
export { readPolicy } from './policy/read.js';
export { applyEdits, type Edit, type Span } from './span.js';
export { formatJson, type FormatOptions } from './syntax/format.js';
export { decidingOf } from './testing/deciding.js';
export { loadPolicies, subjectOf, type LoadedPolicy } from './testing/load.js';
export { reachOf } from './testing/reach.js';
export { resultInWords } from './testing/result-words.js';
export { runTests, type TestResult } from './testing/run.js';
export type { TestFile } from './testing/test-file.js';
export { maxTextLength } from './syntax/json.js';
export { localeOf, say, visible } from './text.js';
export type { Catalogue, Finding, Fix, FixedText, Language, Locale, Policy, RuleSettings, Severity, Text };

/** The names of all rules, in the order in which they run. */
export const ruleNames: readonly string[] = Object.keys(rules);

/** What a rule says of itself. */
export interface RuleSummary {
  readonly group: string;
  /** Its own severity; some of its findings have another one. */
  readonly severity: Severity;
  readonly summary: Text;
}

/** What the rule called `name` says of itself; undefined where there is none. */
export const ruleSummary = (name: string): RuleSummary | undefined => own(rules, name);

/** What is known of Tencent Cloud: its services, and the policy language. */
export interface Knowledge {
  readonly catalogue: Catalogue;
  readonly language: Language;
}

export interface EngineOptions extends Knowledge {
  /** Severities of rules; the rules' own where nothing is said. */
  readonly settings?: RuleSettings;
  /** Whose policies these are. */
  readonly account?: Account;
  /** Which of the findings count: those that a person has accepted do not. */
  readonly sift?: (policy: Policy, findings: readonly Finding[]) => readonly Finding[];
  /** Told when a rule throws, which then finds nothing. */
  readonly onFailure?: (code: string, error: unknown) => void;
}

/** The findings of a policy in the order of the text; where there are too many, the most severe ones and one that says so. Never throws. */
export const lint = (policy: Policy, options: EngineOptions): readonly Finding[] =>
  shownFindings(run(policy, { ...options, rules }), options.settings);

/** The text with every fix applied that needs no person's eye, and the edits of the policy's text that lead there. Never throws. */
export function applyFixes(policy: Policy, options: EngineOptions): FixedText {
  const all = { ...options, rules };
  return fixAll(policy, run(policy, all), all);
}

/** Configurations, found and read when they are first asked for. */
export const openConfigurations = (ports: Omit<ConfigurationPorts, 'rules'>): ConfigurationStore =>
  createConfigurationStore({ ...ports, rules });

/** What a finding says to a person. */
export const describe = (finding: Finding, locale: Locale): string => messageOf(rules, finding.code, finding, locale);

/** What is said of a place that a finding names besides its own. */
export const describeRelated = (finding: Finding, related: Related, locale: Locale): string =>
  messageOf(rules, finding.code, related, locale);

/** What a fix of a finding is called. */
export const titleOfFix = (finding: Finding, fix: Fix, locale: Locale): string =>
  titleOf(rules, finding.code, fix, locale);

/** Reads a file with tests of policies (docs/testing.md): any text gives one, and what is wrong with it. Never throws. */
export const readTestFile = (text: string): TestFile => readTests(text, rules['json-syntax'].messages);
