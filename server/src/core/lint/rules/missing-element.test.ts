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
    // One finding and one fix for all that is missing, in the order of the language.
    {
      text: '«{»}',
      messages: ['policy'],
      says: 'no `version` or `statement`;',
      fixed: null,
      suggested: ['{ "version": "2.0", "statement": [] }'],
      preferred: [true],
    },
    {
      text: '{"version":"2.0","statement":[«{»}]}',
      messages: ['statement'],
      says: 'no `effect`, `action` or `resource`;',
      fixed: null,
      suggested: ['{"version":"2.0","statement":[{ "effect": "allow", "action": [], "resource": [] }]}'],
      preferred: [true],
    },
    {
      text: '{\n  "version": "2.0",\n  "statement": [\n    «{»}\n  ]\n}',
      messages: ['statement'],
      suggested: [
        '{\n  "version": "2.0",\n  "statement": [\n    {\n      "effect": "allow",\n      "action": [],\n      "resource": []\n    }\n  ]\n}',
      ],
    },
    {
      text: '{"version":"2.0","statement":[«{»"action":"mps:*"}]}',
      messages: ['statement'],
      says: 'no `effect` or `resource`;',
      suggested: ['{"version":"2.0","statement":[{"effect": "allow", "action":"mps:*", "resource": []}]}'],
    },
    {
      text: '{"version":"2.0","statement":[«{»"resource":"*"}]}',
      messages: ['statement'],
      suggested: ['{"version":"2.0","statement":[{"effect": "allow", "action": [], "resource":"*"}]}'],
    },
    {
      text: '{"version":"2.0","statement":[\n  «{»\n    "effect": "deny"\n  }]}',
      messages: ['statement'],
      says: 'no `action` or `resource`;',
      suggested: [
        '{"version":"2.0","statement":[\n  {\n    "effect": "deny",\n    "action": [],\n    "resource": []\n  }]}',
      ],
    },
    // Where each action needs `*`, nothing else would do.
    {
      text: '{"version":"2.0","statement":[«{»"effect":"allow","action":"mps:EditMedia"}]}',
      messages: ['statement'],
      suggested: ['{"version":"2.0","statement":[{"effect":"allow","action":"mps:EditMedia", "resource": "*"}]}'],
    },
    // What another rule tells to rename is not missing besides.
    {
      text: '{"version":"2.0","statement":[«{»"actions":"mps:*"}]}',
      messages: ['statement'],
      says: 'no `effect` or `resource`;',
    },
    // Whether it hands out a role, and so has no resource, is not said yet.
    {
      text: '{"version":"2.0","statement":[«{»"effect":"allow","principal":{"service":"cvm.qcloud.com"}}]}',
      messages: ['statement'],
      says: 'no `action`;',
    },
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
    // A statement without its policy is put into one, with its version where that stands first or last.
    {
      text: `«{»${whole}}`,
      messages: ['bare'],
      says: 'a statement without its policy',
      fixed: `{"version": "2.0", "statement": [{${whole}}]}`,
    },
    {
      text: `«{»"version":"2.0",${whole}}`,
      messages: ['bare'],
      fixed: `{"version":"2.0","statement": [{${whole}}]}`,
    },
    {
      text: `«{»${whole},"version":"2.0"}`,
      messages: ['bare'],
      fixed: `{"statement": [{${whole}}],"version":"2.0"}`,
    },
    {
      text: '«{»"effect":"allow","version":"2.0","action":"mps:*"}',
      messages: ['policy'],
      fixed: null,
      suggested: [],
    },
    // A request of the API holds the policy, as a string or as it is.
    {
      text: `«{»"PolicyName":"a","PolicyDocument":${JSON.stringify(`{"version":"2.0","statement":[{${whole}}]}`)}}`,
      messages: ['inside'],
      says: '`PolicyDocument`',
      fixed: null,
      suggested: [`{"version":"2.0","statement":[{${whole}}]}`],
      preferred: [false],
    },
    {
      text: `«{»"policyDocument":{"version":"2.0","statement":[{${whole}}]},"policyName":"a"}`,
      messages: ['inside'],
      suggested: [`{"version":"2.0","statement":[{${whole}}]}`],
    },
    {
      text: `«{»"Response":{"PolicyDocument":${JSON.stringify(`{"version":"2.0","statement":[{${whole}}]}`)},"Type":1}}`,
      messages: ['inside'],
      suggested: [`{"version":"2.0","statement":[{${whole}}]}`],
    },
    { text: '«{»"description":"x"}', messages: ['policy'], preferred: [false] },
    // Of two it is open which is meant.
    { text: '«{»"a":{"statement":[]},"b":{"statement":[]}}', messages: ['policy'] },
  ],
});
