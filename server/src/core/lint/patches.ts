/** The edits of fixes that are applied in one go: those that meet are not, since each was made from the text as it is. */
import type { Edit } from '../span.js';

/** The edits of one fix, in the order of the text. */
export type Patch = readonly [Edit, ...Edit[]];

/** Undefined where there is nothing to change; throws where the edits overlap. */
export function patchOf(edits: readonly Edit[]): Patch | undefined {
  const [first, ...rest] = [...edits].sort((a, b) => a.span.start - b.span.start);
  if (!first) return undefined;
  let end = first.span.end;
  for (const { span } of rest) {
    if (span.start < end) throw new RangeError(`edits of one fix overlap at offset ${span.start}`);
    end = span.end;
  }
  return [first, ...rest];
}

/** The edits of as many patches as do not meet, those first in the text first; in the order of the text. A patch is taken whole or not at all. */
export function compatible(patches: readonly Patch[]): readonly Edit[] {
  const taken: Edit[] = [];
  for (const patch of [...patches].sort(([a], [b]) => a.span.start - b.span.start)) {
    const places = patch.map((edit) => placeFor(taken, edit));
    if (places.includes(-1)) continue;
    // From the last one on, so that the places before it stay right.
    for (let index = patch.length - 1; index >= 0; index--)
      taken.splice(places[index] ?? 0, 0, ...patch.slice(index, index + 1));
  }
  return taken;
}

/** The index at which `edit` goes into `taken`, which is in the order of the text; -1 where it meets one that is there. */
function placeFor(taken: readonly Edit[], edit: Edit): number {
  let low = 0;
  let high = taken.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((taken[middle]?.span.start ?? 0) <= edit.span.start) low = middle + 1;
    else high = middle;
  }
  const [before, behind] = [taken[low - 1], taken[low]];
  return (before && !isApart(before, edit)) || (behind && !isApart(edit, behind)) ? -1 : low;
}

/** Whether `next` begins behind `last`; where they touch, neither may be an insertion, whose order would then matter. */
const isApart = ({ span: last }: Edit, { span: next }: Edit): boolean =>
  next.start > last.end || (next.start === last.end && last.end > last.start && next.end > next.start);
