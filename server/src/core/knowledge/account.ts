/** The account whose policies are looked at, as far as a person has told it. */
export interface Account {
  /** The number of the root account. */
  readonly uin?: string;
  /** Its APPID, which stands in names of COS buckets. */
  readonly appid?: string;
}
