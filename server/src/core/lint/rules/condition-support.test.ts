import { createCatalogue } from '../../catalogue/index.js';
import type { ServiceData } from '../../catalogue/data.js';
import { testRule } from '../../../../test/rule-tester.js';
import { shippedCatalogue } from '../../../../test/shipped-catalogue.js';
import { tinySource } from '../../../../test/tiny-catalogue.js';

const policy = (actions: readonly string[], condition: string, effect = 'allow'): string =>
  `{"statement":[{"effect":"${effect}","action":${JSON.stringify(actions)},"condition":{${condition}}}]}`;
const tag = '"for_any_value:string_equal":{"qcs:resource_tag":["a&b"]}';
const markedTag = '"for_any_value:string_equal":{«"qcs:resource_tag"»:["a&b"]}';
const ip = '"ip_equal":{"qcs:ip":["10.0.0.0/8"]}';

testRule('condition-support', {
  catalogue: shippedCatalogue,
  valid: [
    // Supported, supported by some, not known.
    policy(['cvm:RunInstances'], tag),
    policy(['aiart:*'], ip),
    policy(['cfw:*'], ip),
    policy(['cat:*'], ip),
    policy(['nosuch:Thing'], tag),
    // The page has no date, so it may have been overtaken.
    policy(['apis:*'], tag),
    policy(['cas:*'], ip),
    // Some action is left open.
    policy(['aiart:*', 'cvm:RunInstances'], tag),
    policy(['*'], tag),
    policy(['a*:Foo'], tag),
    // Operators that compare whether a key is there, or that may be met where it is not.
    policy(['aiart:*'], '"null_equal":{"qcs:resource_tag":"true"}'),
    policy(['aiart:*'], '"string_equal_if_exist":{"qcs:resource_tag/env":"a"}'),
    policy(['aiart:*'], '"for_all_value:string_equal":{"qcs:resource_tag":["a&b"]}'),
    policy(['aiart:*'], '"string_not_equal":{"qcs:resource_tag/env":"a"}'),
    // Other keys.
    policy(['aiart:*'], '"date_less_than":{"qcs:current_time":"2027-01-01T00:00:00Z"}'),
    policy([], tag),
    `{"statement":[{"action":"aiart:*","condition":{${tag}}}]}`,
  ],
  invalid: [
    {
      text: policy(['aiart:*'], markedTag),
      messages: ['allow'],
      severity: 'warning',
      fixed: null,
      says: 'conditions on tags are not supported. `qcs:resource_tag` is not met',
    },
    {
      text: policy(['aiart:SubmitDrawPortraitJob', 'cfw:*'], markedTag, 'deny'),
      messages: ['deny'],
      says: 'Cloud Firewall',
    },
    {
      text: policy(['name/cmg:*'], '"string_equal":{«"qcs:resource_tag/env"»:"a"}'),
      messages: ['allow'],
      says: '2026-01-27',
    },
    {
      text: policy(['ci:*'], '"ip_equal":{«"qcs:ip"»:["10.0.0.0/8"]}'),
      messages: ['allow'],
      says: 'conditions on IP addresses',
    },
    {
      text: policy(['aiart:*'], '"ip_equal":{"qcs:ip":"10.0.0.1"},"string_equal":{«"qcs:request_tag/a"»:"b"}'),
      messages: ['allow'],
    },
  ],
});

const sources = [
  { title: 'Shop', date: '2026-01-01' },
  { title: 'Shop of old', date: '2021-01-01' },
];
const shop: ServiceData = {
  service: 'shop',
  product: { en: 'Shop', zh: '商店' },
  conditions: { tag: { support: 'partially', sources: [0] }, ip: { support: 'no', sources: [0] } },
  sources,
  actions: {
    Pay: { access: 'write', conditions: { tag: false, ip: true }, sources: [0] },
    Open: { access: 'write', conditions: { tag: false }, sources: [1] },
  },
};

testRule('condition-support', {
  catalogue: createCatalogue(tinySource([shop])),
  valid: [
    policy(['shop:Open'], tag),
    policy(['shop:Close'], tag),
    policy(['shop:*'], tag),
    policy(['shop:Pay'], ip),
    policy(['shop:*'], ip),
  ],
  invalid: [
    { text: policy(['shop:Pay'], markedTag), messages: ['allow'], says: 'Source: Shop, 2026-01-01' },
    { text: policy(['shop:Open'], ip.replace('"qcs:ip"', '«"qcs:ip"»'), 'deny'), messages: ['deny'] },
  ],
});
