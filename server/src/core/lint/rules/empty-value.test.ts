import { testRule } from '../../../../test/rule-tester.js';

const statement = (members: string): string => `{"statement":[{${members}}]}`;

testRule('empty-value', {
  valid: [
    statement('"effect":"allow","action":["*"],"resource":"*"'),
    // Other rules speak of these, and a statement without members lacks elements.
    '{"version":"","statement":[{}]}',
    statement('"effect":""'),
    statement('"condition":{"string_equal":{"qcs:tag":""}}'),
    // A restriction whose name is not JSON is none the less there.
    statement('"condition":{["ip_equal"]:{"qcs:ip":["10.0.0.0/8"]}}'),
    statement('"condition":{"string_equal":{},["ip_equal"]:{"qcs:ip":["10.0.0.0/8"]}}'),
    statement('"condition":{"ip_equal":{["qcs:ip"]:["10.0.0.0/8"]}}'),
    // Half-written.
    '{"statement":[',
    '{"statement":[{"action":["',
  ],
  invalid: [
    { text: '{"statement":«[]»}', messages: ['statement'], severity: 'warning', fixed: null },
    { text: statement('"action":«[]»'), messages: ['list'], says: '`action` is empty', fixed: null },
    // Nothing is filled in yet: that is one thing.
    {
      text: statement('"action":«""»,"resource":[ ]'),
      messages: ['lists'],
      says: '`action` and `resource` are empty',
      fixed: null,
    },
    { text: statement('"action":"a","resource":«[ ]»'), messages: ['list'], says: '`resource` is empty' },
    { text: statement('"action":["a",«" "»]'), messages: ['item'], fixed: statement('"action":["a"]') },
    { text: statement('"resource":[«""»]'), messages: ['item'], fixed: null },
    { text: statement('"principal":«{}»'), messages: ['principal'], fixed: null },
    { text: '{"principal":{"qcs":«[]»}}', messages: ['principal'], says: '`qcs` names nobody' },
    {
      text: statement('"effect":"deny","condition":«{}»'),
      messages: ['condition'],
      severity: 'hint',
      fixed: statement('"effect":"deny"'),
    },
    {
      text: statement('"effect":"deny","condition":{"ip_equal":«{}»,"string_equal":{"a":"b"}}'),
      messages: ['condition'],
      severity: 'warning',
      fixed: statement('"effect":"deny","condition":{"string_equal":{"a":"b"}}'),
    },
    // A restriction of an allow that is not finished is not taken for none.
    ...['«{}»', '{"ip_equal":«{}»}'].map((condition) => ({
      text: statement(`"effect":"allow","condition":${condition}`),
      messages: ['condition'],
      fixed: null,
      suggested: [statement('"effect":"allow"')],
      preferred: [false],
    })),
    {
      text: statement('"condition":{"ip_equal":«{}»,"string_equal":{"a":"b"}}'),
      messages: ['condition'],
      fixed: null,
      suggested: [statement('"condition":{"string_equal":{"a":"b"}}')],
    },
    {
      text: statement('"effect":"deny","condition":{"ip_equal":«{}»,"string_equal":«{}»}'),
      messages: ['condition'],
      fixed: statement('"effect":"deny"'),
    },
    // The comma goes first.
    { text: statement('"effect":"deny","condition":«{,}»'), messages: ['condition'], fixed: null },
    { text: statement('"condition":{"ip_equal":{"qcs:ip":«[]»}}'), messages: ['key'], says: '`qcs:ip`', fixed: null },
  ],
});
