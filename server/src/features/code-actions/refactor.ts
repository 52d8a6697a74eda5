/** Offers the refactorings of the statement at the selection. */
import { maxPolicyLength } from '../../core/policy/length.js';
import { refactorings, type Refactoring } from '../../core/refactor/index.js';
import { say, type Locale } from '../../core/text.js';
import { kindOfRefactoring } from './kinds.js';
import type { Offer, OfferContext } from './offer.js';
import { actionsText, effects, refactoringTitles, titles } from './words.js';

/** Offered for the first policy in the selection, since a refactoring applies to the statement in which the selection begins. */
export const refactor = ({ touched, catalogue, locale }: OfferContext): readonly Offer[] =>
  touched.slice(0, 1).flatMap(({ document, selection }) =>
    refactorings(document.policy, selection, catalogue).map((refactoring) => ({
      id: refactoring.name,
      title: titleOf(refactoring, locale),
      kind: kindOfRefactoring[refactoring.name],
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
