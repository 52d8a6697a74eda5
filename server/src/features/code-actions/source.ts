/** Code actions on the whole document, which run on save where a person asks for that. */
import { fixAll } from '../../core/lint/fix-all.js';
import { organize } from '../../core/refactor/index.js';
import { say } from '../../core/text.js';
import { lintOptionsOf } from '../document.js';
import { fixAllKind, organizeKind, type Offer, type OfferContext } from './offer.js';
import { titles } from './words.js';

/** All safe fixes, where there are any. */
export function fixEverything(context: OfferContext): readonly Offer[] {
  const { document, locale } = context;
  if (!document.findings.some(({ fix }) => fix)) return [];
  const edits = () => fixAll(document.policy, document.findings, lintOptionsOf(context)).edits;
  return [{ id: 'fix-all', title: say(titles['fix-all'], locale), kind: fixAllKind, edits }];
}

/** Sorting, where anything is out of order. */
export function organizeEverything({ document, locale }: OfferContext): readonly Offer[] {
  const edits = organize(document.policy);
  return edits.length > 0
    ? [{ id: 'organize', title: say(titles.organize, locale), kind: organizeKind, edits: () => edits }]
    : [];
}
