/** Condition keys that hold tags. Knows no other key by name. */

export const tagsOfResource = 'qcs:resource_tag';

/** Keys that hold all tags of something, `key&value` each. `qcs:resource_tag/<key>` holds one tag's value instead. */
const tagKeys: ReadonlySet<string> = new Set([tagsOfResource, 'qcs:request_tag', 'qcs:tag']);

/** Whether a key holds a list of tags, each as `key&value`. Source: CAM condition pages, 598/10608 and 598/58420. */
export const isTagListKey = (key: string): boolean => tagKeys.has(key);

/** The tag's key in `qcs:resource_tag/<key>` and its kin. */
export function tagKeyOf(key: string): string | undefined {
  const slash = key.indexOf('/');
  return slash > 0 && tagKeys.has(key.slice(0, slash)) ? key.slice(slash + 1) : undefined;
}
