/** Completion of a resource: whole forms that the statement's actions take, then segment by segment. */
import { readResource, segment, segmentAt } from '../../../core/policy/resource.js';
import type { Statement } from '../../../core/policy/model.js';
import type { PlaceOf, Spot } from '../../../core/place/place.js';
import type { Candidate, CompletionContext } from '../candidate.js';
import type { ResourceCompleter } from './cursor.js';
import { completePath } from './path.js';
import { completeAccount, completeProject, completeRegion, completeServiceSegment } from './segments.js';
import { completeWhole } from './whole.js';

/** One for each of the six segments, in their order. */
const completers: readonly ResourceCompleter[] = [
  completeWhole,
  completeProject,
  completeServiceSegment,
  completeRegion,
  completeAccount,
  completePath,
];

export const completeResource = (
  { spot, statement }: PlaceOf<'resource'>,
  context: CompletionContext,
): readonly Candidate[] => completeResourceString(spot, statement, context);

function completeResourceString(
  { before, after }: Spot,
  statement: Statement,
  context: CompletionContext,
): readonly Candidate[] {
  const { index, start } = segmentAt(before, before.length);
  const colon = index < 5 ? after.indexOf(':') : -1;
  const cursor = {
    statement,
    context,
    before,
    after,
    start,
    end: colon < 0 ? undefined : before.length + colon,
    service: segment(readResource(before), 'service'),
  };
  return completers[index]?.(cursor) ?? [];
}
