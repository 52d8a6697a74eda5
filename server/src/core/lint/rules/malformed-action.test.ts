import { testRule } from '../../../../test/rule-tester.js';
import { shippedCatalogue } from '../../../../test/shipped-catalogue.js';

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
      text: '{"statement":[{"action":«"cvm:StopInstances,cvm:StartInstances"»}]}',
      messages: ['several'],
      says: '2 actions stand in one string',
      suggested: ['{"statement":[{"action":["cvm:StopInstances", "cvm:StartInstances"]}]}'],
    },
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
    // Another statement's service counts, too; a service of the policy makes sure which one is meant, the use of others does not.
    {
      text: '{"statement":[{"action":"mps:EditMedia"},{"action":«"name/ProcessMedia"»}]}',
      messages: ['no-colon'],
      suggested: ['{"statement":[{"action":"mps:EditMedia"},{"action":"name/mps:ProcessMedia"}]}'],
      preferred: [true],
    },
    {
      text: policy('"mps:EditMedia",«"processmedia"»'),
      messages: ['no-colon'],
      suggested: [policy('"mps:EditMedia","mps:ProcessMedia"')],
      preferred: [false],
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

testRule('malformed-action', {
  catalogue: shippedCatalogue,
  valid: [],
  invalid: [
    {
      text: policy('«"PutObject"»'),
      messages: ['no-colon'],
      fixed: null,
      suggested: [policy('"cos:PutObject"'), policy('"cdcs:PutObject"')],
      preferred: [false, false],
    },
    // A service of the policy has it, and others; the most used ones come first.
    {
      text: policy('"mqtt:DescribeInstance",«"SendMessage"»'),
      messages: ['no-colon'],
      fixed: null,
      suggested: ['ckafka', 'cmqqueue', 'dataintegration', 'trocket'].map((service) =>
        policy(`"mqtt:DescribeInstance","${service}:SendMessage"`),
      ),
      preferred: [false, false, false, false],
    },
    {
      text: policy('"trocket:DescribeInstance",«"SendMessage"»'),
      messages: ['no-colon'],
      suggested: ['trocket', 'ckafka', 'cmqqueue', 'dataintegration'].map((service) =>
        policy(`"trocket:DescribeInstance","${service}:SendMessage"`),
      ),
    },
    // A service that another one succeeds is sure only where the policy names it.
    {
      text: policy('«"ClearQueue"»'),
      messages: ['no-colon'],
      suggested: [policy('"cmqqueue:ClearQueue"')],
      preferred: [false],
    },
    {
      text: policy('"cmqqueue:ListQueue",«"ClearQueue"»'),
      messages: ['no-colon'],
      suggested: [policy('"cmqqueue:ListQueue","cmqqueue:ClearQueue"')],
      preferred: [true],
    },
    // One service has it, though neither the policy names it nor many others do.
    {
      text: policy('"cos:PutObject",«"CreateRoom"»'),
      messages: ['no-colon'],
      fixed: null,
      suggested: [policy('"cos:PutObject","lcic:CreateRoom"')],
      preferred: [true],
    },
    {
      text: policy('«"createroom"»'),
      messages: ['no-colon'],
      fixed: null,
      suggested: [policy('"lcic:CreateRoom"')],
      preferred: [false],
    },
    { text: policy('«"Upload"»'), messages: ['no-colon'], suggested: [] },
  ],
});
