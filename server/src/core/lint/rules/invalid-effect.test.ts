import { testRule } from '../../../../test/rule-tester.js';

const statement = (effect: string): string => `{"statement":[{"effect":${effect}}]}`;

testRule('invalid-effect', {
  valid: [
    statement('"allow"'),
    statement('"deny"'),
    statement('1'),
    '{"statement":[{}]}',
    '{"effect":"nothing to do with statements"}',
    // The COS console writes the policies of buckets so.
    '{"Statement":[{"Effect":"Allow","Principal":{"qcs":["*"]},"Action":"name/cos:GetObject"}]}',
  ],
  invalid: [
    { text: statement('«"allow "»'), messages: ['invalid'], severity: 'error', fixed: statement('"allow"') },
    { text: statement('«"Deny"»'), messages: ['case'], severity: 'warning', fixed: statement('"deny"') },
    { text: statement('«"alow"»'), messages: ['invalid'], fixed: null, suggested: [statement('"allow"')] },
    { text: statement('«"dney"»'), messages: ['invalid'], suggested: [statement('"deny"')] },
    { text: statement('«"permit"»'), messages: ['invalid'], suggested: [statement('"allow"')] },
    { text: statement('«""»'), messages: ['empty'], fixed: null, suggested: [] },
    { text: statement('«"maybe"»'), messages: ['invalid'], fixed: null, says: 'not "maybe"' },
  ],
});
