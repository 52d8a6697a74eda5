import { testRule } from '../../../../test/rule-tester.js';

const statement = '"Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::b/k"}]';
const converted =
  '"statement":[{"effect":"allow","action":["cos:GetObject","cos:HeadObject"],"resource":"qcs::cos:<region>:uid/<APPID>:b-<APPID>/k"}]';

testRule('foreign-policy', {
  valid: [
    '',
    '{}',
    '{"Version":"2012-10-17","Statement":[]}',
    '{"version":"2.0","statement":[{"effect":"allow","action":"*","resource":"*"}]}',
    // The COS console writes capitals.
    '{"Statement":[{"Principal":{"qcs":["*"]},"Effect":"Allow","Action":["name/cos:GetObject"],"Resource":["*"]}],"version":"2.0"}',
    '{"Statement":[{"Effect":"Allow","Action":["cos:GetObject"],"Resource":["*"]}]}',
    // A version copied from elsewhere, over a policy that is CAM's.
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["cos:GetObject"],"Resource":["*"],"Condition":{"StringEquals":{"aws:username":"a"}}}]}',
    '{"version":"2012-10-17","statement":[{"effect":"allow","action":["trtc:DismissRoom"],"resource":["*"]}]}',
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"qcs::cos:::b-1250000000/*"}]}',
    // Whoever has begun to convert by hand is told of each thing that is left.
    `{"version":"2.0",${statement}}`,
    // One sign is not enough, nor are those that several clouds share.
    '{"statement":[{"effect":"allow","action":"cdn:*","resource":"arn:aws:s3:::b/k"}]}',
    '{"Statement":[{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"StringEquals":{"qcs:uin":"1"}}}]}',
    '{"version":"1","statement":[{"effect":"allow","action":"cdn:*","resource":"*"}]}',
  ],
  invalid: [
    {
      text: `{"Version":«"2012-10-17"»,${statement}}`,
      messages: ['all'],
      severity: 'error',
      says: 'a policy of AWS',
      fixed: null,
      suggested: [`{"version":"2.0",${converted}}`],
    },
    {
      text: `{«"Statement"»${statement.slice('"Statement"'.length)}}`,
      messages: ['all'],
      suggested: [`{"version": "2.0", ${converted}}`],
    },
    {
      text: '{"Version":«"2012-10-17"»,"Statement":{"Effect":"Deny","NotAction":"iam:*","Resource":"*","Principal":{"AWS":"*"}}}',
      messages: ['some'],
      says: '(1): `NotAction`',
      suggested: [
        '{"version":"2.0","statement":{"effect":"deny","NotAction":"iam:*","resource":"*","principal":{"qcs":"*"}}}',
      ],
    },
    {
      text: '{"Version":«"1"»,"Statement":[{"Effect":"Allow","Action":["oss:ListBuckets","ecs:*"],"Resource":"*"}]}',
      messages: ['some'],
      says: 'a policy of Alibaba Cloud',
      suggested: [
        '{"version":"2.0","statement":[{"effect":"allow","action":["cos:GetService","ecs:*"],"resource":"*"}]}',
      ],
    },
    // Both clouds have an RDS: the one that more speaks for is named.
    {
      text: '{«"Statement"»:[{"Effect":"Allow","Action":["rds:*","ecs:*"],"Resource":"acs:rds:*:*:*","Condition":{"StringEquals":{"acs:a":"b"}}}]}',
      messages: ['some'],
      says: 'a policy of Alibaba Cloud',
    },
    // Names that stand there already are not written twice.
    {
      text: '{"Version":«"2012-10-17"»,"Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*","Condition":{"StringEquals":{"aws:SourceIp":"1.2.3.4"},"string_equal":{}}}]}',
      messages: ['some'],
      says: '(2): `StringEquals`, `string_equal`',
      suggested: [
        '{"version":"2.0","statement":[{"effect":"allow","action":"cos:*","resource":"*","condition":{"StringEquals":{"aws:SourceIp":"1.2.3.4"},"string_equal":{}}}]}',
      ],
    },
  ],
});
