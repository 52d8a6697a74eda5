import assert from 'node:assert/strict';
import { spansIn } from '../../../../test/marks.js';
import { findingsOf, testRule } from '../../../../test/rule-tester.js';

const policy = (condition: string): string => `{"statement":[{"effect":"allow","condition":{${condition}}}]}`;

testRule('contradictory-condition', {
  valid: [
    policy('"string_equal":{"qcs:uin":"1"},"string_not_equal":{"qcs:uin":"2"}'),
    policy('"string_equal":{"qcs:uin":"1"},"string_not_equal":{"qcs:owner_uin":"1"}'),
    policy(
      '"numeric_greater_than_if_exist":{"cos:content-length":2},"numeric_less_than_equal":{"cos:content-length":10}',
    ),
    // Whatever the variable becomes.
    policy('"string_equal":{"qcs:uin":"${uin}"},"string_not_equal":{"qcs:uin":"1"}'),
    // Met by a request without the key.
    policy(
      '"numeric_less_than_if_exist":{"cos:content-length":2},"numeric_greater_than_if_exist":{"cos:content-length":10}',
    ),
    // A resource has several tags.
    policy(
      '"for_any_value:string_equal":{"qcs:resource_tag":["a&1"]},"for_any_value:string_equal_if_exist":{"qcs:resource_tag":["b&1"]}',
    ),
    // Of two members with one name the last counts.
    policy('"string_equal":{"qcs:uin":"1"},"string_equal":{"qcs:uin":"2"}'),
    policy('"ip_equal":{"qcs:ip":["10.0.0.0/8"]},"ip_not_equal":{"qcs:ip":["10.1.0.0/16"]}'),
  ],
  invalid: [
    {
      text: policy('"string_equal":{"qcs:uin":"1"},"string_not_equal":{«"qcs:uin"»:["1","2"]}'),
      messages: ['never'],
      severity: 'warning',
      fixed: null,
      suggested: [],
    },
    {
      text: policy('"ip_equal":{"qcs:ip":"10.0.0.0/24"},"ip_not_equal":{«"qcs:ip"»:"10.0.0.0/8"}'),
      messages: ['never'],
    },
    {
      text: policy('"numeric_less_than":{"cos:content-length":2},"numeric_greater_than":{«"cos:content-length"»:"10"}'),
      messages: ['never'],
    },
    {
      text: policy(
        '"date_greater_than":{"qcs:current_time":"2026-06-01T00:00:00Z"},"date_less_than":{«"qcs:current_time"»:"2026-01-01 00:00:00"}',
      ),
      messages: ['never'],
    },
    {
      text: policy(
        '"bool_equal":{"cos:secure-transport":"true"},"bool_equal_if_exist":{«"cos:secure-transport"»:false}',
      ),
      messages: ['never'],
    },
  ],
});

describe('contradictory-condition', () => {
  it('points to the comparison that it contradicts', () => {
    const { text, spans } = spansIn(
      policy('"string_like":{"qcs:uin":"1*"},"string_equal":{«"qcs:uin":"1"»},"string_not_equal":{«"qcs:uin"»:"1"}'),
    );
    const [finding] = findingsOf('contradictory-condition', text);
    assert.deepEqual(
      finding?.related?.map(({ span: { start, end } }) => ({ start, end })),
      spans.slice(0, 1),
    );
  });
});
