/** Numbers of root accounts have twelve digits and begin so; no APPID does. Source: CAM and COS samples, 598/10606. */
export const isUin = (digits: string): boolean => digits.length === 12 && digits.startsWith('100');

/** The account whose policies are looked at, as far as a person has told it. */
export interface Account {
  /** The number of the root account. */
  readonly uin?: string;
  /** Its APPID, which stands in names of COS buckets. */
  readonly appid?: string;
}
