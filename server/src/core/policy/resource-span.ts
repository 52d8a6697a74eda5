/** Where the segments of a resource stand in the policy's text. */
import type { Span } from '../span.js';
import { spanInString } from '../syntax/measure.js';
import type { PolicyResource } from './model.js';
import { segment, segmentStart, type SegmentName } from './resource.js';

/** Where a segment stands in `text`, the policy's; where it is empty, the colon before it. */
export function segmentSpan(text: string, resource: PolicyResource, name: SegmentName): Span {
  const start = segmentStart(resource, name);
  const { length } = segment(resource, name);
  return spanInString(text, resource.node, length > 0 ? start : Math.max(start - 1, 0), start + length);
}
