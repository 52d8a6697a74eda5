import { testRule } from '../../../../test/rule-tester.js';

const of = (resource: string): string =>
  `{"statement":[{"effect":"allow","action":"cmqqueue:*","resource":"${resource}"}]}`;
const when = (value: string): string =>
  `{"statement":[{"effect":"allow","action":"vpc:*","resource":"*","condition":{"string_equal":{"qcs:create_uin":${value}}}}]}`;

testRule('unknown-variable', {
  valid: [
    of('*'),
    of('qcs::cmqqueue:::queueName/uin/${uin}/*'),
    of('qcs::cmqqueue:::queueName/uin/${owner_uin}/${app_id}'),
    of('qcs::cmqqueue:::queueName/$x/{y}/${'),
    when('["${uin}", 1]'),
  ],
  invalid: [
    {
      text: of('qcs::cmqqueue:::queueName/uin/«${Uin}»/*'),
      messages: ['near'],
      severity: 'warning',
      says: '"uin"',
      fixed: null,
      suggested: [of('qcs::cmqqueue:::queueName/uin/${uin}/*')],
    },
    {
      text: of('qcs::cmqqueue:::queueName/uin/«${OwnerUin}»/*'),
      messages: ['near'],
      suggested: [of('qcs::cmqqueue:::queueName/uin/${owner_uin}/*')],
    },
    {
      text: of('qcs::cmqqueue:::queueName/uin/«${appid}»/*'),
      messages: ['near'],
      suggested: [of('qcs::cmqqueue:::queueName/uin/${app_id}/*')],
    },
    {
      text: of('qcs::cmqqueue:::queueName/uin/«${createUin}»/*'),
      messages: ['near'],
      suggested: [of('qcs::cmqqueue:::queueName/uin/${uin}/*')],
    },
    { text: of('qcs::cvm:::instance/«${var.id}»'), messages: ['unknown'], suggested: [] },
    {
      text: of('qcs::cvm:«${region}»:uin/«${uin}»:instance/«${InstanceId}»'),
      messages: ['unknown', 'place', 'unknown'],
      says: 'does not replace "${region}": it knows no such variable',
    },
    { text: of('qcs::cvm::uin/«${OwnerUin}»:*'), messages: ['place'], suggested: [of('qcs::cvm:::*')] },
    { text: of('qcs::cos:::bucket-1/«${uin}»/*'), messages: ['object'], says: 'COS', suggested: [] },
    { text: of('qcs::cos:::examplebucket-«${appid}»/*'), messages: ['object'], suggested: [] },
    { text: of('«${resource}»'), messages: ['unknown'] },
    { text: when('["«${Uin}»"]'), messages: ['near'], suggested: [when('["${uin}"]')] },
    {
      text: '{"statement":[{"principal":{"qcs":["qcs::cam::uin/«${OwnerUin}»:root"]},"effect":"allow","action":"sts:AssumeRole"}]}',
      messages: ['place'],
    },
  ],
});
