import { testRule } from '../../../../test/rule-tester.js';

const bucket =
  '{"Statement":[{"Principal":{"qcs":["*"]},"Effect":"allow","Action":["name/cos:GetObject"],"Resource":["*"]}],"version":"2.0"}';

testRule('element-case', {
  valid: [
    '{"version":"2.0","statement":[{"effect":"allow","action":"*","resource":"*"}]}',
    // Principals and conditions have no elements.
    '{"principal":{"QCS":["*"]},"statement":[{"condition":{"StringEqual":{"A":"b"}}}]}',
    // Other rules speak of these.
    '{"statement":[{"Sid":"x","Actions":"*"}]}',
    '{"version":"2.0","Version":"2.0"}',
  ],
  invalid: [
    {
      text: '{«"Version"»:"2.0",«"Statement"»:[{«"Effect"»:"allow","action":"cos:*"}]}',
      messages: ['lower'],
      severity: 'warning',
      says: '`version`',
      fixed: '{"version":"2.0","Statement":[{"Effect":"allow","action":"cos:*"}]}',
    },
    {
      text: '{"STATEMENT":[]}'.replace('"STATEMENT"', '«"STATEMENT"»'),
      messages: ['lower'],
      fixed: '{"statement":[]}',
    },
    // Everyone may upload: COS is spoken of, but not in every statement.
    {
      text: '{"statement":[{«"Principal"»:"*","action":"cos:*"},{"principal":"*","action":"cvm:*"}]}',
      messages: ['lower'],
    },
    {
      text: bucket.replace(/"[A-Z]\w+"/gu, '«$&»'),
      messages: ['bucket'],
      severity: 'hint',
      says: 'COS takes `Statement`',
      fixed: null,
      suggested: [bucket.replace('Statement', 'statement')],
    },
  ],
});
