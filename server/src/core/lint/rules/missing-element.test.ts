import { testRule } from '../../../../test/rule-tester.js';

const whole = '"effect":"allow","action":"mps:*","resource":"*"';

testRule('missing-element', {
  valid: [
    `{"version":"2.0","statement":[{${whole}}]}`,
    `{"Version":"2.0","Statement":[{${whole}}]}`,
    // A role's trust policy has no resource.
    '{"version":"2.0","statement":[{"effect":"allow","principal":{"service":"cvm.qcloud.com"},"action":"name/sts:AssumeRole"}]}',
    '{"version":"2.0","principal":{"service":"cvm.qcloud.com"},"statement":{"effect":"allow","action":["sts:AssumeRole"]}}',
    // Half-written: nothing is said of what is still open.
    '{"version":"2.0","statement":[{"effect":"allow"',
    '',
    '[]',
    // Another rule says what to rename, or what to write instead.
    '{"version":"2.0","statement":[{"effect":"allow","actions":"mps:*","resource":"*"}]}',
    '{"version":"2.0","statement":[{"effect":"allow","NotAction":"mps:*","resource":"*"}]}',
    '{"version":"2.0","statment":[]}',
    ...['not_action', 'no_action', 'noaction', 'No-Action', 'NotActions', ' notaction '].map(
      (key) => `{"version":"2.0","statement":[{"effect":"allow","${key}":"mps:*","resource":"*"}]}`,
    ),
    '{"version":"2.0","statement":[{"effect":"allow","action":"mps:*","not_resource":"*"}]}',
  ],
  invalid: [
    {
      text: `«{»"statement":[{${whole}}]}`,
      messages: ['policy'],
      says: 'no `version`',
      fixed: `{"version": "2.0", "statement":[{${whole}}]}`,
    },
    { text: '«{»}', messages: ['policy', 'policy'].map(() => 'policy') },
    {
      text: `{\n  "version": "2.0",\n  "statement": [\n    «{»\n      "effect": "allow",\n      "resource": "*"\n    }\n  ]\n}`,
      messages: ['statement'],
      says: '`action`',
      fixed: null,
      suggested: [
        `{\n  "version": "2.0",\n  "statement": [\n    {\n      "effect": "allow",\n      "action": [],\n      "resource": "*"\n    }\n  ]\n}`,
      ],
    },
    {
      text: '{"version":"2.0","statement":[«{»"effect":"allow","action":"sts:AssumeRole"}]}',
      messages: ['statement'],
      says: '`resource`',
      suggested: ['{"version":"2.0","statement":[{"effect":"allow","action":"sts:AssumeRole", "resource": []}]}'],
    },
    // What follows the colon may be its value all the same.
    {
      text: '{"version":"2.0","statement":[«{»"effect":"allow","action":}]}',
      messages: ['statement'],
      fixed: null,
      suggested: [],
    },
    {
      text: '{"version":"2.0","statement":[«{»"effect":"allow","principal":{"qcs":["*"]},"action":"cos:GetObject"}]}',
      messages: ['statement'],
    },
  ],
});
