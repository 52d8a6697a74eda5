import { testRule } from '../../../../test/rule-tester.js';

const policy = (action: string): string => `{"statement":[{"action":[${action}]}]}`;

testRule('mixed-action-form', {
  valid: [
    policy('"mps:ProcessMedia","mps:*","*","permid/1"'),
    policy('"name/mps:ProcessMedia","name/mps:*","*","permid/1","name/*:*"'),
    policy('"name/mps:ProcessMedia","mps"'),
    '',
  ],
  invalid: [
    {
      text: policy('"mps:EditMedia","«name/»mps:ProcessMedia","trtc:*"'),
      messages: ['with'],
      severity: 'hint',
      fixed: policy('"mps:EditMedia","mps:ProcessMedia","trtc:*"'),
    },
    {
      text: policy('"name/mps:EditMedia",«"mps:ProcessMedia"»,"name/trtc:*"'),
      messages: ['without'],
      fixed: policy('"name/mps:EditMedia","name/mps:ProcessMedia","name/trtc:*"'),
    },
    // A tie, over two statements.
    {
      text: '{"statement":[{"action":"«name/»mps:*"},{"action":"trtc:*"}]}',
      messages: ['with'],
      fixed: '{"statement":[{"action":"mps:*"},{"action":"trtc:*"}]}',
    },
    { text: policy('"*:*","«name/»*:*"'), messages: ['with'], fixed: policy('"*:*","*:*"') },
  ],
});
