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

  it('have the key without the punctuation of the sentence around it', () => {
    const at = 'https://img-1250000000.cos.ap-beijing.myqcloud.com';
    for (const [path, key] of [
      ['/a%2Fb.txt: 403', 'a/b.txt'],
      ['/a%2Fb.txt; 403', 'a/b.txt'],
      ['/a%2Fb.txt, 403', 'a/b.txt'],
      ['/a%2Fb.txt) 403', 'a/b.txt'],
      ['/a%2Fb.txt): 403', 'a/b.txt'],
      ['/a%2Fb.txt] 403', 'a/b.txt'],
      ['/a(1).txt: 403', 'a(1).txt'],
      ['/a,b.txt: 403', 'a,b.txt'],
      ['/a[1].txt, 403', 'a[1].txt'],
      ['/a,b[1](2),c.txt] 403', 'a,b[1](2),c.txt'],
      ['/2024,01,02.csv 403', '2024,01,02.csv'],
      ['/a.txt,method=GET', 'a.txt'],
      ['/a.txt,https://b 403', 'a.txt'],
      ['/a.txt,code:403', 'a.txt'],
    ] as const)
      assert.equal(cosRefusalsIn(`GET ${at}${path} AccessDenied(Message: x)`)[0]?.key, key, path);
  });

  it('have the whole key that an answer names', () => {
    const at = 'img-1250000000.cos.ap-beijing.myqcloud.com/';
    const keyOf = (text: string): string | undefined => cosRefusalsIn(text)[0]?.key;
    const key = `a & b's "c" (1), d].png`;
    const escaped = key.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll("'", '&#39;');
    assert.equal(keyOf(xml(at + escaped)), key);
    assert.equal(keyOf(xml(`${at}&#x4E2D;.png`)), '中.png');
    assert.equal(keyOf(`{"Code":"AccessDenied","Resource":"${at}a (1), b's.png"}`), "a (1), b's.png");
    const copied = xml(`${at}a.png`).replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    assert.equal(keyOf(copied), 'a.png');
  });

  it('have no region where the host is that of global acceleration', () => {
    assert.deepEqual(read(xml('img-1250000000.cos.accelerate.myqcloud.com/a.png')), [
      ' 1250000000 img-1250000000/a.png GetObject',
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
