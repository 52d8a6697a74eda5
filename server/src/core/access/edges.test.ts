/** Where a comparison turns: one number or address more, one value of two, a boundary that is a little wider. */
import assert from 'node:assert/strict';
import { shippedCatalogue as catalogue, shippedLanguage as language } from '../../../test/shipped-catalogue.js';
import { readPolicy } from '../policy/read.js';
import { can } from './can.js';
import { compare } from './compare.js';
import type { Attached, Difference } from './comparison.js';
import type { ContextValue } from './question.js';
import { doubtName } from './words/doubt-words.js';

const facts = { catalogue, language };
const policyOf = (...statement: readonly object[]): ReturnType<typeof readPolicy> =>
  readPolicy(JSON.stringify({ version: '2.0', statement }));
const allow = (action = '*', resource = '*', condition?: object): object => ({
  effect: 'allow',
  action,
  resource,
  ...(condition && { condition }),
});
const deny = (...parts: Parameters<typeof allow>): object => ({ ...allow(...parts), effect: 'deny' });
const attached = (...statement: readonly object[]): Attached => ({ policies: [policyOf(...statement)] });
const within = (boundary: readonly object[], ...statement: readonly object[]): Attached => ({
  ...attached(...statement),
  boundary: policyOf(...boundary),
});

const shown = (difference: Difference): string =>
  difference.is === 'undecided'
    ? `${difference.because.map(doubtName).join()}, else ${difference.otherwise}`
    : difference.is;

/** An operator, and the values of a key. */
type Tested = readonly [operator: string, ...values: readonly string[]];
const when = (...tests: readonly Tested[]): Attached =>
  attached(allow('*', '*', Object.fromEntries(tests.map(([operator, ...key]) => [operator, { key }]))));
const on = (...resources: readonly string[]): Attached =>
  attached(...resources.map((resource) => allow('*', resource)));

const [june, juneInChina] = ['2026-06-01T00:00:00Z', '2026-06-01T08:00:00+08:00'];

/** What the second allows and the first does not, and the other way round. */
const pairs: readonly (readonly [name: string, Attached, Attached, gained: string, lost: string])[] = [
  ['less, or as much', when(['numeric_less_than', '5']), when(['numeric_less_than_equal', '5']), 'some', 'none'],
  ['more, or as much', when(['numeric_greater_than', '5']), when(['numeric_greater_than_equal', '5']), 'some', 'none'],
  [
    'less than the larger of two',
    when(['numeric_less_than', '3', '5']),
    when(['numeric_less_than', '5']),
    'none',
    'none',
  ],
  [
    'more than the smaller of two',
    when(['numeric_greater_than', '3', '5']),
    when(['numeric_greater_than', '3']),
    'none',
    'none',
  ],
  ['one number written in two ways', when(['numeric_equal', '1']), when(['numeric_equal', '1.0']), 'none', 'none'],
  [
    'one time written in two ways',
    when(['date_less_than', june]),
    when(['date_less_than', juneInChina]),
    'none',
    'none',
  ],
  ['before a time, or at it', when(['date_less_than', june]), when(['date_less_than_equal', june]), 'some', 'none'],
  [
    'one range written in two ways',
    when(['ip_equal', '10.0.0.0/24']),
    when(['ip_equal', '10.0.0.7/24']),
    'none',
    'none',
  ],
  [
    'a range and its halves',
    when(['ip_equal', '10.0.0.0/24']),
    when(['ip_equal', '10.0.0.0/25', '10.0.0.128/25']),
    'none',
    'none',
  ],
  [
    'the address behind a range',
    when(['ip_equal', '10.0.0.0/24']),
    when(['ip_equal', '10.0.0.0/24', '10.0.1.0']),
    'some',
    'none',
  ],
  [
    'the address before a range',
    when(['ip_equal', '10.0.1.0/24']),
    when(['ip_equal', '10.0.1.0/24', '10.0.0.255']),
    'some',
    'none',
  ],
  [
    'the last address of a range',
    when(['ip_equal', '10.0.0.0/24'], ['ip_not_equal', '10.0.0.255']),
    when(['ip_equal', '10.0.0.0/24']),
    'some',
    'none',
  ],
  [
    'addresses outside a range',
    attached(),
    when(['ip_not_equal_if_exist', '10.0.0.0/24'], ['null_equal', 'false']),
    'some',
    'none',
  ],
  ['present or not', on('*'), when(['null_equal', 'true', 'false']), 'none', 'none'],
  [
    'an action that is asked with `*`',
    attached(),
    attached(allow('trtc:CreateTrtcApp', 'qcs::trtc:::*')),
    'starSix, else none',
    'none',
  ],
  [
    'a tag that is told in two ways',
    attached(),
    attached(
      allow('*', '*', {
        'for_any_value:string_equal': { 'qcs:resource_tag': 'a&1' },
        string_equal: { 'qcs:resource_tag/a': '2' },
      }),
    ),
    'none',
    'none',
  ],
  [
    'no operator, or one without a key',
    on('*'),
    attached(allow('cvm:*', '*', {}), allow('*', '*', { string_equal: {} })),
    'none',
    'none',
  ],
  ['in some case', when(['string_equal_ignore_case', 'a']), when(['string_equal', 'a', 'A']), 'none', 'none'],
  ['every type and every id', on('qcs::cvm:::*/*'), on('qcs::cvm:::*'), 'none', 'none'],
  ['two names of a service', on('qcs::vod:::media/*'), on('qcs::consolevod:::media/*'), 'none', 'none'],
  ['two names of a region', on('qcs::cvm:gz::instance/*'), on('qcs::cvm:ap-guangzhou::instance/*'), 'none', 'none'],
  ['the project of all', on('qcs:id/0:cvm:::*'), on('qcs::cvm:::*'), 'none', 'none'],
  [
    'an action in other case',
    attached(allow('cvm:StopInstances')),
    attached(allow('cvm:stopinstances')),
    'case, else some',
    'case, else some',
  ],
  ['a deny of a boundary', within([allow(), deny('cvm:*')], allow()), within([allow()], allow()), 'some', 'none'],
  ['a boundary that allows more', within([allow('cos:*')], allow()), within([allow()], allow()), 'some', 'none'],
  ['no boundary any more', within([allow('cos:*')], allow()), attached(allow()), 'some', 'none'],
  [
    'more than a boundary allows',
    within([allow('cos:*')], allow('cos:*')),
    within([allow('cos:*')], allow()),
    'none',
    'none',
  ],
  ['a boundary and nothing else', attached(), within([allow()]), 'none', 'none'],
];

const ask = (one: Attached, context: { readonly [key: string]: ContextValue } = {}): string =>
  can({ ...one, action: 'cvm:StopInstances', resource: 'qcs::cvm:ap-guangzhou::instance/ins-1', context }, facts).is;

describe('the edges of access', () => {
  for (const [name, before, after, gained, lost] of pairs)
    it(`compares ${name}`, () => {
      const found = compare({ before, after }, facts);
      assert.deepEqual([shown(found.gained), shown(found.lost)], [gained, lost]);
    });

  it('answers at them', () => {
    assert.equal(ask(within([allow()], allow('cvm:*'))), 'allowed');
    assert.equal(ask(attached(allow('CVM:Stop*'))), 'undecided');
    assert.equal(ask(when(['null_equal', 'true']), { key: [] }), 'allowed');
    assert.equal(ask(when(['null_equal', 'true', 'false'])), 'allowed');
    assert.equal(ask(when(['ip_equal', '2001:db8::/32']), { key: '2001:db8::5' }), 'undecided');
    assert.equal(ask(attached(allow()), { 'qcs:resource_tag': ['a&1', 'a&2'] }), 'unreadable');
    assert.equal(ask(when(['string_like', 'a?']), { key: 'ab' }), 'undecided');
  });
});
