/** The findings of one text, as every format shows them. */
import {
  describe,
  describeRelated,
  hostEdits,
  hostSpan,
  ignoresIn,
  indexLines,
  lint,
  policiesIn,
  readPolicy,
  ruleNames,
  titleOfFix,
  type Catalogue,
  type Embedded,
  type Finding,
  type Language,
  type LineIndex,
  type Locale,
  type Policy,
  type Severity,
  type Span,
} from '../../core/index.js';
import { rangeOf, type Range } from '../range.js';
import type { Settings } from '../configuration.js';
import { problemFindings } from './configuration-findings.js';

export interface ShownFinding extends Range {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  /** Whether a fix needs no person's eye. */
  readonly fixable: boolean;
  /** The address of the rule's page. */
  readonly help: string;
  /** What the finding is shown on. */
  readonly excerpt: string;
  readonly related: readonly (Range & { readonly message: string })[];
  /** The fix that needs no person's eye; made when asked for. */
  readonly fix: () => ShownFix | undefined;
}

export interface ShownFix {
  readonly title: string;
  /** Of the text that was checked; they do not overlap. */
  readonly edits: readonly (Range & { readonly newText: string })[];
}

/** A finding that a person has accepted. */
export interface SuppressedFinding {
  readonly finding: ShownFinding;
  readonly reason: string;
  /** Whether a comment in the file accepts it. */
  readonly inSource?: boolean;
}

export interface CheckedText {
  /** How many policies the text holds. */
  readonly policies: number;
  readonly findings: readonly ShownFinding[];
  readonly suppressed: readonly SuppressedFinding[];
}

export interface TextCheck {
  readonly catalogue: Catalogue;
  readonly language: Language;
  readonly locale: Locale;
  /** The address of the rules' pages; `{code}` stands for the rule. */
  readonly rulePage: string;
  /** Told when a rule throws, which then finds nothing. */
  readonly onFailure: (rule: string, error: unknown) => void;
}

/** All findings of the policies in a text called `name`, in the order of the text. Never throws. */
export function checkText(text: string, name: string, settings: Settings, check: TextCheck): CheckedText {
  const policies = policiesIn(text, '', name);
  const lines = indexLines(text);
  const ignores = ignoresIn(text, policies, new Set(ruleNames));
  const sifted = policies.map((embedded) => {
    const show = (finding: Finding): ShownFinding => shownFinding(finding, embedded, lines, check);
    const suppressed: SuppressedFinding[] = [];
    const sift = (policy: Policy, all: readonly Finding[]): readonly Finding[] => {
      const sifted = settings.sift(policy, all);
      suppressed.push(...sifted.suppressed.map(({ finding, reason }) => ({ finding: show(finding), reason })));
      const { findings, ignored } = ignores.sift(
        embedded,
        sifted.findings,
        ({ span }) => hostSpan(embedded, span).start,
      );
      suppressed.push(...ignored.map(({ finding, reason }) => ({ finding: show(finding), reason, inSource: true })));
      return findings;
    };
    const { rules, account } = settings;
    const policy = readPolicy(embedded.text, embedded.unknown);
    return { findings: lint(policy, { ...check, settings: rules, account, sift }).map(show), suppressed };
  });
  return {
    policies: policies.length,
    findings: [
      ...sifted.flatMap(({ findings }) => findings),
      ...problemFindings(text, ignores.problems(), check.locale),
    ],
    suppressed: sifted.flatMap(({ suppressed }) => suppressed),
  };
}

function shownFinding(
  finding: Finding,
  embedded: Embedded,
  lines: LineIndex,
  { locale, rulePage }: TextCheck,
): ShownFinding {
  const own = (span: Span): Range => rangeOf(lines, hostSpan(embedded, span));
  const { code, severity, span, fix, related = [] } = finding;
  return {
    rule: code,
    severity,
    message: describe(finding, locale),
    ...own(span),
    fixable: fix !== undefined,
    help: rulePage.replace('{code}', code),
    excerpt: embedded.text.slice(span.start, span.end),
    related: related.map((one) => ({ message: describeRelated(finding, one, locale), ...own(one.span) })),
    fix: () =>
      fix && {
        title: titleOfFix(finding, fix, locale),
        edits: hostEdits(embedded, fix.edits()).map((edit) => ({
          newText: edit.newText,
          ...rangeOf(lines, edit.span),
        })),
      },
  };
}
