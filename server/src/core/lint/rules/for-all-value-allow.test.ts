import { testRule } from '../../../../test/rule-tester.js';

const policy = (condition: string, effect = 'allow'): string =>
  `{"statement":[{"effect":"${effect}","condition":{${condition}}}]}`;
const keys = '{"qcs:request_tag":["team&core"]}';

testRule('for-all-value-allow', {
  valid: [
    policy(`"for_any_value:string_equal":${keys}`),
    policy(`"for_all_value:string_equal":${keys}`, 'deny'),
    policy(`"for_all_value:string_equal_if_exist":${keys}`),
    // The key must be there all the same.
    policy(`"for_all_value:string_equal":${keys},"for_any_value:string_like":{"qcs:request_tag":["team&*"]}`),
    policy(`"for_all_value:string_equal":${keys},"null_equal":{"qcs:request_tag":"false"}`),
    // Said by tag-qualifier.
    policy('"for_all_value:string_equal":{"qcs:resource_tag":["team&core"]}'),
    policy(`"for_all_value:StringEquals":${keys}`),
  ],
  invalid: [
    {
      text: policy(`«"for_all_value:string_equal"»:${keys}`),
      messages: ['absent'],
      severity: 'warning',
      says: '`qcs:request_tag`',
      fixed: null,
      suggested: [
        policy(`"for_any_value:string_equal":${keys}`),
        policy(`"for_all_value:string_equal_if_exist":${keys}`),
      ],
    },
    { text: policy('«"for_all_value:string_like"»:{"vpc:vpc":["vpc-1"]}'), messages: ['absent'] },
    {
      text: policy(
        `"for_any_value:string_equal":{"qcs:uin":"1"},«"for_all_value:string_equal"»:{"qcs:uin":"1","vpc:vpc":"vpc-1"}`,
      ),
      messages: ['absent'],
      says: '`vpc:vpc`',
      suggested: [
        policy(
          `"for_any_value:string_equal":{"qcs:uin":"1"},"for_all_value:string_equal_if_exist":{"qcs:uin":"1","vpc:vpc":"vpc-1"}`,
        ),
      ],
    },
  ],
});
