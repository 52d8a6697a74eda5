/** Findings as LSP diagnostics. */
import { DiagnosticSeverity, DiagnosticTag, type Diagnostic } from 'vscode-languageserver-types';
import type { Finding, Severity } from '../core/lint/finding.js';
import { shownFindings } from '../core/lint/shown.js';
import { messageOf } from '../core/lint/wording.js';
import { rangeOf, type Context, type PolicyDocument } from './document.js';

const severities: { readonly [severity in Severity]: DiagnosticSeverity } = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

const tags = { unnecessary: DiagnosticTag.Unnecessary, deprecated: DiagnosticTag.Deprecated } as const;

/** The diagnostics of a document, as many as are shown. */
export const diagnose = (document: PolicyDocument, context: Context): Diagnostic[] =>
  shownFindings(document.findings, context.settings).map((finding) => diagnosticOf(document, finding, context));

/** One finding as a diagnostic. */
export function diagnosticOf(
  { text }: PolicyDocument,
  finding: Finding,
  { rules, locale, rulePage }: Context,
): Diagnostic {
  const { code, severity, span, related, tag } = finding;
  return {
    range: rangeOf(text, span),
    severity: severities[severity],
    code,
    ...(rulePage === undefined ? {} : { codeDescription: { href: rulePage.replace('{code}', code) } }),
    source: 'cam',
    message: messageOf(rules, code, finding, locale),
    ...(tag ? { tags: [tags[tag]] } : {}),
    ...(related
      ? {
          relatedInformation: related.map((other) => ({
            location: { uri: text.uri, range: rangeOf(text, other.span) },
            message: messageOf(rules, code, other, locale),
          })),
        }
      : {}),
  };
}
