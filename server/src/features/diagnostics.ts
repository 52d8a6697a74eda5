/** Diagnostics: the findings of all policies of a document. */
import type { Diagnostic } from 'vscode-languageserver-types';
import { shownFindings } from '../core/lint/shown.js';
import type { Context } from './context.js';
import { diagnosticOf, problemDiagnostics } from './diagnostic.js';
import type { HostDocument } from './document.js';

/** The diagnostics of a document; of each policy, those that lint shows. */
export function diagnose(host: HostDocument, context: Context): Diagnostic[] {
  const found = host.policies.flatMap((document) =>
    shownFindings(document.findings, context.settings).map((finding) => diagnosticOf(document, finding, context)),
  );
  return [...found, ...problemDiagnostics(host, host.ignoreProblems, context.locale)];
}
