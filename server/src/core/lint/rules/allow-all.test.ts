import { testRule } from '../../../../test/rule-tester.js';

const policy = (action: string, resource: string, more = ''): string =>
  `{"statement":[{"effect":"allow","action":${action},"resource":${resource}${more}}]}`;

testRule('allow-all', {
  valid: [
    policy('"mps:*"', '"*"'),
    policy('"*"', '"qcs::cos:::bucket/*"'),
    policy('"*"', '"qcs::cvm:::*"'),
    policy('"*"', '"qcs:::ap-guangzhou::*"'),
    policy('"*"', '"*"', ',"condition":{"for_any_value:string_equal":{"qcs:resource_tag":["team&core"]}}'),
    policy('"*"', '"*"', ',"condition":{"string_equal":{},"ip_equal":{"qcs:ip":[]}}'),
    policy('"*"', '"*"', ',"condition":{"string_equal":[]}'),
    // Who may do it is the question there, and other rules ask it.
    policy('"*"', '"*"', ',"principal":{"qcs":["qcs::cam::uin/1:root"]}'),
    '{"statement":[{"effect":"deny","action":"*","resource":"*"}]}',
    '{"statement":[{"effect":"allow","action":"*"}]}',
    policy('[]', '"*"'),
  ],
  invalid: [
    { text: policy('«"*"»', '"*"'), messages: ['all'], severity: 'warning', fixed: null, suggested: [] },
    { text: policy('["mps:*",«"*:*"»]', '["qcs::mps:::vts/1","*"]'), messages: ['all'] },
    { text: policy('«"name/*"»', '"qcs:::::*"'), messages: ['all'] },
    { text: policy('«"*"»', '"*"', ',"condition":{}'), messages: ['all'] },
    // Operators without keys restrict nothing.
    { text: policy('«"*"»', '"*"', ',"condition":{"string_equal":{},"ip_equal":{}}'), messages: ['all'] },
  ],
});
