/**
 * Where COS takes the values of its condition keys from, and which requests carry them.
 * Source: COS, condition keys of the access policy language, 436/46205, and their samples, 436/46206 (2025-07).
 */

export interface CosKey {
  /** `parameter`: of the request's query, where special characters are URL-encoded; `header`: as it is written. */
  readonly from: 'parameter' | 'header';
  /** The only actions whose requests carry it; absent: any request that has a body. */
  readonly actions?: readonly string[];
}

const keys: ReadonlyMap<string, CosKey> = new Map(
  Object.entries({
    'cos:prefix': {
      from: 'parameter',
      actions: ['GetBucket', 'GetBucketObjectVersions', 'ListMultipartUploads', 'ListLiveChannels'],
    },
    'cos:versionid': {
      from: 'parameter',
      actions: [
        ...['GetObject', 'HeadObject', 'DeleteObject', 'PostObjectRestore', 'RestoreObject'],
        ...['PutObjectTagging', 'GetObjectTagging', 'DeleteObjectTagging'],
      ],
    },
    'cos:response-content-type': { from: 'parameter', actions: ['GetObject'] },
    'cos:x-cos-storage-class': {
      from: 'header',
      actions: ['PutObject', 'PostObject', 'InitiateMultipartUpload', 'AppendObject'],
    },
    'cos:x-cos-acl': {
      from: 'header',
      actions: [
        ...['PutObject', 'PostObject', 'AppendObject', 'InitiateMultipartUpload'],
        ...['PutObjectACL', 'PutBucket', 'PutBucketACL'],
      ],
    },
    'cos:content-length': { from: 'header' },
    'cos:content-type': { from: 'header' },
  } satisfies { readonly [key: string]: CosKey }),
);

/** What COS documents of a key; undefined of keys that every request carries, and of those it does not document. */
export const cosKey = (key: string): CosKey | undefined => keys.get(key);

/** Requests of COS that ask for something and send no body. */
export const isWithoutBody = (action: string): boolean => /^(?:Get|Head|List|Options)/u.test(action);

/** What a URL takes as it is, what is encoded already, variables of policies, and `*`. */
const plain = /%[\dA-Fa-f]{2}|\$\{[A-Za-z_]{1,20}\}|[\w.~*-]/uy;

/**
 * `value` with its special characters URL-encoded, as the query of a request has it; what is encoded already, wildcards and variables stay. Where `like`
 * is true a `?` may be a wildcard and stays, too. Undefined where half a character stands in it.
 */
export function urlEncoded(value: string, like: boolean): string | undefined {
  if (/\p{Cs}/u.test(value)) return undefined;
  let result = '';
  for (let at = 0; at < value.length;) {
    plain.lastIndex = at;
    const kept = plain.exec(value)?.[0];
    const char = kept ?? String.fromCodePoint(value.codePointAt(at) ?? 0);
    at += char.length;
    result += kept ?? (like && char === '?' ? char : encodeURIComponent(char));
  }
  return result;
}
