import { testRule } from '../../../../test/rule-tester.js';

const policy = (action: string): string => `{"statement":[{"action":[${action}]}]}`;

testRule('wildcard-matches-nothing', {
  valid: [
    policy('"mps:*","mps:Process*","name/mps:*Media","mps:*e*i*a*","*","*:*"'),
    policy('"nosuch:Get*","mps:LaunchRocket","*:Nothing*"'),
  ],
  invalid: [
    {
      text: policy('"mps:«Launch*»"'),
      messages: ['none'],
      severity: 'warning',
      says: 'matches `Launch*`',
      fixed: null,
      suggested: [],
    },
    { text: policy('"name/mps:«process*»"'), messages: ['none'], suggested: [policy('"name/mps:Process*"')] },
    { text: policy('"mps:«Descibe*»"'), messages: ['none'], suggested: [policy('"mps:Describe*"')] },
    { text: policy('"mps:«DescibeTask*»"'), messages: ['none'], suggested: [policy('"mps:DescribeTask*"')] },
    { text: policy('"mps:«*media»"'), messages: ['none'], suggested: [] },
    { text: policy('"cvm:«Launch*»","cvm:«Launch*»"'), messages: ['unlisted'], severity: 'hint' },
  ],
});
