import { testRule } from '../../../../test/rule-tester.js';

const policy = (condition: string): string => `{"statement":[{"effect":"deny","condition":{${condition}}}]}`;

testRule('condition-operator-mismatch', {
  valid: [
    policy('"ip_equal":{"qcs:ip":"10.0.0.1"}'),
    policy('"null_equal":{"qcs:ip":"true"}'),
    // Numbers and truth are compared as strings in samples, too.
    policy('"string_equal":{"qcs:mfa":"0"}'),
    policy('"string_equal":{"cos:secure-transport":"false"}'),
    policy('"string_equal":{"cos:tls-version":"1.2"}'),
    policy('"bool_equal":{"qcs:resource_tag/team":"false"}'),
    policy('"binary_equal":{"qcs:tag/team":"core"}'),
    // Only seen in policies: that is no evidence of its type.
    policy('"string_equal":{"cas:ArchiveAgeInDays":"365"}'),
    policy('"numeric_equal":{"nosuch:key":"1"}'),
    // Another rule's business.
    policy('"IpAddress":{"qcs:current_time":"10.0.0.1"}'),
  ],
  invalid: [
    {
      text: policy('«"string_equal"»:{"qcs:ip":"1.1.1.1"}'),
      messages: ['mismatch'],
      severity: 'warning',
      says: '`ip_equal`, `ip_not_equal`',
      fixed: null,
      suggested: [policy('"ip_equal":{"qcs:ip":"1.1.1.1"}')],
    },
    {
      text: policy('«"string_not_equal_if_exist"»:{"qcs:ip":"1.1.1.1"}'),
      messages: ['mismatch'],
      suggested: [policy('"ip_not_equal_if_exist":{"qcs:ip":"1.1.1.1"}')],
    },
    {
      text: policy('«"string_like"»:{"qcs:ip":"1.1.1.1"}'),
      messages: ['mismatch'],
      suggested: [policy('"ip_equal":{"qcs:ip":"1.1.1.1"}')],
    },
    {
      text: policy('«"numeric_less_than"»:{"qcs:current_time":"2026-06-01T00:00:00Z"}'),
      messages: ['mismatch'],
      suggested: [policy('"date_less_than":{"qcs:current_time":"2026-06-01T00:00:00Z"}')],
    },
    {
      text: policy('«"numeric_equal"»:{"qcs:uin":100000000001}'),
      messages: ['mismatch'],
      suggested: [policy('"string_equal":{"qcs:uin":100000000001}')],
    },
    // No operator of that kind compares so.
    { text: policy('«"date_less_than"»:{"qcs:ip":"1.1.1.1"}'), messages: ['mismatch'], suggested: [] },
    // The operator is another key's, too: the key is shown, and nothing offered.
    {
      text: policy('"string_equal":{"qcs:uin":"1",«"qcs:ip"»:"1.1.1.1"}'),
      messages: ['mismatch'],
      suggested: [],
    },
    {
      text: policy('"ip_equal":{"qcs:ip":"10.0.0.1"},«"string_equal"»:{"qcs:ip":"1.1.1.1"}'),
      messages: ['mismatch'],
      suggested: [],
    },
  ],
});
