import { testRule } from '../../../../test/rule-tester.js';
import { shippedCatalogue } from '../../../../test/shipped-catalogue.js';

const of = (resource: string): string =>
  `{"statement":[{"effect":"allow","action":"cvm:DescribeInstances","resource":"${resource}"}]}`;

testRule('resource-id', {
  catalogue: shippedCatalogue,
  valid: [
    of('*'),
    of('qcs::trtc::uin/1:sdkappid/1400000000'),
    of('qcs::trtc::uin/1:sdkappid/14*'),
    of('qcs::trtc::uin/1:sdkappid/*'),
    of('qcs::trtc::uin/1:*'),
    of('qcs::cmqqueue:gz::queueName/uin/100000000001/orders'),
    of('qcs::cmqqueue:gz::queueName/uin/100000000001/*'),
    of('qcs::cmqqueue:gz::queueName/uin/*'),
    of('qcs::cmqqueue:gz::queueName/*'),
    of('qcs::cvm:::instance/ins-1a2b3c4d'),
    of('qcs::cvm:::instance/ins-*'),
    of('qcs::cvm:::instance/i*'),
    // Older ids.
    of('qcs::cvm:bj:uin/164256472:instance/i-15931881scv4'),
    of('qcs::vpc:sh::pcx/2341'),
    of('qcs::cls:gz::logset/1c012db7-2cfd-4418-0000-7342c7a42516'),
    // How ids of these look is not known, or they are names.
    of('qcs::iai:::groupid/test'),
    of('qcs::tdmq:::environmentId/default'),
    of('qcs::tcr:::repo/team'),
    // TCR's own samples.
    of('qcs::tcr:::repository/tcr-1a2b3c4d'),
    of('qcs::tcr:::repository/tcr-1a2b3c4d/team/app'),
    // Variables and placeholders are told of elsewhere.
    of('qcs::trtc::uin/1:sdkappid/${SdkAppId}'),
    of('qcs::trtc::uin/1:sdkappid/$SdkAppId'),
    of('qcs::trtc::uin/1:sdkappid/<SdkAppId>'),
    of('qcs::cmqqueue:gz::queueName/uin/${uin}/orders'),
    of('qcs::cmqqueue:gz::queueName/uin/<uin>/orders'),
    of('qcs::cvm:::instance/your-instance'),
    of('qcs::cvm:::instance/****'),
    // Other rules' business.
    of('qcs::trtc::uin/1:room/abc'),
    of('qcs::cmqqueue:gz::queueName/abc/orders'),
    of('qcs::nosuch:::instance/name'),
    of('qcs::cvm:gz:instance:name'),
    of('qcs::cvm:::instance/ ins-1'),
    // A bucket itself, and a directory of objects.
    of('qcs::cos:ap-guangzhou:uid/1250000000:examplebucket-1250000000'),
    of('qcs::cos:ap-guangzhou:uid/1250000000:examplebucket-1250000000/'),
  ],
  invalid: [
    {
      text: of('qcs::trtc::uin/1:sdkappid/«abc»'),
      messages: ['number'],
      severity: 'information',
      says: 'SdkAppId is a number and "abc" is not',
      fixed: null,
    },
    { text: of('qcs::trtc::uin/1:sdkappid/«my-app»'), messages: ['number'] },
    { text: of('qcs::trtc::uin/1:sdkappid/«a*»'), messages: ['number'] },
    { text: of('qcs::vod::uin/1:subAppId/«app»'), messages: ['number'] },
    {
      text: of('qcs::trtc::uin/1:«sdkappid/»'),
      messages: ['missing'],
      says: 'SdkAppId is missing',
      suggested: [of('qcs::trtc::uin/1:sdkappid/*')],
    },
    { text: of('qcs::trtc::uin/1:«sdkappid»'), messages: ['missing'], suggested: [of('qcs::trtc::uin/1:sdkappid/*')] },
    // A service that is not known as a whole may take a directory.
    {
      text: of('qcs::cvm:::«instance/»'),
      messages: ['missing'],
      severity: 'hint',
      suggested: [of('qcs::cvm:::instance/*')],
    },
    {
      text: of('qcs::cvm:::instance«/»/ins-1a2b3c4d'),
      messages: ['gap'],
      severity: 'information',
      says: 'is empty here',
    },
    { text: of('qcs::cmqqueue:gz::queueName/uin/«abc»/orders'), messages: ['uin'], severity: 'information' },
    { text: of('qcs::cmqqueue:gz::queueName/uin«/»/orders'), messages: ['empty'], says: 'is empty here' },
    { text: of('qcs::cmqtopic:gz::topicName/uin/«abc»/*'), messages: ['uin'] },
    { text: of('qcs::cam::uin/100000000001:uin/«alice»'), messages: ['uin'] },
    {
      text: of('qcs::cmqqueue:gz::«queueName/uin/100000000001»'),
      messages: ['missing'],
      says: 'QueueName is missing here. To mean all of them, write `queueName/uin/100000000001/*`',
      suggested: [of('qcs::cmqqueue:gz::queueName/uin/100000000001/*')],
    },
    { text: of('qcs::cmqtopic:gz::«topicName/uin/100000000001/»'), messages: ['missing'], says: 'TopicName' },
    {
      text: of('qcs::cvm:ap-guangzhou::instance/«web-server»'),
      messages: ['name'],
      severity: 'information',
      says: 'begin with `ins-`',
    },
    {
      text: of('qcs::cvm:::instance/«ins-1a2b3c4d,ins-2b3c4d5e»'),
      messages: ['several'],
      says: 'Write a resource for each',
    },
    { text: of('qcs::trtc::uin/1:sdkappid/«1400000000 1400000001»'), messages: ['several'] },
    { text: of('qcs::cvm:ap-guangzhou::instance/«web-server-01»'), messages: ['name'] },
    { text: of('qcs::vpc:ap-guangzhou::subnet/«vpc-1a2b3c4d»'), messages: ['name'] },
    { text: of('qcs::tcr:::repository/«team»/app'), messages: ['name'] },
    { text: of('qcs::cdb:::instanceId/«orders»'), messages: ['name'], says: '`cdb-`, `cdbro-`' },
  ],
});
