/** The kinds of code actions, which the server announces before it offers any. */
import { CodeActionKind } from 'vscode-languageserver-types';
import type { RefactoringName } from '../../core/refactor/refactoring.js';

/** Kinds that LSP does not define. */
export const fixAllKind: CodeActionKind = 'source.fixAll.cam';
export const organizeKind: CodeActionKind = 'source.organize.cam';

export const kindOfRefactoring: { readonly [name in RefactoringName]: CodeActionKind } = {
  split: CodeActionKind.RefactorExtract,
  expand: CodeActionKind.RefactorInline,
  'expand-known': CodeActionKind.RefactorInline,
  collapse: CodeActionKind.RefactorRewrite,
  'collapse-adding': CodeActionKind.RefactorRewrite,
  'merge-actions': CodeActionKind.RefactorRewrite,
  'merge-resources': CodeActionKind.RefactorRewrite,
  'add-prefix': CodeActionKind.RefactorRewrite,
  'remove-prefix': CodeActionKind.RefactorRewrite,
};

/** The kinds of each provider of code actions. */
export const kindsOf = {
  quickFixes: [CodeActionKind.QuickFix],
  refactor: [...new Set(Object.values(kindOfRefactoring))],
  fixEverything: [fixAllKind],
  organizeEverything: [organizeKind],
} satisfies { readonly [provider: string]: readonly CodeActionKind[] };

/** The kinds to announce to the client. */
export const codeActionKinds: readonly CodeActionKind[] = Object.values(kindsOf).flat();
