import { testRule } from '../../../../test/rule-tester.js';

const policy = (condition: string): string => `{"statement":[{"effect":"allow","condition":{${condition}}}]}`;
const tags = '{"qcs:resource_tag":["team&core"]}';

testRule('tag-qualifier', {
  valid: [
    policy(`"for_any_value:string_equal":${tags}`),
    policy('"string_equal":{"qcs:resource_tag/team":"core"}'),
    policy(`"null_equal":${tags}`),
    // COS documents it.
    policy('"for_all_value:string_equal":{"qcs:request_tag":["team&core"]}'),
    policy('"string_equal":{"qcs:uin":"1"}'),
    // Other rules' business.
    policy(`"StringEquals":${tags}`),
    policy(`"ip_equal":${tags}`),
  ],
  invalid: [
    {
      text: policy(`«"string_equal"»:${tags}`),
      messages: ['missing'],
      severity: 'warning',
      fixed: null,
      suggested: [policy(`"for_any_value:string_equal":${tags}`)],
    },
    {
      text: policy('«"string_equal_if_exist"»:{"qcs:request_tag":["team&core"]}'),
      messages: ['missing'],
      suggested: [policy('"for_any_value:string_equal_if_exist":{"qcs:request_tag":["team&core"]}')],
    },
    {
      text: policy(`«"for_all_value:string_equal"»:${tags}`),
      messages: ['all'],
      suggested: [policy(`"for_any_value:string_equal":${tags}`)],
    },
    { text: policy('«"string_equal"»:{"qcs:tag":["a&b"],"qcs:uin":"1"}'), messages: ['missing'], suggested: [] },
    {
      text: policy(`"for_any_value:string_equal":${tags},«"string_equal"»:${tags}`),
      messages: ['missing'],
      suggested: [],
    },
  ],
});
