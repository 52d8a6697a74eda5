/**
 * Names of COS buckets in resources: `examplebucket-1250000000` ends in the APPID of the account that owns it.
 * Source: COS, bucket overview, 436/13312, and guide to API policies, 436/31923 (2025-05).
 */
import { cosTraits } from '../policy/cos-kin.js';
import { isUnfilled } from '../policy/placeholders.js';
import { segment, type ResourcePattern } from '../policy/resource.js';

export interface BucketName {
  /** As it is written, with its APPID or without. */
  readonly name: string;
  /** Where it starts in the last segment, in UTF-16 units. */
  readonly start: number;
  /** The digits behind its last hyphen, or before it in the older form; undefined where there are none. */
  readonly appId: string | undefined;
  /** The older form `prefix//<APPID>/<bucket>/<key>`, where the name goes without the APPID. */
  readonly older: boolean;
}

const olderStart = 'prefix//';

/** What stands before the bucket in the last segment; undefined for services whose resources name none. */
const before = (service: string): string | undefined => cosTraits(service)?.beforeBucket;

/** Whether resources of the service name buckets. */
export const isBucketService = (service: string): boolean => before(service) !== undefined;

/** The bucket that a resource names; undefined where it names none, or one that is not filled in or has wildcards before its end. */
export function bucketIn(resource: ResourcePattern): BucketName | undefined {
  const start = before(segment(resource, 'service'));
  const path = segment(resource, 'path');
  if (resource.form !== 'six' || start === undefined || !path.startsWith(start)) return undefined;
  if (path.startsWith(olderStart)) {
    const [appId = '', name = ''] = path.slice(olderStart.length).split('/', 2);
    return isNumber(appId) ? { name, start: olderStart.length, appId, older: true } : undefined;
  }
  return newerBucket(path, start.length) ?? bucketOfCi(path);
}

/** What a name is made of; of anything else nothing is known, and of a host another rule tells. */
const inName = /^[A-Za-z\d*-]+$/u;

function newerBucket(path: string, start: number): BucketName | undefined {
  const [name = ''] = path.slice(start).split(/[/:]/u, 1);
  // `prefix/…` is an older form still, `bucket/…` that of CI, and a bucket of such a name is seldom.
  if (name === 'prefix' || (start === 0 && name === 'bucket' && path.includes('/'))) return undefined;
  if (!inName.test(name) || isUnfilled(name)) return undefined;
  const number = name.slice(name.lastIndexOf('-') + 1);
  const appId = number !== name && isNumber(number) ? number : undefined;
  return name.includes('*') && appId === undefined
    ? undefined
    : { name, start, appId: name.startsWith('-') ? undefined : appId, older: false };
}

/** A bucket behind `bucket/`, where COS itself is named: CI writes it so, and only a name with its APPID is sure to be one. */
function bucketOfCi(path: string): BucketName | undefined {
  const start = before('ci') ?? '';
  const bucket = path.startsWith(start) ? newerBucket(path, start.length) : undefined;
  return bucket?.appId !== undefined && isAppId(bucket.appId, '') ? bucket : undefined;
}

/** Whether a text is nothing but digits. */
export const isNumber = (text: string): boolean => /^\d+$/u.test(text);

/**
 * Whether the digits behind a bucket's last hyphen are an APPID, and not a year or a number of its own: newer ones have ten digits, older ones less,
 * so that nine or ten digits are one, and any that are as many as those of the account beside it.
 */
export const isAppId = (digits: string, account: string): boolean =>
  digits === account || digits.length === account.length || digits.length === 9 || digits.length === 10;
