import { testRule } from '../../../../test/rule-tester.js';

const policy = (condition: string): string => `{"statement":[{"effect":"allow","condition":{${condition}}}]}`;
const ip = (value: string): string => policy(`"ip_equal":{"qcs:ip":${value}}`);
const time = (value: string): string => policy(`"date_less_than":{"qcs:current_time":${value}}`);
const tag = (value: string): string => policy(`"for_any_value:string_equal":{"qcs:resource_tag":[${value}]}`);

testRule('condition-value', {
  valid: [
    ip('["10.217.182.3/24","101.226.100.185","2001:db8::/32"]'),
    ip('"${ip}"'),
    // Masked in print: a placeholder.
    ip('"101.226.***.185"'),
    time('"2026-06-01T00:01:00Z"'),
    time('"2022-05-31 00:00:00"'),
    policy('"numeric_equal":{"mfa":1}'),
    policy('"numeric_greater_than_equal":{"cos:tls-version":"1.2"}'),
    policy('"bool_equal":{"cos:secure-transport":"true"}'),
    policy('"bool_equal":{"cos:secure-transport":false}'),
    policy('"string_equal":{"cos:versionid":""}'),
    tag('"team&core","env&"'),
    policy('"for_any_value:string_like":{"qcs:resource_tag":["team*"]}'),
    policy('"string_equal":{"qcs:resource_tag/team":"core"}'),
    // The operator does not fit the key: that is said already.
    policy('"ip_equal":{"qcs:current_time":"2026-06-01T00:01:00Z"}'),
    policy('"ip_equal":{"qcs:ip":{"a":1}}'),
    policy('"ip_equal":{"qcs:ip":[null,[]]}'),
  ],
  invalid: [
    { text: ip('«"10.0.0.0/33"»'), messages: ['ip'], severity: 'warning', fixed: null, suggested: [] },
    { text: ip('["10.0.0.1",«"office"»]'), messages: ['ip'], says: '"office"' },
    { text: ip('«" 10.0.0.1"»'), messages: ['ip'], suggested: [ip('"10.0.0.1"')] },
    { text: ip('«"10.*.*.10/24"»'), messages: ['ip-wildcard'], suggested: [] },
    { text: ip('«true»'), messages: ['ip'] },
    { text: time('«"2026/06/01 00:01:00"»'), messages: ['date'], suggested: [time('"2026-06-01T00:01:00Z"')] },
    { text: time('«"2026-06-01T 00:01:00Z"»'), messages: ['date'], suggested: [time('"2026-06-01T00:01:00Z"')] },
    { text: time('«1464739260»'), messages: ['date'], suggested: [time('"2016-06-01T00:01:00Z"')] },
    { text: time('«"2026-02-30T00:00:00Z"»'), messages: ['date'], suggested: [] },
    { text: policy('"numeric_less_than":{"cos:content-length":«"10 MB"»}'), messages: ['number'] },
    { text: policy('"bool_equal":{"cos:secure-transport":«"yes"»}'), messages: ['boolean'] },
    { text: tag('«"team:core"»'), messages: ['tag'], suggested: [tag('"team&core"')] },
    { text: tag('"team&core",«"team"»'), messages: ['tag'], suggested: [] },
    {
      text: policy('"string_equal":{"qcs:resource_tag/team":«"team&core"»}'),
      messages: ['tag-value'],
      suggested: [policy('"string_equal":{"qcs:resource_tag/team":"core"}')],
    },
  ],
});
