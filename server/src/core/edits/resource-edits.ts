/** Where the parts of a resource string stand in the document, and edits of lists of resources. */
import type { PolicyResource, Statement } from '../policy/model.js';
import { segmentNames, type SegmentName } from '../policy/resource.js';
import { replace, type Edit, type Span } from '../span.js';
import { insertItemAfter, removeMembers, spanInString } from '../syntax/edit.js';

/** Where a segment starts in the resource's value, in UTF-16 units. */
export function segmentStart({ segments }: PolicyResource, name: SegmentName): number {
  let start = 0;
  for (const before of segments.slice(0, segmentNames.indexOf(name))) start += before.length + 1;
  return start;
}

/** Where a segment stands in the document; where it is empty, the colon before it. */
export function segmentSpan(text: string, resource: PolicyResource, name: SegmentName): Span {
  const start = segmentStart(resource, name);
  const length = resource.segments[segmentNames.indexOf(name)]?.length ?? 0;
  return spanInString(text, resource.node, length > 0 ? start : Math.max(start - 1, 0), start + length);
}

/** Takes one resource out of the statement's list; nothing where it stands alone without brackets. */
export const removeResource = (text: string, { resources }: Statement, { node }: PolicyResource): readonly Edit[] =>
  resources?.array ? removeMembers(text, resources.array, (item) => item === node) : [];

/** Puts a resource behind the statement's last one; a lone string becomes an array. */
export function addResource(text: string, { resources }: Statement, resource: string): readonly Edit[] {
  const last = resources?.items.at(-1);
  if (!resources || !last) return [];
  const added = JSON.stringify(resource);
  if (resources.array) return [insertItemAfter(text, resources.array, last.node, added)];
  return [replace(last.node, `[${text.slice(last.node.start, last.node.end)}, ${added}]`)];
}
