import { testRule } from '../../../../test/rule-tester.js';

const one = '{"effect":"allow","action":["mps:A","mps:B"],"resource":"*"}';
const policy = (...statements: string[]): string => `{"version":"2.0","statement":[${statements.join(',')}]}`;

testRule('duplicate-statement', {
  valid: [
    policy(one, '{"effect":"deny","action":["mps:A","mps:B"],"resource":"*"}'),
    policy(one, '{"effect":"allow","action":["mps:A"],"resource":"*"}'),
    policy(one, `${one.slice(0, -1)},"condition":{"ip_equal":{"qcs:ip":"10.0.0.1"}}}`),
    policy(one, `${one.slice(0, -1)},"principal":"*"}`),
    // Of two members with one name nobody knows which counts.
    policy(one, `${one.slice(0, -1)},"resource":"qcs::mps:::vts/1"}`),
    policy(
      ...['"10.0.0.1","qcs:ip":"10.0.0.2"', '"10.0.0.2","qcs:ip":"10.0.0.1"'].map(
        (ips) => `${one.slice(0, -1)},"condition":{"ip_equal":{"qcs:ip":${ips}}}}`,
      ),
    ),
    policy(one, `${one.slice(0, -1)},"notAction":"mps:C"}`),
    policy('{}', '{}'),
    '{"statement":{"effect":"allow","action":"mps:A","resource":"*"}}',
  ],
  invalid: [
    {
      text: policy(one, `«${one}»`),
      messages: ['same'],
      severity: 'hint',
      says: 'Statement 1',
      fixed: policy(one),
    },
    // Layout, order, brackets, the marker and the name of the statement mean nothing.
    {
      text: policy(
        one,
        '{"effect":"allow","action":"mps:C","resource":"*"}',
        '«{ "sid": "x", "resource": ["*"], "action": ["name/mps:B", "mps:A", "mps:A"], "effect": "allow" }»',
      ),
      messages: ['same'],
      fixed: policy(one, '{"effect":"allow","action":"mps:C","resource":"*"}'),
    },
    {
      text: policy(
        '{"effect":"deny","action":"a:B","resource":"*","condition":{"ip_equal":{"qcs:ip":["1.1.1.1","2.2.2.2"]},"bool_equal":{"x:y":true}}}',
        '«{"effect":"deny","action":"a:B","resource":"*","condition":{"bool_equal":{"x:y":true},"ip_equal":{"qcs:ip":["2.2.2.2","1.1.1.1"]}}}»',
        one,
      ),
      messages: ['same'],
      fixed: policy(
        '{"effect":"deny","action":"a:B","resource":"*","condition":{"ip_equal":{"qcs:ip":["1.1.1.1","2.2.2.2"]},"bool_equal":{"x:y":true}}}',
        one,
      ),
    },
    { text: policy(one, `«${one}»`, `«${one}»`), messages: ['same'] },
  ],
});
