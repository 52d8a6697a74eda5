/** `can` against a second evaluator that shares nothing with it: regular expressions, all readings, every request of a small world. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { runs } from '../../../test/sampling.js';
import { shippedCatalogue as catalogue, shippedLanguage as language } from '../../../test/shipped-catalogue.js';
import {
  verdictOf,
  type Flags,
  type PlainContext as Context,
  type PlainStatement as Plain,
  type PlainValue as Value,
} from '../../../test/plain-access.js';
import { readPolicy } from '../policy/read.js';
import { can } from './can.js';

const caller = { uin: '11', owner: '22', appId: '33' };

const pools: { readonly [key: string]: readonly Value[] } = {
  word: [null, '', 'x', 'y', 'X', 'Y', 'xq', 'yq', 'Xq', 'z', 'qy', 'x*', 'X*'],
  size: [null, '0', '1', '1.5', '2', '9'],
  many: [
    null,
    'x',
    'y',
    'z',
    ...[
      ['x', 'y'],
      ['x', 'z'],
      ['y', 'z'],
      ['z', 'w'],
      ['x', 'y', 'z'],
    ],
  ],
};
const flagsFor = (resource: string): readonly string[] => [
  ...(resource === '*' ? ['starSix'] : ['directory', 'dirSelf']),
  'case',
  'absentNegated',
  'forAllAbsent',
];

const some = <Item>(...items: readonly Item[]): fc.Arbitrary<readonly Item[]> =>
  fc.array(fc.constantFrom(...items), { minLength: 1, maxLength: 2 });
const words = [
  'string_equal',
  'string_not_equal',
  'string_equal_ignore_case',
  'string_like',
  'string_not_like_if_exist',
  'string_not_like',
];
const sizes = [
  'numeric_less_than',
  'numeric_greater_than_equal',
  'numeric_not_equal_if_exist',
  'numeric_not_equal',
  'null_equal',
];
const sets = ['for_any_value:string_equal', 'for_all_value:string_equal', 'for_any_value:string_not_equal_if_exist'];
const condition = fc.oneof(
  { weight: 2, arbitrary: fc.constant({}) },
  fc
    .tuple(fc.constantFrom(...words), some('x', 'y', 'x*'))
    .map(([operator, values]) => ({ [operator]: { word: values } })),
  fc.tuple(fc.constantFrom(...sizes), some('1', '2')).map(([operator, values]) => ({
    [operator]: { size: operator === 'null_equal' ? ['true'] : values },
  })),
  fc.tuple(fc.constantFrom(...sets), some('x', 'y')).map(([operator, values]) => ({ [operator]: { many: values } })),
);
const statement: fc.Arbitrary<Plain> = fc.record({
  effect: fc.constantFrom('allow', 'allow', 'deny'),
  action: some('*', 'zz:*', 'name/zz:Get*', 'zz:*Thing', 'zz:GetThing', 'zz:getThing', 'yy:*'),
  resource: some(
    '*',
    '*',
    'qcs::zz:::t/*',
    'qcs::zz:gz::t/x',
    'qcs::zz:::t',
    'qcs::zz::uid/33:t/${uin}',
    'qcs::zz:*:uin/44:*',
    'qcs::zz:::*',
  ),
  condition,
});
const asked = [
  '*',
  'qcs::zz:ap-guangzhou:uin/22:t/x',
  'qcs::zz:ap-guangzhou:uin/22:t/11',
  'qcs::zz:ap-beijing:uin/44:t',
];
const context = fc.record(
  {
    word: fc.constantFrom(...(pools['word'] ?? [])),
    size: fc.constantFrom(...(pools['size'] ?? [])),
    many: fc.constantFrom(...(pools['many'] ?? [])),
  },
  { requiredKeys: [] },
);

/** Every context that says what `said` says. */
const contexts = (said: Context): readonly Context[] =>
  Object.entries(pools).reduce<readonly Context[]>(
    (all, [key, pool]) =>
      Object.hasOwn(said, key)
        ? all.map((each) => ({ ...each, [key]: said[key] ?? null }))
        : all.flatMap((each) => pool.map((value) => ({ ...each, [key]: value }))),
    [{}],
  );

const keysIn = (statements: readonly Plain[]): ReadonlySet<string> =>
  new Set(statements.flatMap((each) => Object.values(each.condition ?? {}).flatMap((keys) => Object.keys(keys))));

function naive(statements: readonly Plain[], resource: string, said: Context): string {
  const tested = keysIn(statements);
  const unasked = Object.fromEntries(
    Object.keys(pools)
      .filter((key) => !tested.has(key))
      .map((key) => [key, null]),
  );
  const worlds = contexts({ ...unasked, ...said });
  const verdicts = new Set<string>();
  const flagNames = flagsFor(resource);
  for (let mask = 0; mask < 2 ** flagNames.length; mask++) {
    const flags: Flags = Object.fromEntries(
      flagNames.map((name, index) => [name, Math.floor(mask / 2 ** index) % 2 === 1]),
    );
    const found = new Set(
      worlds.map((world) => verdictOf(statements, { action: 'zz:GetThing', resource, context: world, caller }, flags)),
    );
    const refused = found.has('denied') && found.size === 1 ? 'denied' : 'refused';
    verdicts.add(!found.has('allowed') ? refused : found.size > 1 ? 'conditional' : 'allowed');
  }
  if (verdicts.has('refused')) verdicts.delete('denied');
  return verdicts.size === 1 ? [...verdicts].join('') : 'undecided';
}

describe('can, beside a naive evaluator', () => {
  it('says the same of random policies', () => {
    let caps = 0;
    let tried = 0;
    fc.assert(
      fc.property(
        fc.array(statement, { minLength: 1, maxLength: 4 }),
        fc.constantFrom(...asked),
        context,
        (statements, resource, said) => {
          const policy = readPolicy(JSON.stringify({ version: '2.0', statement: statements }));
          const decision = can(
            { policies: [policy], caller, action: 'zz:GetThing', resource, context: said, level: 'resource' },
            { catalogue, language },
          );
          tried++;
          const expected = naive(statements, resource, said);
          if (decision.is === 'undecided' && decision.because.some((doubt) => 'cap' in doubt)) caps++;
          else if (expected === 'refused')
            assert.ok(decision.is === 'not-allowed' || decision.is === 'denied', decision.is);
          else assert.equal(decision.is, expected);
        },
      ),
      runs(20_000),
    );
    assert.ok(caps < tried / 50, `${caps} of ${tried}`);
  });
});
