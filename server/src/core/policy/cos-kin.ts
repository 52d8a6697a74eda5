/** COS and the services that work like it: they keep their things in COS, or guard them the same way. */

export interface CosTraits {
  /** Its policies are attached to buckets, by COS's own console. */
  readonly bucketPolicies?: true;
  /** What stands before the name of a bucket in the last segment of a resource; undefined where no bucket stands there. */
  readonly beforeBucket?: string;
  /** The account of a resource is `uid/` with the APPID, and nothing else. */
  readonly onlyAppId?: true;
}

/**
 * The one list of these services: COS, vaults of CAS, Data Processing on COS's objects, COS on a dedicated cluster, and CHDFS.
 * Sources: CAM names COS and CAS for the APPID, 598/10606; bucket names: COS, guide to API policies, 436/31923 (2025-05).
 */
const traits: ReadonlyMap<string, CosTraits> = new Map([
  ['cos', { bucketPolicies: true, beforeBucket: '', onlyAppId: true }],
  ['cdcs', { bucketPolicies: true, beforeBucket: '' }],
  ['ci', { beforeBucket: 'bucket/' }],
  ['cas', { onlyAppId: true }],
  ['chdfs', {}],
]);

/** How a service is like COS; undefined where it is not. `service`: the abbreviation as it is written, case included. */
export const cosTraits = (service: string): CosTraits | undefined => traits.get(service);
