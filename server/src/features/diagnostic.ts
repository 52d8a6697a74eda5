/** Findings and problems as LSP diagnostics, for diagnostics and for code actions. */
import { DiagnosticSeverity, DiagnosticTag, type Diagnostic } from 'vscode-languageserver-types';
import type { ConfigurationProblem } from '../core/config/problem.js';
import type { Finding, Severity } from '../core/lint/finding.js';
import { messageOf } from '../core/lint/wording.js';
import { say, type Locale } from '../core/text.js';
import type { Context } from './context.js';
import type { PolicyDocument } from './document.js';
import type { Text } from './positions.js';

/** As LSP counts them. */
export const severities: { readonly [severity in Severity]: DiagnosticSeverity } = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

const tags = { unnecessary: DiagnosticTag.Unnecessary, deprecated: DiagnosticTag.Deprecated } as const;

/** One finding as a diagnostic. */
export function diagnosticOf(
  document: PolicyDocument,
  finding: Finding,
  { rules, locale, rulePage }: Context,
): Diagnostic {
  const { code, severity, span, related, tag } = finding;
  return {
    range: document.rangeOf(span),
    severity: severities[severity],
    code,
    ...(rulePage === undefined ? {} : { codeDescription: { href: rulePage.replace('{code}', code) } }),
    source: 'cam',
    message: messageOf(rules, code, finding, locale),
    ...(tag ? { tags: [tags[tag]] } : {}),
    ...(related
      ? {
          relatedInformation: related.map((other) => ({
            location: { uri: document.uri, range: document.rangeOf(other.span) },
            message: messageOf(rules, code, other, locale),
          })),
        }
      : {}),
  };
}

/** What is wrong with a configuration, or with comments that accept findings, as diagnostics. `document` has the text that the problems are of. */
export const problemDiagnostics = (
  document: Pick<Text, 'positionAt'>,
  problems: readonly ConfigurationProblem[],
  locale: Locale,
): Diagnostic[] =>
  problems.map(({ code, severity, span, message, data }) => ({
    range: { start: document.positionAt(span.start), end: document.positionAt(span.end) },
    severity: severities[severity],
    code,
    source: 'cam',
    message: say(message, locale, data),
    ...(code === 'unused-suppression' ? { tags: [tags.unnecessary] } : {}),
  }));
