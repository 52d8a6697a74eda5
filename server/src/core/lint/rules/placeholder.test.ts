import { testRule } from '../../../../test/rule-tester.js';

const of = (resource: string): string =>
  `{"statement":[{"effect":"allow","action":"cvm:DescribeInstances","resource":"${resource}"}]}`;

const when = (key: string, value: string): string =>
  `{"statement":[{"effect":"allow","action":"*","resource":"*","condition":{"string_equal":{"${key}":${value}}}}]}`;

testRule('placeholder', {
  valid: [
    when('qcs:ip', '["10.0.0.0/8"]'),
    when('cos:prefix', '["docs/xxx/*", "${uin}", true]'),
    when('qcs:resource_tag', '"env&prod"'),
    of('*'),
    of('qcs::cvm:gz:uin/12345678:instance/*'),
    of('qcs::cvm:gz:uin/${uin}:instance/${InstanceId}'),
    of('qcs::cos:gz:uid/1250000000:bucket-1250000000/xxx/dir/**'),
    of('qcs::cvm:gz::instance/ins-*'),
    of('qcs::cos:gz:uid/1:yourself-1/*'),
    of('qcs::cvm:gz::instance/prefixxx'),
  ],
  invalid: [
    {
      text: of('qcs::cos:«<Region>»:uid/«<APPID>»:«<Bucket>»/*'),
      messages: ['left'],
      severity: 'warning',
      says: '"<Region>"',
      fixed: null,
    },
    { text: of('qcs::cvm:«$region»:«$account»:instance/«$instanceId»'), messages: ['left'] },
    { text: of('qcs::scf:gz:uin/«******»:namespace/default'), messages: ['left'] },
    { text: of('qcs::cls:gz:«100007***827»:logset/«1c01-****-7342»'), messages: ['left'] },
    { text: of('qcs::iot:gz:uin/«your_uid»:project/«your-project-id»/«yourName»'), messages: ['left'] },
    { text: of('qcs::apigw:gz:uin/«{ownerUin}»:service/1'), messages: ['left'] },
    { text: of('qcs::cvm:gz:uin/«10000xxxxxxx»:instance/«ins-xxxx1»'), messages: ['left'] },
    { text: of('«<resource>»'), messages: ['left'] },
    { text: when('qcs:current_time', '"«<expiry in UTC>»"'), messages: ['left'] },
    { text: when('qcs:ip', '["10.0.0.1", "«<your ip>»"]'), messages: ['left'] },
    {
      text: '{"principal":{"qcs":["qcs::cam::uin/«<your account>»:root"]},"statement":[]}',
      messages: ['left'],
    },
  ],
});
