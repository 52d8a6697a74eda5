import { testRule } from '../../../../test/rule-tester.js';

const policy = (condition: string): string => `{"statement":[{"effect":"allow","condition":${condition}}]}`;
const one = (operator: string): string => policy(`{${operator}:{"qcs:ip":"10.0.0.1"}}`);

testRule('unknown-condition-operator', {
  valid: [
    one('"ip_equal"'),
    one('"ip_not_equal_if_exist"'),
    one('"for_any_value:string_equal"'),
    one('"for_all_value:string_equal_if_exist"'),
    one('"string_like"'),
    one('"null_equal"'),
    policy('{}'),
    policy('"ip_equal"'),
  ],
  invalid: [
    {
      text: one('«"StringEquals"»'),
      messages: ['aws'],
      severity: 'error',
      says: '`string_equal`',
      fixed: null,
      suggested: [one('"string_equal"')],
    },
    {
      text: one('«"ForAllValues:StringLike"»'),
      messages: ['aws'],
      suggested: [one('"for_all_value:string_like"')],
    },
    { text: one('«"NumericLessThan"»'), messages: ['aws'], suggested: [one('"numeric_less_than"')] },
    { text: one('«"StringEqualsIfExists"»'), messages: ['aws'], suggested: [one('"string_equal_if_exist"')] },
    { text: one('«"ip_equal_if_exists"»'), messages: ['near'], suggested: [one('"ip_equal_if_exist"')] },
    { text: one('«"string_eqaul"»'), messages: ['near'], suggested: [one('"string_equal"')] },
    { text: one('«"null_equal_if_exist"»'), messages: ['suffix'], suggested: [one('"null_equal"')] },
    { text: one('«"any_value:string_equal"»'), messages: ['qualifier'], says: '`any_value:` cannot' },
    { text: one('«"any_value:string_equal"»'), messages: ['qualifier'], says: '` or `' },
    {
      text: one('«"for_any_value:for_all_value:string_equal"»'),
      messages: ['twice'],
      says: 'one qualifier',
      suggested: [one('"for_any_value:string_equal"'), one('"for_all_value:string_equal"')],
      preferred: [false, false],
    },
    {
      text: one('«"for_any_value:for_any_value:string_equal"»'),
      messages: ['twice'],
      suggested: [one('"for_any_value:string_equal"')],
      preferred: [true],
    },
    {
      text: one('«"for_any_values:string_equal"»'),
      messages: ['qualifier'],
      suggested: [one('"for_any_value:string_equal"')],
    },
    // A key in the place of its operator.
    {
      text: policy('{«"qcs:ip"»:{"ip_equal":["10.0.0.1"]}}'),
      messages: ['key'],
      severity: 'error',
      says: '{"ip_equal": {"qcs:ip": …}}',
      fixed: null,
      suggested: [policy('{"ip_equal":{"qcs:ip":["10.0.0.1"]}}')],
    },
    {
      text: policy('{«"qcs:ip"»:"10.0.0.1"}'),
      messages: ['key'],
      suggested: [policy('{"ip_equal":{"qcs:ip": "10.0.0.1"}}')],
    },
    {
      text: policy('{«"qcs:resource_tag"»:["a&b"]}'),
      messages: ['key'],
      suggested: [policy('{"for_any_value:string_equal":{"qcs:resource_tag": ["a&b"]}}')],
    },
    // Before, until or since then: only a person knows.
    { text: policy('{«"qcs:current_time"»:"2026-01-01"}'), messages: ['key'], suggested: [] },
    { text: policy('{"ip_equal":{},«"qcs:ip"»:{"ip_equal":"10.0.0.1"}}'), messages: ['key'], suggested: [] },
    { text: one('«"numeric_between"»'), messages: ['unknown'], fixed: null, suggested: [] },
    // CAM's own tables print these.
    { text: one('«"Ip_equal"»'), messages: ['spelling'], severity: 'warning', fixed: one('"ip_equal"') },
    { text: one('«"date_greater_than "»'), messages: ['spelling'], fixed: one('"date_greater_than"') },
    // Two operators of one name would be one too many.
    {
      text: policy('{"ip_equal":{"qcs:ip":"10.0.0.1"},«"IpAddress"»:{"qcs:ip":"10.0.0.2"}}'),
      messages: ['aws'],
      suggested: [],
    },
  ],
});
