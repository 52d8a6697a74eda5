/** Which actions a name that its service does not have was probably meant to be. Never one that does the opposite. */
import type { Service } from '../catalogue/catalogue.js';
import { distance } from '../catalogue/nearest.js';
import { memoByObject } from '../memo.js';
import { isReading } from './reading-part.js';
import { areAlike, isReadingVerb, isVerb, meanOpposite, verbOf } from './verbs.js';

export interface NearAction {
  readonly name: string;
  /** The name is plainly a slip of the pen: one or two letters of the same words; only one where the service may have actions that are not known. */
  readonly slip: boolean;
}

/** More names are compared than are given, since some of them say the opposite. */
const compared = 10;
const given = 3;

/** The actions that `name` was probably meant to be, best first; empty where none is near or all of them do something else. */
export function nearActions(service: Service, name: string): readonly NearAction[] {
  const near = service.nearest(name, compared).filter((candidate) => maybeMeant(service, name, candidate));
  return near.slice(0, given).map((candidate, index) => ({
    name: candidate,
    slip: index === 0 && isSlip(name, candidate, service.data.complete === true ? 2 : 1),
  }));
}

/** The verbs of a service's actions, in lower case. */
const verbsOf = memoByObject(
  (service: Service): ReadonlySet<string> => new Set(service.actions().map(({ name }) => verbOf(name).toLowerCase())),
);

/**
 * Whether who wrote `name` may have meant `candidate`. A verb that is known is taken at its word: another one was not meant, unless the two stand for
 * the same. One that is not known may be a misspelt one, but never of the other access class.
 */
function maybeMeant(service: Service, name: string, candidate: string): boolean {
  if (meanOpposite(name, candidate)) return false;
  const [verb, other] = [verbOf(name), verbOf(candidate)];
  if (areAlike(verb, other)) return isNear(name.slice(verb.length), candidate.slice(other.length));
  // `sendmessage` is not parted into words, yet begins with the verb.
  if (name.toLowerCase().startsWith(other.toLowerCase())) return true;
  if (isVerb(verb) || verbsOf(service).has(verb.toLowerCase())) return false;
  const action = service.action(candidate);
  if (isReadingVerb(verb) && action && !isReading(action)) return false;
  return distance(verb.toLowerCase(), other.toLowerCase(), 2) <= (other.length > 5 ? 2 : 1);
}

/** Whether what two names speak of differs in two letters or a quarter of them at most: `RoleWithOIDC` is not `RoleWithSAML`, however long the verb. */
function isNear(one: string, other: string): boolean {
  const most = Math.max(2, Math.floor(one.length / 4));
  return distance(one.toLowerCase(), other.toLowerCase(), most) <= most;
}

/** At most `most` letters, none of them a digit; short names have no room for two. */
function isSlip(name: string, candidate: string, most: 1 | 2): boolean {
  const letters = (text: string): string => text.replace(/\d/gu, '').toLowerCase();
  const digits = (text: string): string => text.replace(/\D/gu, '');
  const limit = candidate.length < 8 ? 1 : most;
  return digits(name) === digits(candidate) && distance(letters(name), letters(candidate), limit) <= limit;
}
