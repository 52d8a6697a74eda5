/** Random pairs of small policies and who calls, for tests: of each pair mostly an edit. The requests that tell them apart are in `small-worlds.ts`. */
import fc from 'fast-check';
import type { Flags, PlainCaller, PlainCondition, PlainStatement } from './plain-access.js';
import { tagKey, type Pair } from './small-worlds.js';

const some = <Item>(...items: readonly Item[]): fc.Arbitrary<readonly Item[]> =>
  fc.uniqueArray(fc.constantFrom(...items), { minLength: 1, maxLength: 2 });
const anyOf = (...operators: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...operators);

const suffixed = (base: readonly string[]): readonly string[] => base.flatMap((name) => [name, `${name}_if_exist`]);
const textOperators = suffixed([
  'string_equal',
  'string_not_equal',
  'string_equal_ignore_case',
  'string_not_equal_ignore_case',
  'string_like',
  'string_not_like',
]);
const orders = ['equal', 'not_equal', 'less_than', 'less_than_equal', 'greater_than', 'greater_than_equal'];
const ofSets = (names: readonly string[]): readonly string[] =>
  ['for_any_value:', 'for_all_value:'].flatMap((qualifier) => names.map((name) => qualifier + name));
const one = (
  operator: fc.Arbitrary<string>,
  key: string,
  values: fc.Arbitrary<readonly string[]>,
): fc.Arbitrary<PlainCondition> =>
  fc.tuple(operator, values).map(([name, constants]) => ({ [name]: { [key]: constants } }));

/** One test of each kind. */
const tests: { readonly [key: string]: fc.Arbitrary<PlainCondition> } = {
  word: fc.oneof(
    one(anyOf(...textOperators), 'word', some('x', 'y', 'xy', 'x*', '*x', '*y*', 'X', 'x*y', '${uin}')),
    one(anyOf('null_equal'), 'word', some('true', 'false')),
    one(anyOf('string_resembles'), 'word', fc.constant(['x'])),
  ),
  size: fc.oneof(
    one(anyOf(...suffixed(orders.map((order) => `numeric_${order}`))), 'size', some('1', '2', '1.0')),
    one(anyOf('null_equal'), 'size', some('true', 'false')),
  ),
  place: one(
    anyOf(...suffixed(['ip_equal', 'ip_not_equal'])),
    'place',
    some('10.0.0.0/24', '10.0.1.7/24', '10.0.0.0/23', '8.8.8.8', '0.0.0.0/0'),
  ),
  time: one(
    anyOf(...suffixed(orders.map((order) => `date_${order}`))),
    'time',
    some('2026-06-01T00:00:00Z', '2026-06-01T08:00:00+08:00', '2026-06-02T00:00:00Z'),
  ),
  sure: one(anyOf('bool_equal', 'bool_equal_if_exist'), 'sure', some('true', 'false')),
  many: fc.oneof(
    one(
      anyOf(...ofSets(['string_equal', 'string_not_equal', 'string_like', 'string_equal_if_exist'])),
      'many',
      some('x', 'y', 'x*'),
    ),
    one(anyOf('null_equal'), 'many', some('true', 'false')),
  ),
  tags: fc.oneof(
    one(
      anyOf(...ofSets(['string_equal', 'string_not_equal', 'string_equal_if_exist'])),
      tagKey,
      some('e&1', 'e&2', 't&1'),
    ),
    one(anyOf('string_equal', 'string_not_equal', 'string_like', 'null_equal'), `${tagKey}/e`, some('1', '2')).map(
      (condition) => ('null_equal' in condition ? { null_equal: { [`${tagKey}/e`]: ['true'] } } : condition),
    ),
  ),
};

/** Conditions of up to three tests on few keys. */
const conditionOn = (keys: readonly string[]): fc.Arbitrary<PlainCondition> =>
  fc
    .array(
      fc.constantFrom(...keys).chain((key) => tests[key] ?? fc.constant({})),
      { maxLength: 3 },
    )
    .map((parts) => {
      const all = new Map<string, PlainCondition[string]>();
      for (const part of parts)
        for (const [operator, tested] of Object.entries<PlainCondition[string]>(part))
          all.set(operator, { ...all.get(operator), ...tested });
      return Object.fromEntries(all);
    });

const effect = fc.constantFrom('allow', 'allow', 'deny');

/** A pair of which the second is mostly an edit of the first. */
function pairOf(statement: fc.Arbitrary<PlainStatement>, withBoundary: boolean): fc.Arbitrary<Pair> {
  const statements = fc.array(statement, { minLength: 1, maxLength: 3 });
  const boundary = withBoundary ? fc.option(statements, { nil: undefined, freq: 3 }) : fc.constant(undefined);
  return fc
    .tuple(statements, boundary, boundary, statements, fc.nat({ max: 5 }), fc.nat({ max: 6 }))
    .map(([first, limit, other, more, at, way]): Pair => {
      const place = at % first.length;
      const edits: readonly (readonly PlainStatement[])[] = [
        more,
        first.filter((_, index) => index !== place),
        [...more.slice(0, 1), ...first],
        first.map((one, index) => (index === place ? { ...one, ...(more[0] && { action: more[0].action }) } : one)),
        first.map((one, index) =>
          index === place ? { ...one, ...(more[0]?.resource && { resource: more[0].resource }) } : one,
        ),
        first.map((one, index) => (index === place ? { ...one, condition: more[0]?.condition ?? {} } : one)),
        first.map((one, index) =>
          index === place ? { ...one, ...(more[0]?.principal && { principal: more[0].principal }) } : one,
        ),
      ];
      return {
        before: { statements: first, boundary: limit },
        after: { statements: edits[way] ?? more, boundary: place % 2 === 0 ? limit : other },
      };
    });
}

const caller: fc.Arbitrary<PlainCaller> = fc.constantFrom(
  { uin: '11', owner: '22', appId: '33' },
  { uin: '12', owner: '22', appId: '88' },
  { uin: '11', owner: '44', appId: '33' },
  { uin: '98', owner: '77', appId: '88' },
);

/** Two users, a group, everyone, and a service. */
const principal = fc.constantFrom(
  ...[
    ['qcs::cam::uin/22:uin/11'],
    ['qcs::cam::uin/22:uin/12'],
    ['qcs::cam::uin/22:uin/12', 'qcs::cam::uin/22:uin/11'],
    ['qcs::cam::uin/22:groupid/5'],
    ['qcs::cam::uin/22:uin/12', 'qcs::cam::uin/22:groupid/5'],
  ].map((qcs) => ({ qcs })),
  { qcs: ['*'] },
  { service: ['s'] },
  { service: ['s'], qcs: ['qcs::cam::uin/22:uin/11'] },
);

const flagNames = [
  ...['absentNegated', 'forAllAbsent', 'directory', 'dirSelf', 'starSix', 'case', 'unqualified'],
  ...['permid/1', 'string_resembles word x'],
];

/** How each question that these pairs raise and no document answers may be answered. */
export const readings: fc.Arbitrary<Flags> = fc.record(
  Object.fromEntries(flagNames.map((name) => [name, fc.boolean()])),
);

/** A pair of policies, and what is said of the caller. */
export interface Asked {
  readonly pair: Pair;
  readonly said: Partial<PlainCaller>;
}

const asked = (pair: fc.Arbitrary<Pair>, said: fc.Arbitrary<Partial<PlainCaller>>): fc.Arbitrary<Asked> =>
  fc.record({ pair, said });

/** Actions, resources, conditions, principals and boundaries together. */
export const mixedPairs: fc.Arbitrary<Asked> = asked(
  fc.subarray(Object.keys(tests), { minLength: 1, maxLength: 1 }).chain((keys) =>
    pairOf(
      fc.record({
        effect,
        principal: fc.option(principal, { nil: undefined, freq: 7 }),
        action: some(
          ...['*', 'zz:*', 'name/zz:a*', 'zz:*a', 'zz:a', 'zz:A', 'zz:ab', 'zz:*b*', 'zz:a*b', 'yy:*', '*:a'],
          'permid/1',
        ),
        resource: some(
          '*',
          'qcs::zz:::t/*',
          'qcs::zz:gz::t/x',
          'qcs::zy:ap-guangzhou::t/x',
          'qcs::zz:::t',
          'qcs::zz::uid/33:t/${uin}',
          'qcs::zz:ap-*:uin/44:*',
          'qcs::zz:::*',
          'qcs::zz::uin/*:t/*',
          'qcs::zz::uin/22:t/*/x',
          'qcs::::*:*x',
          'qcs::::*:*',
          'qcs::zz:*:*:x*',
          'qcs::z*::uin/2*:t/x',
          'qcs:id/5:zz:::t/x',
        ),
        condition: fc.oneof({ weight: 3, arbitrary: fc.constant({}) }, conditionOn(keys)),
      }),
      true,
    ),
  ),
  caller,
);

/** Everything hangs on the conditions. */
export const conditionPairs: fc.Arbitrary<Asked> = asked(
  fc.subarray(Object.keys(tests), { minLength: 1, maxLength: 2 }).chain((keys) =>
    pairOf(
      fc.record({
        effect,
        action: fc.constant(['zz:a']),
        resource: fc.constant(['*']),
        condition: conditionOn(keys),
      }),
      false,
    ),
  ),
  caller,
);

/** Everything hangs on who calls and whose account it is, of which little is said. */
export const callerPairs: fc.Arbitrary<Asked> = asked(
  pairOf(
    fc.record({
      effect,
      action: fc.constant(['zz:a']),
      resource: some(
        '*',
        ...['', 'uin/', 'uin/22', 'uin/11', 'uin/2*', 'uin/*', 'uid/33', 'uid/*', '*'].map(
          (account) => `qcs::zz::${account}:t/x`,
        ),
        ...['${uin}', '11', '${owner_uin}', '22', '${app_id}', '33', '*', '${uin}/*'].map((id) => `qcs::zz:::t/${id}`),
        'qcs::zz::*:t/${uin}',
        'qcs::zz::*:t/11',
        'qcs::cos:::t/${uin}',
        'qcs::cos::uid/33:t/*',
      ),
      condition: fc.oneof(
        { weight: 3, arbitrary: fc.constant({}) },
        one(anyOf('string_equal', 'string_not_equal_if_exist'), 'word', some('${uin}', '11', '${owner_uin}', '22')),
      ),
    }),
    false,
  ),
  fc.constantFrom<Partial<PlainCaller>[]>(
    {},
    { owner: '22' },
    { appId: '33' },
    { uin: '11' },
    { owner: '22', appId: '33' },
    { uin: '11', owner: '22' },
    { uin: '12', owner: '44', appId: '33' },
  ),
);

/** Everything hangs on whom the statements name; some are of trust policies. */
export const principalPairs: fc.Arbitrary<Asked> = asked(
  fc.oneof(
    pairOf(
      fc.record(
        {
          effect,
          principal,
          action: fc.constant(['zz:a']),
          resource: some('*', 'qcs::zz:::t/x'),
          condition: conditionOn(['sure']),
        },
        { requiredKeys: ['effect', 'action', 'resource', 'condition'] },
      ),
      true,
    ),
    pairOf(
      fc.record({
        effect,
        principal,
        action: some('name/sts:AssumeRole', 'sts:*', 'sts:AssumeRole*'),
        condition: conditionOn(['sure']),
      }),
      false,
    ),
  ),
  caller,
);
