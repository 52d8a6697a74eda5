import { createCatalogue } from '../../catalogue/index.js';
import { tinySource } from '../../../../test/tiny-catalogue.js';
import { testRule } from '../../../../test/rule-tester.js';

const policy = (action: string): string => `{"statement":[{"action":[${action}]}]}`;

testRule('unknown-action', {
  valid: [
    policy('"mps:ProcessMedia"'),
    policy('"name/mps:ProcessMedia"'),
    policy('"mps:*"'),
    policy('"mps:Nothing*"'),
    policy('"*"'),
    policy('"permid/280655"'),
    // Only the case differs: another rule's business.
    policy('"mps:processmedia"'),
    // A service that is not in the catalogue.
    policy('"nosuch:DoThing"'),
    policy('"mps"'),
  ],
  invalid: [
    {
      text: policy('"mps:«ProccessMedia»"'),
      messages: ['near'],
      severity: 'warning',
      says: 'ProcessMedia',
      fixed: null,
      suggested: [policy('"mps:ProcessMedia"')],
    },
    { text: policy('"name/mps:«EditMedai»"'), messages: ['near'], suggested: [policy('"name/mps:EditMedia"')] },
    { text: policy('"mps:«LaunchRocket»"'), messages: ['unknown'], suggested: [] },
    { text: policy('"\\u006dps:«EditMedai»"'), messages: ['near'], suggested: [policy('"\\u006dps:EditMedia"')] },
    {
      text: policy('"cvm:«DescribeInstancess»"'),
      messages: ['unlisted-near'],
      severity: 'information',
      fixed: null,
      suggested: [policy('"cvm:DescribeInstances"')],
    },
    { text: policy('"cvm:«DescribeInstancesss»"'), messages: ['unlisted-near'], severity: 'hint' },
    { text: policy('"cvm:«LaunchRocket»"'), messages: ['unlisted'], severity: 'hint' },
  ],
});

const shop = (service: string, ...names: readonly string[]) => ({
  service,
  product: { en: 'Shop', zh: 'Shop' },
  actions: Object.fromEntries(names.map((name) => [name, { access: 'write' as const }])),
  sources: [{ title: 'Shop', date: '2025-01-01' }],
});

testRule('unknown-action', {
  catalogue: createCatalogue(tinySource([shop('shop', 'ListItems'), shop('shopcart', 'SendOrder', 'ListItem')])),
  valid: [policy('"shopcart:SendOrder"')],
  invalid: [
    {
      text: policy('"name/shop:«SendOrder»"'),
      messages: ['kin'],
      severity: 'information',
      says: '`shopcart` has it',
      fixed: null,
      suggested: [policy('"name/shopcart:SendOrder"')],
      preferred: [false],
    },
    // A slip is the likelier mistake.
    { text: policy('"shop:«ListItem»"'), messages: ['unlisted-near'], suggested: [policy('"shop:ListItems"')] },
  ],
});
