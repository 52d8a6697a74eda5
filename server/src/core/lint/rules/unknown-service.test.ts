import { testRule } from '../../../../test/rule-tester.js';
import { shippedCatalogue } from '../../../../test/shipped-catalogue.js';

const policy = (action: string): string => `{"statement":[{"action":[${action}]}]}`;

const resource = (text: string): string => `{"statement":[{"resource":[${text}]}]}`;

const beside = (action: string, service: string): string =>
  `{"statement":[{"action":"${action}","resource":"qcs::«${service}»:gz::instance/*"}]}`;

testRule('unknown-service', {
  valid: [
    policy('"mps:ProcessMedia","consolevod:*","*","*:*","c*:x","permid/1","nonsense"'),
    // Only the case differs: another rule's business.
    policy('"MPS:ProcessMedia"'),
    resource('"qcs::cvm:ap-guangzhou:uin/1:instance/*","qcs:::::*","qcs::*:::*","*","qcs::nosuch"'),
    resource('"qcs::${var.service}:::*"'),
  ],
  invalid: [
    {
      text: policy('"«camqueue»:SendMessage"'),
      messages: ['near'],
      severity: 'warning',
      says: '`cmqqueue`',
      fixed: null,
      suggested: [policy('"cmqqueue:SendMessage"')],
    },
    // A short name is near to many; here the action tells.
    {
      text: policy('"name/«cmv»:runInstances"'),
      messages: ['near'],
      severity: 'warning',
      suggested: [policy('"name/cvm:runInstances"')],
    },
    { text: policy('"«cmv»:*"'), messages: ['unknown'], severity: 'hint', suggested: [] },
    { text: policy('"«cmv»:Nothing"'), messages: ['unknown'], severity: 'hint', suggested: [] },
    { text: policy('"«nosuch»:DoThing","nosuch:*"'), messages: ['unknown'], severity: 'hint', suggested: [] },
    {
      text: resource('"qcs:id/0:«camqueue»:gz::*"'),
      messages: ['near'],
      severity: 'warning',
      suggested: [resource('"qcs:id/0:cmqqueue:gz::*"')],
    },
    { text: resource('"qcs::«nosuch»:::*"'), messages: ['unknown'], severity: 'hint' },
    // Of a short name in a resource the action beside it tells, where it is a slip of the hand.
    ...['cmv', 'cvvm', 'cvms'].map((name) => ({
      text: beside('cvm:*', name),
      messages: ['near'],
      severity: 'warning' as const,
      suggested: [beside('cvm:*', 'cvm').replace(/[«»]/gu, '')],
    })),
    { text: beside('mps:*', 'cmv'), messages: ['unknown'], severity: 'hint' },
    { text: beside('cvm:*', 'cvn'), messages: ['unknown'], severity: 'hint' },
    { text: beside('cvm:*', 'cv'), messages: ['unknown'], severity: 'hint' },
  ],
});

// What another cloud calls otherwise is named in full where the service's abbreviation is not all that differs.
testRule('unknown-service', {
  catalogue: shippedCatalogue,
  valid: [policy('"cos:GetBucket"')],
  invalid: [
    {
      text: policy('"«s3»:ListBucket"'),
      messages: ['other-name'],
      fixed: null,
      suggested: [policy('"cos:GetBucket","cos:HeadBucket"'), policy('"cos:ListBucket"')],
    },
    { text: policy('"«s3»:PutObject"'), messages: ['other-name'], suggested: [policy('"cos:PutObject"')] },
    { text: policy('"«s3»:List*"'), messages: ['other-name'], suggested: [policy('"cos:List*"')] },
    { text: policy('"«ec2»:DescribeInstances"'), messages: ['other-name'], says: 'is `cvm` / `vpc` in Tencent Cloud' },
    {
      text: policy('"«oss»:ListBuckets"'),
      messages: ['other-name'],
      suggested: [policy('"cos:GetService"'), policy('"cos:ListBuckets"')],
    },
  ],
});
