import { testRule } from '../../../../test/rule-tester.js';

const everyone = '"principal":{"qcs":["qcs::cam::uin/1:uin/2"]}';

testRule('unexpected-principal', {
  valid: [
    `{"statement":[{${everyone},"effect":"allow","action":"name/sts:AssumeRole"}]}`,
    `{"statement":[{${everyone},"effect":"allow","action":["name/cos:GetObject"],"resource":"*"}]}`,
    `{"statement":[{${everyone},"effect":"allow","action":"*","resource":"qcs::cos:gz:uid/1:b-1/*"}]}`,
    `{${everyone},"statement":[{"effect":"allow","action":"cos:*","resource":"*"},{"effect":"deny","action":"cvm:*","resource":"*"}]}`,
    `{${everyone},"statement":[]}`,
    `{"statement":[{${everyone},"effect":"allow","action":"*","resource":"*"}]}`,
    `{"statement":[{${everyone}}]}`,
    '{"statement":[{"effect":"allow","action":"cvm:*","resource":"*"}]}',
  ],
  invalid: [
    {
      text: `{"statement":[{«"principal"»:{"qcs":["qcs::cam::uin/1:uin/2"]},"effect":"allow","action":"cvm:*","resource":"*"}]}`,
      messages: ['unexpected'],
      severity: 'information',
      fixed: null,
      suggested: ['{"statement":[{"effect":"allow","action":"cvm:*","resource":"*"}]}'],
    },
    {
      text: `{"version":"2.0",«"principal"»:"*","statement":[{"effect":"allow","action":"cvm:*","resource":"*"}]}`,
      messages: ['unexpected'],
      suggested: ['{"version":"2.0","statement":[{"effect":"allow","action":"cvm:*","resource":"*"}]}'],
    },
    {
      text: `{"statement":[{"effect":"deny","action":["vpc:*","cvm:*"],"resource":"*",«"principal"»:{}}]}`,
      messages: ['unexpected'],
    },
  ],
});
