import { testRule } from '../../../../test/rule-tester.js';
import { shippedCatalogue } from '../../../../test/shipped-catalogue.js';

const of = (resource: string): string =>
  `{"statement":[{"effect":"allow","action":"cvm:DescribeInstances","resource":"${resource}"}]}`;

testRule('invalid-resource-path', {
  valid: [
    of('*'),
    of('qcs::trtc::uin/1:sdkappid/1400000000'),
    of('qcs::trtc::uin/1:*'),
    of('qcs::trtc::uin/1:sdkappid'),
    of('qcs::cmqqueue:gz::queueName/uin/${uin}/*'),
    of('qcs::cmqqueue:gz::queueName/*'),
    of('qcs::cvm:gz::<type>/1'),
    // No format is documented, or the service is not known.
    of('qcs::vod:::subAppId/1'),
    of('qcs::nosuch:::a/b'),
    of('qcs::cos:gz:uid/1:bucket-1/dir.myqcloud.com'),
    of('qcs::trtc:sdkapp/1'),
    of('qcs::trtc:gz:sdkappid:1'),
  ],
  invalid: [
    {
      text: of('qcs::cmqqueue:gz::«queueName/3232/myqueue»'),
      messages: ['lost'],
      severity: 'warning',
      says: 'queueName/uin/3232/myqueue',
      fixed: of('qcs::cmqqueue:gz::queueName/uin/3232/myqueue'),
    },
    {
      text: of('qcs::trtc::uin/1:«SdkAppId/1400000000»'),
      messages: ['near'],
      severity: 'warning',
      fixed: null,
      suggested: [of('qcs::trtc::uin/1:sdkappid/1400000000')],
    },
    {
      text: of('qcs::trtc::uin/1:«room/1»'),
      messages: ['unknown'],
      severity: 'warning',
      says: 'sdkappid/${SdkAppId}',
      suggested: [],
    },
    // Of an incomplete service there may be types that we do not know.
    { text: of('qcs::cvm:gz::«vpc/vpc-1»'), messages: ['unknown'], severity: 'hint' },
    {
      text: of('qcs::cos:gz:uid/125:«bucket-125.cos.ap-guangzhou.myqcloud.com/*»'),
      messages: ['host'],
      severity: 'warning',
      suggested: [of('qcs::cos:gz:uid/125:bucket-125/*')],
    },
  ],
});

const on = (action: string, resource: string): string =>
  `{"statement":[{"effect":"allow","action":${action},"resource":"${resource}"}]}`;

testRule('invalid-resource-path', {
  catalogue: shippedCatalogue,
  valid: [on('["tcr:PullRepositoryPersonal"]', 'qcs::tcr:::repo/team/app')],
  invalid: [
    // What each of the actions takes is documented, and this is none of it.
    {
      text: on('["as:AttachInstances","nonsense"]', 'qcs::as:ap-guangzhou::«room/1»'),
      messages: ['unknown'],
      severity: 'warning',
      says: 'It documents auto-scaling-group/',
    },
    { text: on('["cvm:TerminateInstances"]', 'qcs::cvm:gz::«room/1»'), messages: ['unknown'], severity: 'information' },
    // One of them may take it.
    {
      text: on('["cvm:TerminateInstances","cvm:*"]', 'qcs::cvm:gz::«room/vpc-1»'),
      messages: ['unknown'],
      severity: 'hint',
    },
    { text: on('["cvm:NoSuchAction"]', 'qcs::cvm:gz::«room/vpc-1»'), messages: ['unknown'], severity: 'hint' },
  ],
});
