import assert from 'node:assert/strict';
import fc from 'fast-check';
import { testRule } from '../../../../test/rule-tester.js';
import { urlEncoded } from '../../knowledge/cos-keys.js';

const policy = (condition: string): string =>
  `{"statement":[{"effect":"allow","action":"cos:GetBucket","condition":{${condition}}}]}`;
const deny = (condition: string): string => policy(condition).replace('"allow"', '"deny"');
const prefix = (value: string, operator = 'string_equal'): string => policy(`"${operator}":{"cos:prefix":${value}}`);

testRule('unencoded-condition-value', {
  valid: [
    prefix('"menu"'),
    prefix('"menu%2F"'),
    prefix('"menu%2f2026%2F*"', 'string_like'),
    prefix('"*"', 'string_like'),
    prefix('"menu?"', 'string_like'),
    prefix('""'),
    prefix('"a-b_c.d~e"'),
    prefix('"${uin}"'),
    // Placeholders are told of elsewhere.
    prefix('"<folder>/"'),
    prefix('1'),
    // Headers are compared as they are written.
    policy('"string_equal":{"cos:content-type":"image/jpeg"}'),
    policy('"string_like":{"cos:content-type":"image/*"}'),
    policy('"string_equal":{"cos:x-cos-acl":"public-read"}'),
    policy('"string_equal":{"qcs:ip":"a/b"}'),
    policy('"StringEquals":{"cos:prefix":"a/b"}'),
    // Half a character has no encoding.
    prefix('"\\ud800/"'),
  ],
  invalid: [
    {
      text: prefix('«"menu/"»'),
      messages: ['plain'],
      severity: 'warning',
      says: '"menu%2F"',
      fixed: prefix('"menu%2F"'),
    },
    {
      text: prefix('«"menu/*"»', 'string_like'),
      messages: ['plain'],
      fixed: prefix('"menu%2F*"', 'string_like'),
    },
    {
      text: policy('"string_not_equal_if_exist":{"cos:response-content-type":«"image/jpeg"»}'),
      messages: ['excepts'],
      says: 'excepts no request',
      fixed: policy('"string_not_equal_if_exist":{"cos:response-content-type":"image%2Fjpeg"}'),
    },
    // What is denied with a value more is denied all the same, but a deny that excepts nothing yet would let something through.
    { text: deny('"string_equal":{"cos:prefix":«"a/"»}'), messages: ['plain'], suggested: [] },
    {
      text: deny('"string_not_equal":{"cos:prefix":«"a/"»}'),
      messages: ['excepts'],
      fixed: null,
      suggested: [deny('"string_not_equal":{"cos:prefix":"a%2F"}')],
    },
    { text: prefix('["a",«"b/c"»,«"d e"»]'), messages: ['plain'], fixed: prefix('["a","b%2Fc","d e"]') },
    { text: prefix('«"a%2Fb/c"»'), messages: ['plain'], fixed: prefix('"a%2Fb%2Fc"') },
    { text: prefix('«"50%/"»'), messages: ['plain'], fixed: prefix('"50%25%2F"') },
    { text: prefix('«"菜单/"»'), messages: ['plain'], fixed: prefix('"%E8%8F%9C%E5%8D%95%2F"') },
    { text: prefix('«"😀"»'), messages: ['plain'], fixed: prefix('"%F0%9F%98%80"') },
    { text: prefix('«"home/${uin}/"»'), messages: ['plain'], fixed: prefix('"home%2F${uin}%2F"') },
    { text: policy('"string_equal":{"cos:versionid":«"a+b="»}'), messages: ['plain'] },
    { text: prefix('«"menu?"»'), messages: ['plain'], fixed: prefix('"menu%3F"') },
  ],
});

describe('urlEncoded', () => {
  it('changes nothing that it gave', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.boolean(), (value, like) => {
        const once = urlEncoded(value, like);
        return once === undefined || urlEncoded(once, like) === once;
      }),
    );
  });

  it('takes long values', () => {
    for (const unit of ['${a', '%', '/', '*', '%2'])
      assert.ok((urlEncoded(unit.repeat(200_000), true) ?? '').length > 100_000);
  });
});
