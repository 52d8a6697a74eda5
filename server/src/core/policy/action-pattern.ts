/** The algebra of action strings: what one covers and what two may both mean. The marker `name/` means nothing more. Knows no service. */
import { covers, matches, overlaps } from '../wildcard.js';
import type { ActionPattern } from './action.js';

/** Whether the pattern stands for the action `name` of `service`; a numbered set might, so nobody can say it does. */
export const matchesAction = (pattern: ActionPattern, service: string, name: string): boolean =>
  pattern.form === 'all' ||
  (pattern.form === 'action' && matches(pattern.service, service) && matches(pattern.name, name));

/** Whether `a` surely stands for all that `b` stands for. What a numbered set holds is in no text: `*` alone covers it. */
export function coversAction(a: ActionPattern, b: ActionPattern): boolean {
  if (a.form === 'all') return b.form !== 'malformed';
  if (a.form !== 'action') return false;
  if (b.form === 'all') return isAny(a.service) && isAny(a.name);
  return b.form === 'action' && (a.service === b.service || covers(a.service, b.service)) && covers(a.name, b.name);
}

const isAny = (pattern: string): boolean => /^\*+$/u.test(pattern);

/** Whether some action may be meant by both: false only where that is ruled out. */
export function overlapsAction(a: ActionPattern, b: ActionPattern): boolean {
  if (a.form === 'malformed' || b.form === 'malformed') return false;
  if (a.form !== 'action' || b.form !== 'action') return true;
  return overlaps(a.service, b.service) && overlaps(a.name, b.name);
}
