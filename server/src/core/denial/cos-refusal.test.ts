import assert from 'node:assert/strict';
import { cosRefusalsIn } from './cos-refusal.js';

const xml = (resource: string): string =>
  `<?xml version='1.0' encoding='utf-8' ?><Error><Code>AccessDenied</Code><Message>Access Denied.</Message><Resource>${resource}</Resource><RequestId>NWQz</RequestId></Error>`;
const read = (text: string): readonly string[] =>
  cosRefusalsIn(text).map(
    ({ bucket, appId, region, key, actions }) => `${region} ${appId} ${bucket}/${key} ${actions[0] ?? ''}`,
  );

describe('refusals of COS', () => {
  it('are read in XML and in JSON', () => {
    const wanted = ['ap-beijing 1250000000 img-1250000000/a/1.png GetObject'];
    assert.deepEqual(read(xml('img-1250000000.cos.ap-beijing.myqcloud.com/a/1.png')), wanted);
    assert.deepEqual(read(xml('https://img-1250000000.cos.ap-beijing.myqcloud.com/a/1.png')), wanted);
    const json =
      '{"error":{"Code":"AccessDenied","Message":"Access Denied.","Resource":"img-1250000000.cos.ap-beijing.myqcloud.com/a/1.png","RequestId":"x"},"statusCode":403}';
    assert.deepEqual(read(json), wanted);
    assert.deepEqual(read(json.replaceAll('"', '\\"')), wanted);
  });

  it('tell the action by the method and the query, where they are named', () => {
    const at = 'https://img-1250000000.cos.ap-beijing.myqcloud.com';
    const actionsOf = (line: string): readonly string[] =>
      cosRefusalsIn(`${line}: 403 AccessDenied(Message: Access Denied.)`)[0]?.actions ?? [];
    assert.deepEqual(actionsOf(`PUT ${at}/a.png`), ['PutObject', 'UploadPart', 'PutObjectACL']);
    assert.deepEqual(actionsOf(`POST ${at}/a.png?uploads`), ['InitiateMultipartUpload']);
    assert.deepEqual(actionsOf(`PUT ${at}/a.png?partNumber=1&uploadId=2`), ['UploadPart']);
    assert.deepEqual(actionsOf(`GET ${at}/?acl`), ['GetBucketACL']);
    assert.deepEqual(actionsOf(`GET ${at}/?prefix=a`), [
      'GetBucket',
      'GetBucketObjectVersions',
      'ListMultipartUploads',
    ]);
    assert.equal(actionsOf(`{"method":"DELETE","url":"${at}/a.png"}`)[0], 'DeleteObject');
    assert.equal(actionsOf(`${at}/a.png failed: PUT ${at}/a.png`)[0], 'PutObject');
  });

  it('have the key as it is, not as it is sent', () => {
    assert.deepEqual(read(xml('img-1250000000.cos.ap-beijing.myqcloud.com/a%20b%2Fc%E4%B8%AD.png')), [
      'ap-beijing 1250000000 img-1250000000/a b/c中.png GetObject',
    ]);
  });

  it('are none where nothing was denied, or no bucket is named', () => {
    assert.deepEqual(
      read('<Error><Code>NoSuchKey</Code><Resource>img-1250000000.cos.ap-beijing.myqcloud.com/a</Resource></Error>'),
      [],
    );
    assert.deepEqual(read(xml('XXX')), []);
  });
});
