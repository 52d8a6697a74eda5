import { testRule } from '../../../../test/rule-tester.js';

const statement = (members: string): string => `{"statement":[{${members}}]}`;

testRule('wrong-type', {
  valid: [
    '{"version":"2.0","principal":"*","statement":[{"effect":"allow","action":"*","resource":["*"],"condition":{}}]}',
    '{"statement":{"effect":"deny"}}',
    statement('"condition":{"bool_equal":{"a":true},"numeric_equal":{"b":1,"c":[1,"2"]}}'),
    statement('"unknown":1'),
    '{"version":',
    '',
  ],
  invalid: [
    { text: '{"version":«2.0»}', messages: ['element'], severity: 'error', fixed: '{"version":"2.0"}' },
    { text: '{"version":«3»}', messages: ['element'], says: 'a string, not a number', fixed: '{"version":"3.0"}' },
    // Statements without their policy, and a policy in needless brackets.
    {
      text: '«[»{"effect":"deny"},{"Effect":"allow"}]',
      messages: ['policy'],
      fixed: '{"version": "2.0", "statement": [{"effect":"deny"},{"Effect":"allow"}]}',
    },
    { text: '«[»{"version":"2.0"}]', messages: ['policy'], fixed: '{"version":"2.0"}' },
    { text: '«[»{"effect":"deny"},{}]', messages: ['policy'], fixed: null },
    { text: '{"version":«1.0»}', messages: ['element'], fixed: null },
    { text: '{"version":«[»"2.0"]}', messages: ['element'], fixed: '{"version":"2.0"}' },
    { text: '{"statement":«null»}', messages: ['element'], fixed: null },
    {
      text: '{"statement":«"[{\\"effect\\":\\"allow\\"}]"»}',
      messages: ['element'],
      fixed: '{"statement":[{"effect":"allow"}]}',
    },
    {
      text: '{"statement":[«[»{"effect":"deny"}, {}], {}]}',
      messages: ['item'],
      fixed: '{"statement":[{"effect":"deny"}, {}, {}]}',
    },
    { text: '{"statement":[«"x"»]}', messages: ['item'], says: 'an object, not a string', fixed: null },
    { text: statement('"effect":«[»"allow"]'), messages: ['element'], fixed: statement('"effect":"allow"') },
    { text: statement('"effect":«true»'), messages: ['element'], fixed: null },
    { text: statement('"action":«{»"a":1}'), messages: ['element'], says: 'an array or a string' },
    { text: statement('"action":["a",«[»"b", "c"]]'), messages: ['item'], fixed: statement('"action":["a","b", "c"]') },
    { text: statement('"resource":[«1»,«null»]'), messages: ['item'], fixed: null },
    { text: statement('"action":["a", «{»}]'), messages: ['item'], fixed: null },
    {
      text: statement('"condition":«[»{"string_equal":{"a":"b"}}]'),
      messages: ['element'],
      fixed: statement('"condition":{"string_equal":{"a":"b"}}'),
    },
    { text: statement('"condition":{"string_equal":«"a"»}'), messages: ['element'], fixed: null },
    { text: statement('"condition":{"string_equal":{"a":«{»"b":1}}}'), messages: ['element'], fixed: null },
    {
      text: statement('"principal":«[»"qcs::cam::uin/1:uin/2"]'),
      messages: ['element'],
      fixed: null,
      suggested: [statement('"principal":{"qcs": ["qcs::cam::uin/1:uin/2"]}')],
    },
    {
      text: '«[»{"version":"2.0"}]',
      messages: ['policy'],
      says: 'an object, not an array',
      fixed: '{"version":"2.0"}',
    },
    { text: '«"{\\"version\\":\\"2.0\\"}"»', messages: ['policy'], fixed: '{"version":"2.0"}' },
  ],
});
