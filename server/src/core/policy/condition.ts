/** Condition operators and keys as policies write them: their parts. Knows no operator by name. */

/** What may precede an operator for keys that hold several values. Source: CAM condition pages, 598/10608. */
export const qualifiers = ['for_any_value', 'for_all_value'] as const;
export type Qualifier = (typeof qualifiers)[number];
export const isQualifier = (text: string): text is Qualifier => qualifiers.some((qualifier) => qualifier === text);

/** Behind an operator: a request without the key meets the condition. */
export const ifExistSuffix = '_if_exist';

export interface OperatorName {
  /** What stands before the first colon, as written; undefined where no colon is. */
  readonly qualifier: string | undefined;
  readonly base: string;
  readonly ifExist: boolean;
}

/** Reads an operator string; never throws. The parts' offsets follow from their lengths: qualifier, colon, base, suffix. */
export function readOperator(text: string): OperatorName {
  const colon = text.indexOf(':');
  const rest = text.slice(colon + 1);
  const ifExist = rest.endsWith(ifExistSuffix);
  return {
    qualifier: colon < 0 ? undefined : text.slice(0, colon),
    base: ifExist ? rest.slice(0, -ifExistSuffix.length) : rest,
    ifExist,
  };
}

/** The operator string with these parts. */
export const writeOperator = ({ qualifier, base, ifExist }: OperatorName): string =>
  (qualifier === undefined ? '' : `${qualifier}:`) + base + (ifExist ? ifExistSuffix : '');

/** Keys that hold all tags of something, `key&value` each. `qcs:resource_tag/<key>` holds one tag's value instead. */
const tagKeys: ReadonlySet<string> = new Set(['qcs:resource_tag', 'qcs:request_tag', 'qcs:tag']);

/** Whether a key holds a list of tags, each as `key&value`. Source: CAM condition pages, 598/10608 and 598/58420. */
export const isTagListKey = (key: string): boolean => tagKeys.has(key);

/** The tag's key in `qcs:resource_tag/<key>` and its kin. */
export function tagKeyOf(key: string): string | undefined {
  const slash = key.indexOf('/');
  return slash > 0 && tagKeys.has(key.slice(0, slash)) ? key.slice(slash + 1) : undefined;
}
