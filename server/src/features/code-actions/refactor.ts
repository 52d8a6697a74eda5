/** Offers the refactorings of the statement at the selection. */
import { CodeActionKind } from 'vscode-languageserver-types';
import { maxPolicyLength } from '../../core/policy/length.js';
import { refactorings, type Refactoring, type RefactoringName } from '../../core/refactor/index.js';
import { say, type Locale } from '../../core/text.js';
import type { Offer, OfferContext } from './offer.js';
import { actionsText, effects, refactoringTitles, titles } from './words.js';

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

/** Offered for the first policy in the selection, since a refactoring applies to the statement in which the selection begins. */
export const refactor = ({ touched, catalogue, locale }: OfferContext): readonly Offer[] =>
  touched.slice(0, 1).flatMap(({ document, selection }) =>
    refactorings(document.policy, selection, catalogue).map((refactoring) => ({
      id: refactoring.name,
      title: titleOf(refactoring, locale),
      kind: kinds[refactoring.name],
      edits: () => document.textEdits(refactoring.edits()),
    })),
  );

/** What the refactoring does, and whether the policy would then be too long for CAM. */
function titleOf({ name, data, effect = 'allow', tooLong }: Refactoring, locale: Locale): string {
  const title = say(refactoringTitles[name], locale, {
    ...data,
    actions: actionsText(data.count),
    effect: effects[effect],
  });
  return tooLong === undefined
    ? title
    : say(titles['too-long'], locale, { title, length: tooLong, limit: maxPolicyLength });
}
