import { testRule } from '../../../../test/rule-tester.js';

const policy = (action: string): string => `{"statement":[{"action":[${action}]}]}`;

testRule('wildcard-service', {
  valid: [
    policy('"*","*:*","name/*:*","name/*","mps:*","permid/1"'),
    policy('"mp*"'),
    '{"statement":[{"resource":"qcs::*:::*"}]}',
  ],
  invalid: [
    {
      text: policy('"«*»:Untag*"'),
      messages: ['wildcard'],
      severity: 'error',
      says: '`*:Untag*`',
      fixed: null,
      suggested: [],
    },
    {
      text: policy('"name/«*mq*»:SendMessage"'),
      messages: ['wildcard'],
      suggested: [policy('"name/cmqqueue:SendMessage"')],
    },
    {
      text: '{"statement":[{"action":"«c*»:Describe*"}]}',
      messages: ['wildcard'],
      suggested: ['{"statement":[{"action":"cvm:Describe*"}]}'],
    },
    {
      text: '{"statement":[{"action":"«m*»:*"}]}',
      messages: ['wildcard'],
      suggested: ['{"statement":[{"action":"mps:*"}]}'],
    },
    {
      text: '{"statement":[{"action":"«c*m»:*"}]}',
      messages: ['wildcard'],
      suggested: ['{"statement":[{"action":["cam:*","cvm:*"]}]}'],
    },
    { text: policy('"cam:*", "«c*m»:*"'), messages: ['wildcard'], suggested: [policy('"cam:*", "cvm:*"')] },
    { text: policy('"«c*m»:*", "*:*"'), messages: ['wildcard'], suggested: [policy('"cam:*", "cvm:*", "*:*"')] },
  ],
});
