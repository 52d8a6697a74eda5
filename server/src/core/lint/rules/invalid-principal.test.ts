import { testRule } from '../../../../test/rule-tester.js';

const of = (principal: string): string =>
  `{"statement":[{"principal":${principal},"effect":"allow","action":"sts:AssumeRole"}]}`;

testRule('invalid-principal', {
  valid: [
    of('"*"'),
    of('{"qcs":"*"}'),
    of(
      '{"qcs":["qcs::cam::uin/1:uin/2","qcs::cam::uin/1:root","qcs::cam::uin/1:groupid/3","qcs::cam::uin/1:roleName/r"]}',
    ),
    of('{"qcs":["qcs::cam::anonymous:anonymous","qcs::cam::anyone:anyone","qcs::cam::uin/1:service/cdn"]}'),
    of('{"qcs":["qcs::sts::uin/1:assumed-role/r/s"]}'),
    of('{"service":"cvm.qcloud.com"}'),
    of('{"service":["ekslog.tke.cloud.tencent.com","asr.cloud.tencent.com"]}'),
    of('{"federated":["qcs::cam::uin/1:saml-provider/idp","qcs::cam::uin/1:oidc-provider/idp"]}'),
    of('{"qcs":["qcs::cam::uin/<account>:root","qcs::cam::uin/${uin}:root","qcs::cam::uin/****:uin/1"]}'),
    // Wrong types and empty values are other rules'.
    of('["*"]'),
    of('{"qcs":[1,""]}'),
    of('""'),
  ],
  invalid: [
    {
      text: of('{«"QCS"»:["qcs::cam::uin/1:uin/2"]}'),
      messages: ['key-near'],
      severity: 'error',
      fixed: of('{"qcs":["qcs::cam::uin/1:uin/2"]}'),
    },
    // Mended, it lets everyone in.
    { text: of('{«"QCS"»:["*"]}'), messages: ['key-near'], fixed: null, suggested: [of('{"qcs":["*"]}')] },
    { text: of('{"qcs":[«" *"»]}'), messages: ['blanks'], fixed: null, suggested: [of('{"qcs":["*"]}')] },
    { text: of('{«"AWS"»:["*"]}'), messages: ['key-near'], fixed: null, suggested: [of('{"qcs":["*"]}')] },
    {
      text: of('{«"services"»:["cvm.qcloud.com"]}'),
      messages: ['key-near'],
      suggested: [of('{"service":["cvm.qcloud.com"]}')],
    },
    { text: of('{«"CanonicalUser"»:["*"]}'), messages: ['key'], fixed: null },
    {
      text: of('«"qcs::cam::uin/1:root"»'),
      messages: ['bare'],
      fixed: null,
      suggested: [of('{ "qcs": ["qcs::cam::uin/1:root"] }')],
    },
    { text: of('«"cvm.qcloud.com"»'), messages: ['bare'], suggested: [of('{ "service": ["cvm.qcloud.com"] }')] },
    {
      text: of('{"qcs":[«"qcs::cam::uin/1: uin/2"»]}'),
      messages: ['blanks'],
      fixed: of('{"qcs":["qcs::cam::uin/1:uin/2"]}'),
    },
    {
      text: of('{"qcs":[«"12345678"»,«"qcs::cvm::uin/1:uin/2"»,«"qcs::cam:uin/1:root"»]}'),
      messages: ['qcs'],
      says: 'Not a user, group or role',
    },
    { text: of('{"qcs":[«"qcs::cam::uin/1:uin/3232/myqueue"»]}'), messages: ['qcs'], severity: 'error' },
    { text: of('{"qcs":[«"qcs::cam::uin/1:team/3"»]}'), messages: ['other'], severity: 'warning' },
    {
      text: of('{"service":[«"cvm"»]}'),
      messages: ['service'],
      severity: 'error',
      suggested: [of('{"service":["cvm.qcloud.com"]}')],
    },
    {
      text: of('{"service":[«"ec2.amazonaws.com"»]}'),
      messages: ['host'],
      fixed: null,
      suggested: [of('{"service":["cvm.qcloud.com"]}'), of('{"service":["cvm.cloud.tencent.com"]}')],
    },
    { text: of('{"service":[«"lambda.amazonaws.com"»]}'), messages: ['host'], severity: 'warning' },
    { text: of('{"federated":[«"qcs::cam::uin/1:root"»]}'), messages: ['federated'], severity: 'error' },
  ],
});
