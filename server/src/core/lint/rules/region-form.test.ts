import { testRule } from '../../../../test/rule-tester.js';

const of = (resource: string): string =>
  `{"statement":[{"effect":"allow","action":"cvm:DescribeInstances","resource":"${resource}"}]}`;

testRule('region-form', {
  valid: [
    of('*'),
    of('qcs::cvm:ap-guangzhou::*'),
    of('qcs::cvm:::*'),
    of('qcs::cmqqueue:gz::*'),
    of('qcs::cmqqueue:nowhere::*'),
    of('qcs::nosuch:gz::*'),
    of('qcs::trtc::uin/1:*'),
    // No modern name is known.
    of('qcs::cvm:st::*'),
    of('qcs::cvm:cn-south::*'),
  ],
  invalid: [
    {
      text: of('qcs::cvm:«gz»::*'),
      messages: ['modern'],
      severity: 'hint',
      fixed: null,
      suggested: [of('qcs::cvm:ap-guangzhou::*')],
    },
    {
      text: of('qcs::cmqqueue:«ap-guangzhou»::*'),
      messages: ['short'],
      severity: 'information',
      says: '"gz"',
      suggested: [of('qcs::cmqqueue:gz::*')],
    },
    { text: of('qcs::trtc:«ap-guangzhou»:uin/1:*'), messages: ['none'], suggested: [of('qcs::trtc::uin/1:*')] },
    { text: of('qcs::trtc:«gz»:uin/1:*'), messages: ['none'], suggested: [of('qcs::trtc::uin/1:*')] },
  ],
});
