/** Offers the refactorings of the statement at the selection. */
import { CodeActionKind } from 'vscode-languageserver-types';
import { refactorings, type RefactoringName } from '../../core/refactor/index.js';
import { say } from '../../core/text.js';
import type { Offer, OfferContext } from './offer.js';
import { refactoringTitles } from './words.js';

const kinds: { readonly [name in RefactoringName]: CodeActionKind } = {
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

export const refactorKinds: readonly CodeActionKind[] = [...new Set(Object.values(kinds))];

/** Of the first policy at the selection: a refactoring starts from the statement in which the selection begins. */
export const refactor = ({ touched, catalogue, locale }: OfferContext): readonly Offer[] =>
  touched.slice(0, 1).flatMap(({ document, selection }) =>
    refactorings(document.policy, selection, catalogue).map(({ name, data, edits }) => ({
      id: name,
      title: say(refactoringTitles[name], locale, data),
      kind: kinds[name],
      edits: () => document.textEdits(edits()),
    })),
  );
