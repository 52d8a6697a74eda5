import { testRule } from '../../../../test/rule-tester.js';

const of = (account: string, path: string, service = 'cos'): string =>
  `{"statement":[{"effect":"allow","action":"cos:GetObject","resource":"qcs::${service}:ap-guangzhou:${account}:${path}"}]}`;

testRule('bucket-owner', {
  valid: [
    of('uid/1250000000', 'examplebucket-1250000000/*'),
    of('uid/1250000000', '*'),
    of('', 'examplebucket-1250000000/*'),
    of('*', 'examplebucket-1250000000/*'),
    // The older form goes without the APPID behind the name.
    of('uid/1250000000', 'prefix//1250000000/examplebucket/*'),
    of('uid/1250000000', 'prefix//1250000000/*'),
    of('', 'prefix//1250000000/examplebucket/*'),
    of('uid/1250000000', 'prefix/examplebucket/*'),
    of('uid/8000001', 'Bucket1-8000001/dir/*'),
    // Not filled in, or not sure to be a whole name.
    of('uid/1250000000', '${bucket}/*'),
    of('uid/1250000000', '<BucketName-APPID>/*'),
    of('uid/1250000000', '{bucket}/*'),
    of('uid/1250000000', 'logs-*'),
    of('uid/1250000000', '*/a'),
    of('uid/12500****', 'examplebucket-1250000000/*'),
    of('uid/$appid', 'examplebucket-1250000000/*'),
    of('uid/<APPID>', 'examplebucket/*'),
    // Other rules tell of these.
    of('uin/100000000001', 'examplebucket-1250000000/*'),
    of('1250000000', 'examplebucket-1250000009/*'),
    of('uid/1250000000', 'examplebucket-1250000009.cos.ap-guangzhou.myqcloud.com/*'),
    of('uid/1250000000', 'vaults/v', 'cas'),
    of('uid/*', 'instance/1', 'cvm'),
    of('uid/1250000000', 'bucket/examplebucket-1250000000/*', 'ci'),
    of('uid/1250000000', 'bucket/examplebucket-1250000000/*'),
    of('uid/1250000000', 'bucket/*'),
    // A colon for a slash, and letters that no bucket has.
    of('uid/1250000000', 'examplebucket-1250000000:a'),
    of('uid/1250000000', 'examplebucket-1250000000:a/*'),
    of('uid/1250000000', 'example_bucket/*'),
    of('uid/1250000000', 'examplebucket,otherbucket-1250000000/*'),
    of('uid/1250000000,1250000001', 'examplebucket-1250000000/*'),
  ],
  invalid: [
    {
      text: of('«uid/1250000000»', 'examplebucket-1250000009/*'),
      messages: ['other'],
      severity: 'warning',
      says: 'belongs to APPID 1250000009, not to 1250000000',
      fixed: null,
      suggested: [
        of('uid/1250000009', 'examplebucket-1250000009/*'),
        of('uid/1250000000', 'examplebucket-1250000000/*'),
      ],
    },
    { text: of('«uid/1250000000»', '*-1250000009'), messages: ['other'] },
    {
      text: of('«uid/1250000000»', 'bucket/examplebucket-1250000009/*', 'ci'),
      messages: ['other'],
    },
    { text: of('«uid/1250000000»', 'examplebucket-1250000009', 'cdcs'), messages: ['other'] },
    {
      text: of('«uid/100000000001»', 'examplebucket-1250000000/*'),
      messages: ['root'],
      severity: 'warning',
      suggested: [of('uid/1250000000', 'examplebucket-1250000000/*')],
    },
    {
      text: of('«uid/1250000000»', 'prefix//1250000009/examplebucket/*'),
      messages: ['older'],
      severity: 'warning',
      suggested: [
        of('uid/1250000009', 'prefix//1250000009/examplebucket/*'),
        of('uid/1250000000', 'prefix//1250000000/examplebucket/*'),
      ],
      preferred: [false, false],
    },
    {
      text: of('«uid/100000000001»', 'prefix//1250000009/examplebucket/*'),
      messages: ['older'],
      suggested: [of('uid/1250000009', 'prefix//1250000009/examplebucket/*')],
    },
    // CI's form where COS is named.
    { text: of('«uid/1250000000»', 'bucket/examplebucket-1250000009/*'), messages: ['other'] },
    {
      text: of('uid/1250000000', '«examplebucket»/doc/*'),
      messages: ['short'],
      severity: 'information',
      says: '"examplebucket-1250000000"',
      fixed: null,
      suggested: [of('uid/1250000000', 'examplebucket-1250000000/doc/*')],
    },
    // A year, a day or a number of its own is no APPID.
    {
      text: of('uid/1250000000', '«logs-2026»/*'),
      messages: ['short'],
      suggested: [of('uid/1250000000', 'logs-2026-1250000000/*')],
    },
    {
      text: of('uid/1250000000', '«logs-20261126»/*'),
      messages: ['short'],
      suggested: [of('uid/1250000000', 'logs-20261126-1250000000/*')],
    },
    { text: of('', '«examplebucket»/*'), messages: ['short-open'], severity: 'information', suggested: [] },
    {
      text: of('«uid/*»', 'examplebucket-1250000000/*'),
      messages: ['any'],
      severity: 'information',
      suggested: [of('uid/1250000000', 'examplebucket-1250000000/*')],
    },
    { text: of('«uid/*»', '*'), messages: ['any-bucket'], suggested: [of('', '*')] },
    { text: of('«uid/*»', 'examplebucket/*'), messages: ['any-bucket'] },
  ],
});

// Whose account an empty one is, the configuration tells.
testRule('bucket-owner', {
  account: { appid: '1250000000' },
  valid: [
    of('', 'examplebucket-1250000000/*'),
    of('', '*'),
    of('', 'prefix//1250000000/examplebucket/*'),
    of('', '${bucket}/*'),
    of('*', 'examplebucket-1250000009/*'),
    of('uid/1250000009', 'examplebucket-1250000009/*'),
  ],
  invalid: [
    {
      text: of('', '«examplebucket-1250000009»/*'),
      messages: ['foreign'],
      severity: 'warning',
      says: 'whose APPID is 1250000000 according to cam-policy.config.json',
      fixed: null,
      suggested: [of('uid/1250000009', 'examplebucket-1250000009/*'), of('', 'examplebucket-1250000000/*')],
      preferred: [false, false],
    },
    {
      text: of('', 'prefix//«1250000009»/examplebucket/*'),
      messages: ['foreign'],
      suggested: [
        of('uid/1250000009', 'prefix//1250000009/examplebucket/*'),
        of('', 'prefix//1250000000/examplebucket/*'),
      ],
    },
  ],
});
