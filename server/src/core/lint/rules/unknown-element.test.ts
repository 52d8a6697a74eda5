import { testRule } from '../../../../test/rule-tester.js';

const policy = (member: string): string => `{"version":"2.0",${member}"statement":[]}`;
const statement = (member: string): string => `{"statement":[{"effect":"deny"${member}}]}`;

testRule('unknown-element', {
  valid: [
    policy('"principal":"*",'),
    policy('"Principal":"*",'),
    statement(',"action":"*","resource":"*","condition":{},"principal":{"qcs":["*"],"other":1}'),
    statement(',"Condition":{"anything":{"at":"all"}}'),
    '[{"what":1}]',
    // The COS console writes it into the policies of buckets.
    '{"statement":[{"effect":"allow","Sid":"a","principal":"*","action":"cos:GetObject","resource":"qcs::cos:::b-1250000000/*"}]}',
  ],
  invalid: [
    {
      text: statement(',«"actions"»:"*"'),
      messages: ['near'],
      severity: 'error',
      says: 'Did you mean `action`',
      fixed: null,
      suggested: [statement(',"action":"*"')],
    },
    { text: statement(',«" Action "»:"*"'), messages: ['near'], fixed: statement(',"action":"*"') },
    { text: '{«"statment"»:[]}', messages: ['near'], suggested: ['{"statement":[]}'] },
    // The name that was meant is there already.
    {
      text: statement(',"action":"*",«"actions"»:"*"'),
      messages: ['statement'],
      suggested: [statement(',"action":"*"')],
    },
    {
      text: statement(',«"Sid"»:"costs-1"'),
      messages: ['sid'],
      severity: 'information',
      fixed: null,
      suggested: [statement('')],
    },
    { text: statement(',«"NotAction"»:["cam:*"]'), messages: ['notAction'], says: '`deny` statement', suggested: [] },
    { text: statement(',«"notResource"»:"*"'), messages: ['notResource'] },
    { text: statement(',«"NotPrincipal"»:"*"'), messages: ['notPrincipal'] },
    { text: statement(',«"not_action"»:"*"'), messages: ['notAction'], says: '`not_action`', suggested: [] },
    { text: statement(',«"noactions"»:"*"'), messages: ['notAction'], suggested: [] },
    { text: statement(',«"not_condition"»:{}'), messages: ['notCondition'], suggested: [] },
    { text: policy('«"Id"»:"mine",'), messages: ['id'], suggested: [policy('')] },
    { text: policy('«"effect"»:"allow",'), messages: ['in-statement'] },
    { text: statement(',«"version"»:"2.0"'), messages: ['in-policy'] },
    // The quote before it would stay.
    { text: '{"statement":{“«efect»', messages: ['statement'], suggested: [] },
    { text: policy('«"description"»:"x",'), messages: ['policy'], suggested: [policy('')] },
  ],
});
