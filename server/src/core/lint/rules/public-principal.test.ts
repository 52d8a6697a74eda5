import { testRule } from '../../../../test/rule-tester.js';

const of = (principal: string, action: string, rest = ''): string =>
  `{"statement":[{"effect":"allow","principal":${principal},"action":"${action}","resource":"*"${rest}}]}`;

testRule('public-principal', {
  valid: [
    of('{"qcs":["qcs::cam::uin/1:uin/2"]}', 'cos:*'),
    of('{"service":["cos.qcloud.com"]}', 'cos:*'),
    '{"principal":"*","statement":[{"effect":"deny","action":"*","resource":"*"}]}',
    '{"statement":[{"effect":"allow","action":"cos:*","resource":"*"}]}',
    '{"statement":[{"effect":"nonsense","principal":"*","action":"cos:*","resource":"*"}]}',
  ],
  invalid: [
    {
      text: of('«"*"»', 'cos:GetObject'),
      messages: ['read'],
      severity: 'warning',
      says: 'everyone on the Internet',
      fixed: null,
    },
    { text: of('{"qcs":[«"qcs::cam::anyone:anyone"»,"*"]}', 'mps:DescribeTaskDetail'), messages: ['read'] },
    { text: of('{"qcs":[«"*"»]}', 'mps:ProcessMedia'), messages: ['write'], severity: 'warning' },
    { text: of('{"qcs":[«"qcs::cam::anonymous:anonymous"»]}', 'cos:*'), messages: ['write'] },
    { text: of('«"*"»', '*'), messages: ['write'] },
    { text: of('«"*"»', 'name/sts:AssumeRole'), messages: ['role'] },
    {
      text: of('«"*"»', 'cos:*', ',"condition":{"ip_equal":{"qcs:ip":"10.0.0.0/8"}}'),
      messages: ['condition'],
      severity: 'information',
    },
    { text: of('«"*"»', 'cos:*', ',"condition":{"ip_equal":{}}'), messages: ['write'] },
    // A misspelt key, or blanks, which are mended at once.
    { text: of('{"QCS":[«"*"»]}', 'mps:ProcessMedia'), messages: ['write'], severity: 'warning' },
    { text: of('{"qcs":[«" * "»]}', 'mps:ProcessMedia'), messages: ['write'] },
    { text: of('{"Qcs ":[«"*"»]}', 'name/cos:PutObject'), messages: ['keys'] },
    // As COS's tools for temporary keys write it.
    {
      text: of('{"qcs":[«"*"»]}', 'name/cos:PutObject'),
      messages: ['keys'],
      severity: 'information',
      says: 'whoever holds them',
    },
    {
      text: of('{"qcs":«"*"»}', 'name/cos:PutObject', ',"condition":{"numeric_less_than":{"cos:content-length":9}}'),
      messages: ['keys'],
    },
    // As COS's console writes a bucket's policy.
    {
      text: '{"Statement":[{"Effect":"allow","Principal":{"qcs":[«"*"»]},"Action":"cos:*","Resource":"*"}]}',
      messages: ['write'],
      severity: 'warning',
    },
    { text: of('{"qcs":[«"qcs::cam::anyone:anyone"»]}', 'cos:*'), messages: ['write'], severity: 'warning' },
    {
      text: '{"principal":«"*"»,"statement":[{"effect":"allow","action":"cos:GetObject","resource":"*"}]}',
      messages: ['read'],
    },
  ],
});
