import { testRule } from '../../../../test/rule-tester.js';
import { shippedCatalogue } from '../../../../test/shipped-catalogue.js';

const policy = (...actions: string[]): string =>
  `{"statement":[{"effect":"allow","action":[${actions.join(', ')}],"resource":"*"}]}`;

testRule('missing-companion', {
  catalogue: shippedCatalogue,
  valid: [
    policy('"trtc:DismissRoom"'),
    // For the console.
    policy('"mps:ProcessMedia"', '"mps:DescribeUserInfo"', '"cam:GetRole"'),
    policy('"mps:*"', '"cam:GetRole"'),
    policy('"mps:*"', '"cam:Get*"'),
    // For an SDK.
    policy('"mps:ProcessMedia"', '"mps:RequestFromSdk"'),
    policy('"name/mps:Describe*"', '"mps:RequestFromSdk"'),
    policy('"*"'),
    // What is denied is not wanted.
    '{"statement":[{"effect":"allow","action":"mps:*","resource":"*"},{"effect":"deny","action":"cam:*","resource":"*"}]}',
    '{"statement":[{"effect":"deny","action":"mps:ProcessMedia","resource":"*"}]}',
    '{"statement":[{"effect":"allow","principal":"*","action":"mps:ProcessMedia","resource":"*"}]}',
  ],
  invalid: [
    {
      text: policy('«"mps:ProcessMedia"»', '"mps:EditMedia"'),
      messages: ['both'],
      severity: 'hint',
      says: '`mps:RequestFromSdk`',
      fixed: null,
      suggested: [
        policy('"mps:ProcessMedia"', '"mps:EditMedia"', '"cam:GetRole"', '"mps:DescribeUserInfo"'),
        policy('"mps:ProcessMedia"', '"mps:EditMedia"', '"mps:RequestFromSdk"'),
      ],
    },
    {
      text: policy('"trtc:DismissRoom"', '«"mps:*"»'),
      messages: ['console'],
      says: '`cam:GetRole`',
      suggested: [policy('"trtc:DismissRoom"', '"mps:*"', '"cam:GetRole"')],
    },
    {
      text: policy('«"mps:ProcessMedia"»', '"cam:GetRole"'),
      messages: ['both'],
      suggested: [
        policy('"mps:ProcessMedia"', '"cam:GetRole"', '"mps:DescribeUserInfo"'),
        policy('"mps:ProcessMedia"', '"cam:GetRole"', '"mps:RequestFromSdk"'),
      ],
    },
    {
      text: '{"statement":[{"effect":"allow","action":«"mps:ProcessMedia"»,"resource":"*","condition":{"ip_equal":{"qcs:ip":"10.0.0.1"}}}]}',
      messages: ['both'],
    },
  ],
});
