import { testRule } from '../../../../test/rule-tester.js';

const policy = (action: string): string => `{"statement":[{"action":[${action}]}]}`;

testRule('deprecated-action', {
  valid: [
    policy('"trtc:DismissRoom","trtc:*","trtc:Describe*","*","nosuch:DescribeCallDetail","mps:DescribeCallDetail"'),
    // Both names are there, or a wildcard covers the newer one.
    policy('"trtc:DescribeCallDetail","name/trtc:DescribeCallDetailInfo"'),
    policy('"trtc:DescribeCallDetail","trtc:Describe*"'),
    policy('"trtc:DescribeCallDetail","*:*"'),
    policy('"trtc:DescribeCallDetailInfo"'),
  ],
  invalid: [
    {
      text: policy('«"trtc:DescribeCallDetail"»'),
      messages: ['renamed'],
      severity: 'information',
      says: 'not documented which of the two CAM checks',
      fixed: null,
      suggested: [policy('"trtc:DescribeCallDetail","trtc:DescribeCallDetailInfo"')],
    },
    {
      text: policy('"trtc:DismissRoom",\n  «"name/trtc:DescribeCallDetail"»,\n  "mps:Describe*"'),
      messages: ['renamed'],
      suggested: [
        policy(
          '"trtc:DismissRoom",\n  "name/trtc:DescribeCallDetail",\n  "name/trtc:DescribeCallDetailInfo",\n  "mps:Describe*"',
        ),
      ],
    },
    {
      text: '{"statement":[{"action":«"trtc:DescribeCallDetail"»}]}',
      messages: ['renamed'],
      suggested: ['{"statement":[{"action":["trtc:DescribeCallDetail","trtc:DescribeCallDetailInfo"]}]}'],
    },
  ],
});
