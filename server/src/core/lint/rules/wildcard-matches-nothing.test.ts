import { testRule } from '../../../../test/rule-tester.js';
import { shippedCatalogue } from '../../../../test/shipped-catalogue.js';

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
  ],
});

// The shipped lists: of `cas`, `bgpip`, `finance` and `portal` little is known, `sts` is short and complete, `cvm` and `cos` are long.
testRule('wildcard-matches-nothing', {
  catalogue: shippedCatalogue,
  valid: [policy('"cas:Describe*","bgpip:Get*","finance:Describe*","portal:Get*","ccb:Get*"')],
  invalid: [
    { text: policy('"cvm:«Launch*»","cvm:Launch*"'), messages: ['unlisted'], severity: 'hint' },
    { text: policy('"cos:«Launch*»"'), messages: ['unlisted'], severity: 'hint' },
    { text: policy('"sts:«Launch*»"'), messages: ['none'], severity: 'warning' },
    {
      text: policy('"finance:«create*»"'),
      messages: ['unlisted'],
      severity: 'hint',
      suggested: [policy('"finance:Create*"')],
    },
  ],
});
