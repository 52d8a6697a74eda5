/** What is wrong with a file of tests, as diagnostics. */
import type { Diagnostic } from 'vscode-languageserver-types';
import { problemsOfTests } from '../../core/testing/problems.js';
import { say } from '../../core/text.js';
import type { Context } from '../context.js';
import { severities } from '../diagnostic.js';
import { rangeIn, type TestDocument } from './document.js';

/** `knowsSchemas`: the client says by itself what is wrong with the form. */
export const testDiagnostics = (document: TestDocument, context: Context, knowsSchemas: boolean): Diagnostic[] =>
  problemsOfTests(document.file, document.loaded, context)
    .filter(({ isFormal }) => !isFormal || !knowsSchemas)
    .map(({ span, severity, code, message, data }) => ({
      range: rangeIn(document, span),
      severity: severities[severity],
      code,
      source: 'cam',
      message: say(message, context.locale, data),
    }));
