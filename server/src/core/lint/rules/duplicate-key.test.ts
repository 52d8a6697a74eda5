import { testRule } from '../../../../test/rule-tester.js';

testRule('duplicate-key', {
  valid: [
    '{"version":"2.0","statement":[{"effect":"allow","action":"a"},{"effect":"deny","action":"a"}]}',
    // Condition keys are case-sensitive.
    '{"statement":[{"condition":{"string_equal":{"qcs:ip":"1","qcs:IP":"2"}}}]}',
    '[{"a":1},{"a":1}]',
    '',
  ],
  invalid: [
    {
      text: '{"statement":[{"effect":"allow",«"effect"»:"allow"}]}',
      messages: ['same'],
      severity: 'error',
      says: 'Only one of the two',
      fixed: '{"statement":[{"effect":"allow"}]}',
    },
    {
      text: '{"statement":[{"effect":"allow","action":"*",«"Effect"»:"deny"}]}',
      messages: ['case'],
      says: '`effect`',
      fixed: null,
      suggested: ['{"statement":[{"effect":"allow","action":"*"}]}', '{"statement":[{"action":"*","Effect":"deny"}]}'],
      preferred: [false, false],
    },
    {
      text: '{"statement":[{"action":["a"],«"action"»:["b","c"],"resource":"*"}]}',
      messages: ['same'],
      fixed: null,
      suggested: [
        '{"statement":[{"action":["a", "b","c"],"resource":"*"}]}',
        '{"statement":[{"action":["a"],"resource":"*"}]}',
        '{"statement":[{"action":["b","c"],"resource":"*"}]}',
      ],
      preferred: [true, false, false],
    },
    {
      text: '{"statement":[{"condition":{"string_equal":{"a":"1"},«"string_equal"»:{"b":"2"}}}]}',
      messages: ['same'],
      suggested: [
        '{"statement":[{"condition":{"string_equal":{"a":"1", "b":"2"}}}]}',
        '{"statement":[{"condition":{"string_equal":{"a":"1"}}}]}',
        '{"statement":[{"condition":{"string_equal":{"b":"2"}}}]}',
      ],
    },
    {
      text: '{"statement":[{"condition":{"string_equal":{"a":"1"},«"string_equal"»:{"a":"2"}}}]}',
      messages: ['same'],
      suggested: [
        '{"statement":[{"condition":{"string_equal":{"a":"1"}}}]}',
        '{"statement":[{"condition":{"string_equal":{"a":"2"}}}]}',
      ],
    },
    {
      text: '{"statement":[{"condition":{"string_equal":{"a":"1",«"a"»:"2"}}}]}',
      messages: ['same'],
      suggested: [
        '{"statement":[{"condition":{"string_equal":{"a":"1"}}}]}',
        '{"statement":[{"condition":{"string_equal":{"a":"2"}}}]}',
      ],
      preferred: [false, false],
    },
    {
      text: '{"statement":[{"condition":{"string_equal":{"a":["1"],«"a"»:["2"]}}}]}',
      messages: ['same'],
      preferred: [false, false, false],
    },
    { text: '{"version":"2.0",«"version"»:"2.0",«"Version"»:"2.0"}', messages: ['same', 'case'] },
  ],
});
