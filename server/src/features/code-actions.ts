/** Quick fixes: each finding touched by the selection offers its fix and its suggestions. */
import { CodeActionKind, type CodeAction, type Diagnostic, type Range } from 'vscode-languageserver-types';
import type { Finding, Fix } from '../core/lint/finding.js';
import { titleOf } from '../core/lint/wording.js';
import type { Span } from '../core/span.js';
import { diagnosticOf } from './diagnostics.js';
import { rangeOf, type Context, type PolicyDocument } from './document.js';

/** What the client wants: kinds such as `quickfix` (all where empty), and the diagnostics it shows at the place. */
export interface CodeActionRequest {
  readonly only?: readonly CodeActionKind[] | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

const touch = (a: Span, b: Span): boolean => a.start <= b.end && b.start <= a.end;

/** Whether actions of `kind` are wanted. */
const wants = (only: readonly CodeActionKind[] | undefined, kind: CodeActionKind): boolean =>
  !only?.length || only.some((wanted) => wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`));

/** The quick fixes for the findings in `range`, preferred ones first. */
export function codeActions(
  document: PolicyDocument,
  range: Range,
  request: CodeActionRequest,
  context: Context,
): CodeAction[] {
  if (!wants(request.only, CodeActionKind.QuickFix)) return [];
  const { text } = document;
  const selection = { start: text.offsetAt(range.start), end: text.offsetAt(range.end) };
  return document.findings
    .filter((finding) => touch(finding.span, selection))
    .flatMap((finding) => fixesOf(finding).map((fix) => actionOf(document, finding, fix, request.diagnostics, context)))
    .sort((a, b) => Number(b.isPreferred ?? false) - Number(a.isPreferred ?? false));
}

/** A finding's safe fix, which is always preferred, and its suggestions. */
const fixesOf = ({ fix, suggestions = [] }: Finding): readonly Fix[] =>
  fix ? [{ ...fix, preferred: true }, ...suggestions] : suggestions;

function actionOf(
  document: PolicyDocument,
  finding: Finding,
  fix: Fix,
  shown: readonly Diagnostic[],
  context: Context,
): CodeAction {
  const { text } = document;
  const own = diagnosticOf(document, finding, context);
  const diagnostic = shown.find(({ code, range }) => code === finding.code && sameRange(range, own.range)) ?? own;
  return {
    title: titleOf(context.rules, finding.code, fix, context.locale),
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    edit: {
      changes: { [text.uri]: fix.edits().map(({ span, newText }) => ({ range: rangeOf(text, span), newText })) },
    },
    ...(fix.preferred ? { isPreferred: true } : {}),
  };
}

const sameRange = (a: Range, b: Range): boolean =>
  a.start.line === b.start.line &&
  a.start.character === b.start.character &&
  a.end.line === b.end.line &&
  a.end.character === b.end.character;
