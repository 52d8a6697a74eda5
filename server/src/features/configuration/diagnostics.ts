/** What is wrong with a configuration, as diagnostics. */
import { DiagnosticTag, type Diagnostic } from 'vscode-languageserver-types';
import type { ConfigurationProblem } from '../../core/config/problem.js';
import { say, type Locale } from '../../core/text.js';
import { severities } from '../diagnostic.js';
import type { Text } from '../positions.js';

/** The diagnostics of a configuration. `document` has the text that the problems are of. */
export const configurationDiagnostics = (
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
    ...(code === 'unused-suppression' ? { tags: [DiagnosticTag.Unnecessary] } : {}),
  }));
