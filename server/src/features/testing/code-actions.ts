/** Code actions on tests that fail: what is expected becomes what comes out. */
import { CodeActionKind, type CodeAction, type Range } from 'vscode-languageserver-types';
import { meets } from '../../core/span.js';
import { runTests } from '../../core/testing/run.js';
import { updateOf, type Update } from '../../core/testing/update.js';
import { say, type Text } from '../../core/text.js';
import type { Context } from '../context.js';
import { rangeIn, subjectIn, type TestDocument } from './document.js';
import { workspaceEdit } from '../workspace-edit.js';

const texts = {
  expect: { en: 'Expect "{expect}", as it is now', zh: '改为期望 "{expect}"（当前结果）' },
  by: { en: 'Expect "{expect}" by {by}, as it is now', zh: '改为期望 "{expect}"，由 {by} 决定（当前结果）' },
} satisfies { readonly [name: string]: Text };

/** The actions for the tests that `range` touches; `versionsEdits`: whether edits may name the version of the text. */
export function testCodeActions(
  document: TestDocument,
  range: Range,
  only: readonly CodeActionKind[] | undefined,
  context: Context & { readonly versionsEdits: boolean },
): CodeAction[] {
  const { text, file, loaded } = document;
  const subject = subjectIn(document);
  if (!subject || (only?.length && !only.includes(CodeActionKind.QuickFix))) return [];
  const selection = { start: text.offsetAt(range.start), end: text.offsetAt(range.end) };
  const touched = file.tests.filter(({ span, kind }) => kind === 'action' && meets(span, selection));
  return touched.flatMap((test) => {
    const update = updateOf(runTests({ ...file, tests: [test] }, loaded, context), file, subject, loaded);
    return update ? [actionOf(update, document, context)] : [];
  });
}

function actionOf(
  { expect, by, edits }: Update,
  document: TestDocument,
  { locale, versionsEdits }: Context & { readonly versionsEdits: boolean },
): CodeAction {
  const { uri, version } = document.text;
  const written = edits.map(({ span, newText }) => ({ range: rangeIn(document, span), newText }));
  return {
    title: by === undefined ? say(texts.expect, locale, { expect }) : say(texts.by, locale, { expect, by }),
    kind: CodeActionKind.QuickFix,
    edit: workspaceEdit([{ uri, version, edits: written }], versionsEdits),
  };
}
