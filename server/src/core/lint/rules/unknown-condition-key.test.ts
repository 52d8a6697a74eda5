import { createCatalogue } from '../../catalogue/index.js';
import { tinySource } from '../../../../test/tiny-catalogue.js';
import { testRule } from '../../../../test/rule-tester.js';

/** Two documented keys that differ in case only, as VPC has them, and two that differ in a letter. */
const twins = createCatalogue(
  tinySource([
    {
      service: 'shop',
      product: { en: 'Shop', zh: 'Shop' },
      actions: {},
      conditionKeys: ['shop:region', 'shop:Region', 'shop:itemA', 'shop:itemB'].map((key) => ({ key, sources: [0] })),
      sources: [{ title: 'Shop', date: '2025-01-01' }],
    },
  ]),
);

const policy = (keys: string): string => `{"statement":[{"effect":"allow","condition":{"string_equal":{${keys}}}}]}`;
const one = (key: string): string => policy(`${key}:"x"`);
const of = (effect: string, operator: string, key: string): string =>
  `{"statement":[{"effect":"${effect}","condition":{"${operator}":{${key}:"x"}}}]}`;
const under = (operator: string): string =>
  `{"statement":[{"effect":"allow","condition":{"${operator}":{«"nosuch:key"»:"true"}}}]}`;

testRule('unknown-condition-key', {
  valid: [
    one('"qcs:ip"'),
    one('"qcs:resource_tag/team"'),
    one('"qcs:tag/部门"'),
    one('"mfa"'),
    one('"cos:x-cos-acl"'),
    one('"saml:aud"'),
    // Seen in published policies only.
    one('"qcs:read_only_action"'),
    one('"sts:external_id"'),
    // Named by the service's own documents.
    one('"cvm:instance_type"'),
    // Left to be filled in.
    one('"cos:<key>"'),
    one('"${key}"'),
  ],
  invalid: [
    // A short name that differs in two letters is another one; a key that holds another kind of value is not offered first.
    { text: one('«"qcs:x"»'), messages: ['unknown'], suggested: [] },
    { text: one('«"qcs:ipp"»'), messages: ['near'], suggested: [one('"qcs:ip"')], preferred: [false] },
    {
      text: one('«"qcs:ipp"»').replace('string_equal', 'ip_equal'),
      messages: ['near'],
      preferred: [true],
    },
    { text: one('«"qcs:IP"»'), messages: ['case'], severity: 'warning', fixed: one('"qcs:ip"') },
    { text: one('«"qcs:ip "»'), messages: ['blank'], severity: 'warning', fixed: one('"qcs:ip"') },
    { text: one('«"qcs: ip"»'), messages: ['blank'], fixed: one('"qcs:ip"') },
    // A deny that is met while no request has the key denies less once it is mended.
    ...['ip_not_equal', 'ip_equal_if_exist', 'for_all_value:string_equal', 'null_equal', 'no_such'].map((operator) => ({
      text: of('deny', operator, '«"qcs:IP"»'),
      messages: ['case'],
      fixed: null,
      suggested: [of('deny', operator, '"qcs:ip"')],
    })),
    { text: of('deny', 'ip_equal', '«"qcs:IP"»'), messages: ['case'], fixed: of('deny', 'ip_equal', '"qcs:ip"') },
    { text: of('deny', 'ip_not_equal', '«"qcs:ip "»'), messages: ['blank'], fixed: null },
    { text: of('Deny', 'ip_not_equal', '«"qcs:IP"»'), messages: ['case'], fixed: null },
    {
      text: of('allow', 'ip_not_equal_if_exist', '«"qcs:IP"»'),
      messages: ['case'],
      fixed: of('allow', 'ip_not_equal_if_exist', '"qcs:ip"'),
    },
    { text: one('«"QCS:Resource_Tag/Team"»'), messages: ['case'], fixed: one('"qcs:resource_tag/Team"') },
    { text: one('«"cvm:Instance_Type"»'), messages: ['case'], fixed: one('"cvm:instance_type"') },
    {
      text: one('«"qcs:resourcetag"»'),
      messages: ['spelling'],
      severity: 'warning',
      fixed: null,
      suggested: [one('"qcs:resource_tag"')],
    },
    { text: one('«"qcs:curent_time"»'), messages: ['near'], suggested: [one('"qcs:current_time"')] },
    { text: one('«"qcs:user_agent"»'), messages: ['unknown'], severity: 'warning', suggested: [] },
    {
      text: one('«"cvm:InstanceType"»'),
      messages: ['spelling'],
      severity: 'warning',
      suggested: [one('"cvm:instance_type"')],
    },
    {
      text: one('«"cos:content_length"»'),
      messages: ['spelling'],
      severity: 'warning',
      suggested: [one('"cos:content-length"')],
    },
    { text: one('«"cos:prefx"»'), messages: ['near'], severity: 'information', suggested: [one('"cos:prefix"')] },
    { text: one('«"cos:x-cos-forbid-overwrite"»'), messages: ['service'], severity: 'hint', suggested: [] },
    { text: one('«"ip"»'), messages: ['near'], severity: 'information', suggested: [one('"qcs:ip"')] },
    { text: one('«"aws:SourceIp"»'), messages: ['foreign'], severity: 'warning', suggested: [one('"qcs:ip"')] },
    { text: one('«"aws:PrincipalOrgID"»'), messages: ['foreign'], says: 'a key of AWS', suggested: [] },
    { text: one('«"aws:ResourceTag/"»'), messages: ['foreign'], suggested: [] },
    {
      text: one('«"acs:SourceIp"»'),
      messages: ['foreign'],
      says: 'a key of Alibaba Cloud',
      suggested: [one('"qcs:ip"')],
    },
    { text: one('«"s3:prefix"»'), messages: ['foreign'], suggested: [one('"cos:prefix"')] },
    { text: one('«"aws:ResourceTag/team"»'), messages: ['foreign'], suggested: [one('"qcs:resource_tag/team"')] },
    // What AWS calls so, behind another service.
    {
      text: one('«"qcs:source_ip"»'),
      messages: ['near'],
      severity: 'warning',
      suggested: [one('"qcs:ip"')],
      preferred: [false],
    },
    {
      text: one('«"cvm:ResourceTag/Team"»'),
      messages: ['near'],
      severity: 'hint',
      suggested: [one('"qcs:resource_tag/Team"')],
    },
    { text: one('«"nosuch:key"»'), messages: ['service'], severity: 'hint', fixed: null, suggested: [] },
    // What an operator makes of a key that no request has.
    { text: under('string_equal'), messages: ['service'], says: 'the condition is not met' },
    { text: under('string_equal_if_exist'), messages: ['service'], says: 'the condition is always met' },
    { text: under('string_not_equal_if_exist'), messages: ['service'], says: 'the condition is always met' },
    { text: under('string_not_equal'), messages: ['service'], says: 'no request carries it' },
    { text: under('null_equal'), messages: ['service'], says: 'no request carries it' },
    // Two keys of one name would be one too many.
    { text: policy('"qcs:ip":"x",«"qcs:IP"»:"y"'), messages: ['case'], fixed: null },
  ],
});

testRule('unknown-condition-key', {
  catalogue: twins,
  valid: [one('"shop:region"'), one('"shop:Region"')],
  invalid: [
    { text: one('«"shop:regoin"»'), messages: ['near'], suggested: [one('"shop:region"')], preferred: [true] },
    { text: one('«"shop:Regoin"»'), messages: ['near'], suggested: [one('"shop:Region"')], preferred: [true] },
    { text: one('«"shop:itemC"»'), messages: ['near'], suggested: [one('"shop:itemA"')], preferred: [false] },
    {
      text: one('«"shop:rEgion"»'),
      messages: ['case'],
      fixed: null,
      suggested: [one('"shop:region"')],
      preferred: [false],
    },
  ],
});
