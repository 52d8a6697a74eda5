import { testRule } from '../../../../test/rule-tester.js';

testRule('statement-object', {
  valid: ['{"statement":[{"effect":"allow"}]}', '{"statement":[]}', '{"statement":"x"}', '{"statement":{"effect":'],
  invalid: [
    {
      text: '{"version":"2.0","statement":«{»"effect":"allow"}}',
      messages: ['object'],
      severity: 'hint',
      fixed: '{"version":"2.0","statement":[{"effect":"allow"}]}',
    },
    // Where the string ends that is not closed is not sure, nor is the brace.
    { text: '{"statement":«{»"effect":"allow\n}}', messages: ['object'], fixed: null },
    { text: '{"Statement": «{»}}', messages: ['object'], fixed: '{"Statement": [{}]}' },
    {
      text: '{\n  "statement": «{»\n    "effect": "allow"\n  },\n  "version": "2.0"\n}',
      messages: ['object'],
      fixed: '{\n  "statement": [{\n    "effect": "allow"\n  }],\n  "version": "2.0"\n}',
    },
  ],
});
