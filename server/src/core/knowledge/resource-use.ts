/** Which resources of a statement its actions can make use of, as far as documents say. */
import { segment, type ResourcePattern } from '../policy/resource.js';
import { fitOf, type ResourceFormat } from '../policy/resource-format.js';
import { memoByObject } from '../memo.js';
import { formatsOfService } from './formats.js';
import { perFacts, type Facts } from './facts.js';
import { spellingsOf } from './spellings.js';

/** Whether a resource may be of a format; false is sure. */
export function isOf(resource: ResourcePattern, format: ResourceFormat, facts: Facts): boolean {
  const { fits, known } = answers(facts)(resource);
  let found = known.get(format);
  if (found === undefined) {
    found = fits(format) !== 'cannot';
    known.set(format, found);
  }
  return found;
}

/** What was asked of a resource; an action takes few formats, so there are few answers. */
const answers = perFacts((facts) =>
  memoByObject((resource: ResourcePattern) => ({
    fits: fitOf(resource, spellingsOf(facts)),
    known: new Map<ResourceFormat, boolean>(),
  })),
);

/** Whether a resource is one that its own service documents; of any other it cannot be said what may use it. */
export function isDocumented(resource: ResourcePattern, facts: Facts): boolean {
  if (resource.form !== 'six') return false;
  const service = facts.catalogue.service(segment(resource, 'service'));
  return service !== undefined && formatsOfService(service).some((format) => isOf(resource, format, facts));
}
