/** Which statements a policy can do without, and what it takes to say so. */
import assert from 'node:assert/strict';
import { shippedLanguage as language } from '../../../test/shipped-catalogue.js';
import { tinyCatalogue as catalogue } from '../../../test/tiny-catalogue.js';
import type { Policy } from '../policy/model.js';
import { readPolicy } from '../policy/read.js';
import { spareIn } from './spare.js';

const app = (id: string): string => `qcs::trtc::uin/100000000001:sdkappid/${id}`;
const statement = (effect: string, action: unknown, resource: unknown = '*', more: object = {}): object => ({
  effect,
  action,
  resource,
  ...more,
});
const allow = (action: unknown, resource?: unknown, more?: object): object =>
  statement('allow', action, resource, more);
const deny = (action: unknown, resource?: unknown, more?: object): object => statement('deny', action, resource, more);
const when = (condition: object): object => ({ condition });
const sure = (...values: readonly string[]): object => when({ bool_equal: { sure: values } });
const to = (name: string): object => ({ principal: { qcs: [`qcs::cam::uin/1:uin/${name}`] } });

const textOf = (statements: readonly object[]): string => JSON.stringify({ version: '2.0', statement: statements });
const policyOf = (...statements: readonly object[]): Policy => readPolicy(textOf(statements));

/** Each spare statement by number, with those that say all of it. */
const found = (policy: Policy, ...gone: readonly number[]): readonly string[] =>
  spareIn(
    policy,
    { catalogue, language },
    new Set(policy.statements.filter(({ index }) => gone.includes(index + 1))),
  ).map(({ statement: { index }, by }) => `${index + 1}: ${by.map((one) => one.index + 1).join()}`);

const cases: readonly (readonly [name: string, statements: readonly object[], spare: readonly string[]])[] = [
  ['of the same twice the later one', [allow('mps:EditMedia'), allow('mps:EditMedia')], ['2: 1']],
  ['of the same three times all but one', [deny('mps:*'), deny('mps:*'), deny('mps:*')], ['2: 1', '3: 1']],
  ['what a wider one says, wherever it stands', [allow('mps:EditMedia'), allow('mps:*')], ['1: 2']],
  [
    'of three of which any two do, the last one',
    [
      allow(['trtc:RemoveUser', 'trtc:DismissRoom']),
      allow(['trtc:DismissRoom', 'trtc:CreateTrtcApp']),
      allow(['trtc:CreateTrtcApp', 'trtc:RemoveUser']),
    ],
    ['3: 1,2'],
  ],
  [
    'what one says on one resource, and another on the other',
    [
      allow('trtc:RemoveUser', [app('1'), app('2')]),
      allow('trtc:*', app('1')),
      allow(['trtc:RemoveUser', 'mps:*'], app('2')),
    ],
    ['1: 2,3'],
  ],
  [
    'what others say that are not spare themselves',
    [
      allow(['trtc:RemoveUser', 'mps:EditMedia']),
      allow(['trtc:RemoveUser', 'mps:EditMedia'], '*', sure('true')),
      allow('trtc:*'),
      allow('mps:*'),
    ],
    ['1: 3,4', '2: 3,4'],
  ],
  [
    'what conditions that complete each other say',
    [
      allow('mps:EditMedia', '*', sure('true', 'false')),
      allow('mps:EditMedia', '*', when({ null_equal: { sure: 'true' } })),
      allow('mps:EditMedia'),
    ],
    ['1: 3', '2: 3'],
  ],
  [
    'what others deny under conditions that complete each other',
    [
      deny('mps:EditMedia', '*', sure('true', 'false')),
      deny('mps:EditMedia', '*', sure('true')),
      deny('mps:EditMedia', '*', sure('false')),
    ],
    ['2: ', '3: '],
  ],
  [
    'that, where none of them says all of it',
    [
      deny('mps:EditMedia', '*', when({ ip_equal: { 'qcs:ip': '10.0.0.0/15' } })),
      deny('mps:*', '*', when({ ip_equal: { 'qcs:ip': '10.0.0.0/16' } })),
      deny('mps:*', '*', when({ ip_equal: { 'qcs:ip': '10.1.0.0/16' } })),
    ],
    ['1: '],
  ],
  [
    'what is denied in part, while another allows the rest',
    [allow(['trtc:RemoveUser', 'trtc:DismissRoom']), deny('trtc:DismissRoom'), allow('trtc:RemoveUser')],
    ['3: 1'],
  ],
  [
    'that, where the other one allows more',
    [allow(['trtc:RemoveUser', 'trtc:DismissRoom']), deny('trtc:DismissRoom'), allow(['trtc:RemoveUser', 'mps:*'])],
    ['1: '],
  ],
  ['no deny because the policy allows nothing of it', [allow('mps:EditMedia'), deny('trtc:RemoveUser')], []],
  ['nothing that others say under a condition', [allow('mps:EditMedia'), allow('mps:*', '*', sure('true'))], []],
  ['nothing that others say of other people', [allow('mps:*', '*', to('2')), allow('mps:*', '*', to('3'))], []],
  ['what others say of the same people', [allow('mps:*', '*', to('2')), allow('mps:*', '*', to('2'))], ['2: 1']],
  [
    'nothing that hangs on whose account it is',
    [allow('trtc:RemoveUser', 'qcs::trtc:::sdkappid/1'), allow('trtc:RemoveUser', app('1'))],
    [],
  ],
  [
    'nothing that hangs on what no document says',
    [
      allow('mps:EditMedia', '*', when({ 'for_all_value:string_equal': { many: 'a' } })),
      allow('mps:EditMedia', '*', when({ null_equal: { many: 'true' } })),
    ],
    [],
  ],
  ['what a numbered set says as well', [allow('permid/1'), allow('permid/1')], ['2: ']],
];

describe('what a policy can do without', () => {
  for (const [name, statements, spare] of cases)
    it(`is ${name}`, () => {
      assert.deepEqual(found(policyOf(...statements)), spare);
    });

  it('is nothing that is said only by what is gone already', () => {
    const policy = policyOf(allow('mps:*'), allow('mps:EditMedia'), deny('mps:*'));
    assert.deepEqual([found(policy), found(policy, 1)], [['1: ', '2: '], ['2: ']]);
  });

  it('is nothing where values are not known', () => {
    const text = textOf([allow('mps:*'), allow('mps:*')]);
    assert.deepEqual([found(readPolicy(text)), found(readPolicy(text, 'values'))], [['2: 1'], []]);
  });

  it('is not looked for beyond the limits', () => {
    const many = (count: number, name: string): readonly string[] =>
      Array.from({ length: count }, (_, index) => `${name}${index}`);
    const statements = (count: number): readonly object[] => many(count, 'mps:A').map((action) => allow(action));
    assert.deepEqual(found(policyOf(...statements(127), allow('mps:A5'))), ['128: 6']);
    assert.deepEqual(found(policyOf(...statements(128), allow('mps:A5'))), []);
    const wide = (count: number): object => allow(many(count, 'trtc:A'), many(count, app('1')));
    assert.deepEqual(found(policyOf(wide(50), wide(50))), ['2: 1']);
    assert.deepEqual(found(policyOf(wide(250), wide(250))), []);
  });
});
