import { testRule } from '../../../../test/rule-tester.js';

const policy = (action: string): string => `{"statement":[{"action":[${action}]}]}`;

testRule('malformed-action', {
  valid: [
    policy('"mps:ProcessMedia","name/mps:*","*","*:*","name/*:*","name/*","permid/280655","cos:*Bucket*"'),
    // Another rule speaks of the wildcard, of the empty string and of the string without end.
    policy('"*:Untag*",""," "'),
    '{"statement":[{"action":["mps',
    // Named by one document, without an example.
    policy('"actionName/monitor"'),
    policy('1'),
    // Half an action: the other half stands behind the colon, for JSON on its own.
    policy('mps:Describe*'),
  ],
  invalid: [
    {
      text: policy('«"mps: ProcessMedia "»'),
      messages: ['blank'],
      severity: 'error',
      fixed: policy('"mps:ProcessMedia"'),
    },
    { text: policy('«"name/mps：*"»'), messages: ['width'], fixed: policy('"name/mps:*"') },
    { text: policy('«"ｍｐｓ:＊"»'), messages: ['width'], fixed: policy('"mps:*"') },
    { text: policy('«"permit/280655"»'), messages: ['permid'], fixed: policy('"permid/280655"') },
    { text: policy('«"Name/mps:ProcessMedia"»'), messages: ['other'], fixed: policy('"name/mps:ProcessMedia"') },
    { text: policy('«"mps::ProcessMedia"»'), messages: ['other'], fixed: policy('"mps:ProcessMedia"') },
    // Which of two words were meant to be one, only the person knows.
    {
      text: policy('«"mps:Process Media"»'),
      messages: ['blank'],
      fixed: null,
      suggested: [policy('"mps:ProcessMedia"')],
    },
    {
      text: policy('«"mps"»'),
      messages: ['no-colon'],
      says: '`mps` names no service',
      fixed: null,
      suggested: [policy('"mps:*"')],
    },
    { text: policy('«"mps.ProcessMedia"»'), messages: ['no-colon'], suggested: [policy('"mps:ProcessMedia"')] },
    {
      text: policy('"mps:EditMedia","trtc:*",«"ProcessMedia"»'),
      messages: ['no-colon'],
      suggested: [policy('"mps:EditMedia","trtc:*","mps:ProcessMedia"')],
    },
    { text: policy('«"Action"»'), messages: ['no-colon'], suggested: [] },
    { text: policy('«"mps:"»,«":ProcessMedia"»'), messages: ['half'], fixed: null, suggested: [] },
    {
      text: policy('«"mps:Describe?ask"»'),
      messages: ['wildcard'],
      severity: 'warning',
      fixed: null,
      suggested: [policy('"mps:Describe*ask"')],
    },
    { text: policy('«"qcs::mps:::*"»'), messages: ['resource'], fixed: null, suggested: [] },
    { text: policy(`«"mps${' '.repeat(6_000)}:*"»`), messages: ['other'], fixed: null, suggested: [] },
    { text: policy('«mps»'), messages: ['no-colon'], suggested: [policy('"mps:*"')] },
    { text: policy('«"mps:处理"»'), messages: ['other'], fixed: null },
    { text: '{"statement":[{"action":«"mps :*"»}]}', messages: ['blank'], fixed: '{"statement":[{"action":"mps:*"}]}' },
  ],
});
