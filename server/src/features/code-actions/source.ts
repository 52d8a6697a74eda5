/** Code actions on the whole document, which run on save where a person asks for that. */
import { fixAll } from '../../core/lint/fix-all.js';
import { organize } from '../../core/refactor/index.js';
import { say } from '../../core/text.js';
import { lintOptionsOf } from '../context.js';
import { fixAllKind, organizeKind } from './kinds.js';
import type { Offer, OfferContext } from './offer.js';
import { titles } from './words.js';

/** All safe fixes, where there are any. */
export function fixEverything(context: OfferContext): readonly Offer[] {
  const { document, locale } = context;
  const fixable = document.policies.filter(({ findings }) => findings.some(({ fix }) => fix));
  if (fixable.length === 0) return [];
  const edits = () =>
    fixable.flatMap((each) => each.textEdits(fixAll(each.policy, each.findings, lintOptionsOf(context)).edits));
  return [{ id: 'fix-all', title: say(titles['fix-all'], locale), kind: fixAllKind, edits }];
}

/** Sorting, where anything is out of order. */
export function organizeEverything({ document, locale }: OfferContext): readonly Offer[] {
  const edits = document.policies.flatMap((each) => each.textEdits(organize(each.policy)));
  return edits.length > 0
    ? [{ id: 'organize', title: say(titles.organize, locale), kind: organizeKind, edits: () => edits }]
    : [];
}
