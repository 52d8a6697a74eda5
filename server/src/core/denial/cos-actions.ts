/** Which actions a request to COS can be. */

/** By method, on an object and on a bucket. Source: COS API and the actions of its requests, 436/31923. */
const byMethod: ReadonlyMap<string, { readonly object: readonly string[]; readonly bucket: readonly string[] }> =
  new Map(
    Object.entries({
      GET: {
        object: ['GetObject', 'GetObjectACL', 'ListParts'],
        bucket: ['GetBucket', 'GetBucketObjectVersions', 'ListMultipartUploads'],
      },
      HEAD: { object: ['HeadObject'], bucket: ['HeadBucket'] },
      PUT: { object: ['PutObject', 'UploadPart', 'PutObjectACL'], bucket: ['PutBucket', 'PutBucketACL'] },
      POST: {
        object: ['InitiateMultipartUpload', 'CompleteMultipartUpload', 'PostObject', 'RestoreObject'],
        bucket: ['PostObject', 'DeleteMultipleObjects'],
      },
      DELETE: { object: ['DeleteObject', 'AbortMultipartUpload'], bucket: ['DeleteBucket'] },
      OPTIONS: { object: ['OptionsObject'], bucket: ['OptionsObject'] },
    }),
  );

const anyOnObject = [
  'GetObject',
  'PutObject',
  'PostObject',
  'HeadObject',
  'DeleteObject',
  'InitiateMultipartUpload',
  'UploadPart',
  'CompleteMultipartUpload',
];
const anyOnBucket = ['GetBucket', 'HeadBucket', 'PostObject', 'DeleteMultipleObjects', 'PutBucket'];

/** Sub-resources that decide the action alone. Source: as above. */
const byQuery: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'POST uploads': 'InitiateMultipartUpload',
    'PUT partNumber': 'UploadPart',
    'POST uploadId': 'CompleteMultipartUpload',
    'DELETE uploadId': 'AbortMultipartUpload',
    'GET uploadId': 'ListParts',
    'GET uploads': 'ListMultipartUploads',
    'PUT acl': 'PutObjectACL',
    'GET acl': 'GetObjectACL',
    'POST delete': 'DeleteMultipleObjects',
    'POST restore': 'RestoreObject',
  }),
);

/** The actions, without their service, that a request can be, the likeliest first; `method` undefined where the text names none. An empty `key` is the bucket itself. */
export function actionsOf(method: string | undefined, key: string, query: string): readonly string[] {
  const onBucket = key === '';
  const all = method === undefined ? undefined : byMethod.get(method)?.[onBucket ? 'bucket' : 'object'];
  const names = [...query.matchAll(/[?&](\w+)/gu)].map(([, name = '']) => byQuery.get(`${method ?? ''} ${name}`));
  const certain = names.find((name) => name !== undefined);
  if (certain !== undefined)
    return [certain.replace('Object', onBucket && certain.endsWith('ACL') ? 'Bucket' : 'Object')];
  return all ?? (onBucket ? anyOnBucket : anyOnObject);
}
