/** Code actions on the whole document, which run on save where a person asks for that. */
import { fixAll } from '../../core/lint/fix-all.js';
import { say } from '../../core/text.js';
import { lintOptionsOf } from '../document.js';
import { fixAllKind, type Offer, type OfferContext } from './offer.js';
import { titles } from './words.js';

/** All safe fixes, where there are any. */
export function fixEverything(context: OfferContext): readonly Offer[] {
  const { document, locale } = context;
  if (!document.findings.some(({ fix }) => fix)) return [];
  const edits = () => fixAll(document.policy, document.findings, lintOptionsOf(context)).edits;
  return [{ id: 'fix-all', title: say(titles['fix-all'], locale), kind: fixAllKind, edits }];
}
