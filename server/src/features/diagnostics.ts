/** Findings as LSP diagnostics. */
import { DiagnosticSeverity, DiagnosticTag, type Diagnostic } from 'vscode-languageserver-types';
import type { Finding, Severity } from '../core/lint/finding.js';
import { messageOf } from '../core/lint/wording.js';
import { rangeOf, type Context, type PolicyDocument } from './document.js';

const severities: { readonly [severity in Severity]: DiagnosticSeverity } = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

const tags = { unnecessary: DiagnosticTag.Unnecessary, deprecated: DiagnosticTag.Deprecated } as const;

/** Diagnostics of one document; VS Code shows no more of one source either. */
export const maxDiagnostics = 1000;

const ranks: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** The diagnostics of a document; beyond `maxDiagnostics` the lesser ones are left out, and `too-large` tells so. */
export const diagnose = (document: PolicyDocument, context: Context): Diagnostic[] =>
  shown(document.findings, context).map((finding) => diagnosticOf(document, finding, context));

function shown(findings: readonly Finding[], { settings }: Context): readonly Finding[] {
  if (findings.length <= maxDiagnostics) return findings;
  const first = ranks
    .flatMap((severity) => findings.filter((finding) => finding.severity === severity))
    .slice(0, maxDiagnostics);
  const set = settings['too-large'];
  if (set === 'off') return first;
  const data = { count: findings.length, limit: maxDiagnostics };
  const severity = set ?? 'information';
  return [{ code: 'too-large', severity, span: { start: 0, end: 1 }, messageId: 'findings', data }, ...first];
}

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
