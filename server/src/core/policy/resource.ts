/** Resource strings: `*`, or the six segments `qcs:project:service:region:account:resource`. Source: CAM resource description page, 598/10606. */

import { cache, memoByText, type CarriesCache } from '../memo.js';

export const segmentNames = ['qcs', 'project', 'service', 'region', 'account', 'path'] as const;
export type SegmentName = (typeof segmentNames)[number];

export interface ResourcePattern extends CarriesCache {
  /** The string itself. */
  readonly text: string;
  /** `all`: the string `*`; `six`: begins with `qcs` and has six segments; `malformed`: anything else. */
  readonly form: 'all' | 'six' | 'malformed';
  /** The segments as written, at most six; the sixth keeps further colons. */
  readonly segments: readonly string[];
}

/** More different resources than a person has open at a time. */
const rememberedResources = 4096;

/**
 * Reads a resource string; never throws. A segment's offset is the sum of the lengths before it plus one colon each.
 * Equal strings mostly give the same object, so that what is found out about it can be kept with it.
 */
export const readResource = memoByText(rememberedResources, (text): ResourcePattern => {
  if (text === '*') return { text, form: 'all', segments: [], [cache]: [] };
  const segments: string[] = [];
  let start = 0;
  while (segments.length < 5) {
    const colon = text.indexOf(':', start);
    if (colon < 0) break;
    segments.push(text.slice(start, colon));
    start = colon + 1;
  }
  segments.push(text.slice(start));
  const form = segments.length === 6 && segments[0] === 'qcs' ? 'six' : 'malformed';
  return { text, form, segments, [cache]: [] };
});

const places: { readonly [name in SegmentName]: number } = {
  qcs: 0,
  project: 1,
  service: 2,
  region: 3,
  account: 4,
  path: 5,
};

/** The segment of that name; empty where it is empty or missing. */
export const segment = (resource: ResourcePattern, name: SegmentName): string => resource.segments[places[name]] ?? '';

/** Where the segment starts in the resource's text, in UTF-16 units. */
export function segmentStart({ segments }: ResourcePattern, name: SegmentName): number {
  let start = 0;
  for (const before of segments.slice(0, places[name])) start += before.length + 1;
  return start;
}

/** Index of the segment that holds the offset (UTF-16 units) `offset` of `text`, and where that segment starts. */
export function segmentAt(text: string, offset: number): { readonly index: number; readonly start: number } {
  let index = 0;
  let start = 0;
  for (let at = 0; at < offset && index < 5; at++) {
    if (text.charAt(at) !== ':') continue;
    index++;
    start = at + 1;
  }
  return { index, start };
}

/**
 * Whether the resource plainly narrows what it applies to, so that CAM does not match it with the `*` it is asked about for an operation-level action.
 * A string that is not six segments, or whose last segment is `*`, is not said to narrow: what CAM makes of it is not documented.
 */
export const narrows = (resource: ResourcePattern): boolean =>
  resource.form === 'six' && !/^\**(?:\/\*+)?$/u.test(segment(resource, 'path'));
