/** The findings of one text, as every format shows them. */
import {
  describe,
  hostSpan,
  indexLines,
  lint,
  policiesIn,
  readPolicy,
  type Catalogue,
  type Language,
  type Locale,
  type RuleSettings,
  type Severity,
} from '../../core/index.js';

/** A finding in the form that other programs rely on. Lines and columns are from 1, columns in UTF-16 units; the end is exclusive. */
export interface ShownFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** Whether a fix needs no person's eye. */
  readonly fixable: boolean;
  /** The address of the rule's page. */
  readonly help: string;
}

export interface CheckedText {
  /** How many policies the text holds. */
  readonly policies: number;
  readonly findings: readonly ShownFinding[];
}

export interface TextCheck {
  readonly catalogue: Catalogue;
  readonly language: Language;
  readonly locale: Locale;
  readonly settings: RuleSettings;
  /** The address of the rules' pages; `{code}` stands for the rule. */
  readonly rulePage: string;
  /** Told when a rule throws, which then finds nothing. */
  readonly onFailure: (rule: string, error: unknown) => void;
}

/** All findings of the policies in a text called `name`, in the order of the text. Never throws. */
export function checkText(text: string, name: string, check: TextCheck): CheckedText {
  const policies = policiesIn(text, '', name);
  const lines = indexLines(text);
  const findings = policies.flatMap((embedded) =>
    lint(readPolicy(embedded.text, embedded.unknown), check).map((finding): ShownFinding => {
      const span = hostSpan(embedded, finding.span);
      const start = lines.at(span.start);
      const end = lines.at(span.end);
      return {
        rule: finding.code,
        severity: finding.severity,
        message: describe(finding, check.locale),
        line: start.line,
        column: start.column,
        endLine: end.line,
        endColumn: end.column,
        fixable: finding.fix !== undefined,
        help: check.rulePage.replace('{code}', finding.code),
      };
    }),
  );
  return { policies: policies.length, findings };
}
