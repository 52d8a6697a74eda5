import { createCatalogue } from '../../catalogue/index.js';
import { testRule } from '../../../../test/rule-tester.js';
import { tinySource } from '../../../../test/tiny-catalogue.js';

const policy = (action: string, resource = '"*"', more = ''): string =>
  `{"statement":[{"effect":"allow","action":${action},"resource":${resource}${more}}]}`;

const service = (names: { read?: string; write?: string }, more: object = {}) => ({
  service: 'x',
  product: { en: 'X', zh: 'X' },
  names,
  ...more,
});

testRule('service-wide-write', {
  valid: [
    policy('"cvm:Describe*"'),
    policy('"cvm:*"', '"qcs::cvm:::instance/ins-1"'),
    policy('"cvm:*"', '"qcs::mps:::*"'),
    policy('"cvm:*"', '"*"', ',"condition":{"ip_equal":{"qcs:ip":"10.0.0.1"}}'),
    policy('"*"'),
    policy('"nosuch:*"'),
    '{"statement":[{"effect":"deny","action":"cvm:*","resource":"*"}]}',
  ],
  invalid: [
    {
      text: policy('«"cvm:*"»'),
      messages: ['writes'],
      severity: 'hint',
      says: '2 changing actions on all resources. Name those that are needed. One that changes something is `cvm:RunInstances`',
      fixed: null,
      suggested: [policy('["cvm:Describe*"]').replace('["cvm:Describe*"]', '"cvm:Describe*"')],
    },
    {
      text: policy('[«"name/mps:*"»,"cvm:DescribeZones"]', '["qcs::mps:::*"]'),
      messages: ['writes'],
      suggested: [
        policy('["name/mps:Describe*","name/mps:ParseNotification","cvm:DescribeZones"]', '["qcs::mps:::*"]'),
      ],
    },
    // Once per policy.
    {
      text: `{"statement":[{"effect":"allow","action":[«"cvm:*"»,"trtc:*"],"resource":"*"},{"effect":"allow","action":"cvm:*","resource":"*"}]}`,
      messages: ['writes'],
      says: '(and 2 more)',
      suggested: [
        `{"statement":[{"effect":"allow","action":["cvm:Describe*","trtc:Describe*"],"resource":"*"},{"effect":"allow","action":"cvm:Describe*","resource":"*"}]}`,
      ],
    },
  ],
});

describe('service-wide-write: services', () => {
  const only = (data: ReturnType<typeof service>) => createCatalogue(tinySource([data]));
  testRule('service-wide-write', {
    catalogue: only(service({ read: 'GetA GetB' })),
    valid: [policy('"x:*"')],
    invalid: [],
  });
  // There is nothing else to grant.
  testRule('service-wide-write', {
    catalogue: only(service({ write: 'SetA' }, { granularity: { level: 'service', sources: [] } })),
    valid: [policy('"x:*"')],
    invalid: [],
  });
  testRule('service-wide-write', {
    catalogue: only(service({ write: 'SetA GetTokenAndReset', read: 'GetA GetB ListA ListB LookA' })),
    valid: [],
    // `Get*` would stand for one that changes something.
    invalid: [
      {
        text: policy('«"x:*"»'),
        messages: ['writes'],
        suggested: [policy('["x:GetA","x:GetB","x:List*","x:LookA"]')],
      },
    ],
  });
});
