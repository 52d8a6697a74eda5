import { testRule } from '../../../../test/rule-tester.js';

const of = (account: string, service = 'cvm'): string =>
  `{"statement":[{"effect":"allow","action":"cvm:DescribeInstances","resource":"qcs::${service}:gz:${account}:a/b"}]}`;

const bucket = (account: string): string => of(account, 'cos').replace('a/b', 'examplebucket-1250000000/*');

testRule('invalid-account', {
  valid: [
    ...[
      '',
      'uin/12345678',
      'uin/',
      'uin/-1',
      '*',
      'uin/*',
      'uin/${uin}',
      'uin/$uin',
      'uin/****',
      '$account',
      'uin-xxx',
      '100007***827',
      '16xxx472',
      'UIN/<account>',
    ].map((account) => of(account)),
    of('uid/1250000000', 'cos'),
    of('uid/1250000000', 'cas'),
    of('uid/1250000000', 'nosuch'),
    '{"statement":[{"effect":"allow","action":"cvm:*","resource":["*","qcs::cvm:gz","qcs::cvm:gz:instance:ins-1","qcs::cam::anyone:anyone"]}]}',
  ],
  invalid: [
    { text: of('«12345678»'), messages: ['prefix'], severity: 'warning', fixed: of('uin/12345678') },
    { text: of('«1250000000»', 'cos'), messages: ['prefix'], fixed: of('uid/1250000000', 'cos') },
    // Nine or ten digits may be the APPID, too, and twelve are none.
    { text: of('«1250000000»'), messages: ['which'], fixed: null, suggested: [of('uin/1250000000'), of('')] },
    {
      text: of('«100000000001»', 'cos'),
      messages: ['root'],
      says: 'is the number of an account',
      fixed: null,
      suggested: [of('', 'cos')],
    },
    { text: of('«uin12345678»'), messages: ['slash'], fixed: of('uin/12345678') },
    { text: of('«UIN/12345678»'), messages: ['case'], fixed: of('uin/12345678') },
    { text: of('«uid/1250000000»'), messages: ['uid'], says: '`cvm`', fixed: null, suggested: [of('')] },
    { text: of('«uin/12345678»', 'cos'), messages: ['uin'], fixed: null, suggested: [of('', 'cos')] },
    // The name of a bucket shows whose it is.
    ...[
      'uin/100000000001',
      'uin/',
      'uin/1000****3456',
      '1000****3456',
      '100000000001',
      '1250000000',
      'uid/root',
      'owner',
    ].map((account) => ({
      text: bucket(`«${account}»`),
      messages: [
        account.startsWith('1000')
          ? 'root'
          : account.startsWith('1')
            ? 'prefix'
            : account === 'owner'
              ? 'form'
              : account === 'uid/root'
                ? 'number'
                : 'uin',
      ],
      fixed: bucket('uid/1250000000'),
    })),
    // Of two APPIDs either may be the slip.
    {
      text: bucket('«1250000001»'),
      messages: ['prefix'],
      fixed: null,
      suggested: [bucket('uid/1250000000'), bucket('')],
    },
    ...['uid/1250000000,1250000001', 'uin/100000000001 uin/100000000002', 'uid/1250000000;uid/1250000001'].map(
      (account) => ({
        text: bucket(`«${account}»`),
        messages: ['number'],
        fixed: null,
        suggested: [bucket('uid/1250000000')],
        preferred: [false],
      }),
    ),
    { text: of('«uin/root»'), messages: ['number'], suggested: [of('')] },
    { text: of('«ownerUin»'), messages: ['form'], suggested: [of('')] },
  ],
});

// The configuration tells whose policies they are.
testRule('invalid-account', {
  account: { uin: '100000000001', appid: '1250000000' },
  valid: [],
  invalid: [
    {
      text: '{"statement":[{"effect":"allow","action":"mps:EditMedia","resource":"qcs::mps::«uin/me»:media/1"}]}',
      messages: ['number'],
      suggested: [
        '{"statement":[{"effect":"allow","action":"mps:EditMedia","resource":"qcs::mps:::media/1"}]}',
        '{"statement":[{"effect":"allow","action":"mps:EditMedia","resource":"qcs::mps::uin/100000000001:media/1"}]}',
      ],
    },
    {
      text: '{"statement":[{"effect":"allow","action":"cos:GetObject","resource":"qcs::cos:ap-guangzhou:«uid/me»:*"}]}',
      messages: ['number'],
      suggested: [
        '{"statement":[{"effect":"allow","action":"cos:GetObject","resource":"qcs::cos:ap-guangzhou::*"}]}',
        '{"statement":[{"effect":"allow","action":"cos:GetObject","resource":"qcs::cos:ap-guangzhou:uid/1250000000:*"}]}',
      ],
    },
  ],
});
