import { testRule } from '../../../../test/rule-tester.js';

const version = (value: string): string => `{"version":${value},"statement":[]}`;

testRule('invalid-version', {
  valid: [version('"2.0"'), version('"3.0"'), version('2.0'), '{"statement":[{"version":"1.0"}]}', '{}'],
  invalid: [
    {
      text: version('«"2012-10-17"»'),
      messages: ['invalid'],
      severity: 'error',
      says: '"2012-10-17"',
      fixed: null,
      suggested: [version('"2.0"')],
    },
    { text: version('«"1.0"»'), messages: ['invalid'], fixed: null, suggested: [version('"2.0"')] },
    { text: version('«"2"»'), messages: ['invalid'], fixed: version('"2.0"') },
    { text: version('«" v3.0"»'), messages: ['invalid'], fixed: version('"3.0"') },
    { text: version('«""»'), messages: ['invalid'], suggested: [version('"2.0"')] },
  ],
});
