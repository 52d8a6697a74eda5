/** Small worlds in which every request can be tried: random policies over few letters, and all requests that could tell them apart. For tests. */
import fc from 'fast-check';
import {
  actionMeets,
  conditionMeets,
  resourceMeets,
  type Flags,
  type PlainCondition,
  type PlainContext,
  type PlainRequest,
  type PlainStatement,
  type PlainValue,
} from './plain-access.js';

export const caller = { uin: '11', owner: '22', appId: '33' };

/** A policy and its boundary. */
export interface Side {
  readonly statements: readonly PlainStatement[];
  readonly boundary: readonly PlainStatement[] | undefined;
}

export interface Pair {
  readonly before: Side;
  readonly after: Side;
}

const wordsOver = (letters: string, length: number): readonly string[] =>
  length === 0
    ? ['']
    : ['', ...wordsOver(letters, length - 1).flatMap((rest) => Array.from(letters, (letter) => letter + rest))];

const names = [...new Set(wordsOver('abAq', 3))].filter((name) => name !== '');
const actions = [...names.map((name) => `zz:${name}`), 'yy:a', 'yy:q', 'q:q'];
const resources = [
  '*',
  ...['ap-guangzhou', 'ap-q', 'q', ''].flatMap((region) =>
    ['uin/22', 'uin/44', 'uin/q', 'q'].flatMap((account) =>
      ['t', 't/', 't/x', 't/q', 't/11', 't/12', 't/x/x', 't/q/x', 'x', 'xq', 'qx', 'q', 't/11/q'].map(
        (path) => `qcs::zz:${region}:${account}:${path}`,
      ),
    ),
  ),
  'qcs::q:q:uin/22:t/x',
  'qcs:id/5:zz:q:uin/22:t/x',
];

const pools: { readonly [key: string]: readonly PlainValue[] } = {
  word: [null, '', ...wordsOver('xyq', 2), 'X', 'xY', 'XY', 'Xq', 'xqy', 'xyx', 'yqx', 'xqyq', 'qxyq', 'x*', '11'],
  size: [null, '0', '1', '1.5', '2', '9'],
  place: [null, '10.0.0.0', '10.0.0.255', '10.0.1.0', '10.0.1.255', '10.0.2.0', '9.255.255.255', '8.8.8.8'],
  time: [
    null,
    '2026-05-31T23:59:59Z',
    '2026-06-01T00:00:00Z',
    '2026-06-01T12:00:00Z',
    '2026-06-02T00:00:00Z',
    '2027-01-01T00:00:00Z',
  ],
  sure: [null, 'true', 'false'],
  many: [
    null,
    'x',
    'y',
    'q',
    'xq',
    ['x', 'y'],
    ['x', 'q'],
    ['y', 'q'],
    ['x', 'xq'],
    ['x', 'y', 'q'],
    ['x', 'y', 'xq', 'q'],
  ],
};

/** All sets of tags with one value for each of the keys `e`, `t` and one that no policy has. */
const tagSets: readonly (readonly string[])[] = ['', 'e&1', 'e&2', 'e&q'].flatMap((e) =>
  ['', 't&1', 't&q'].flatMap((t) => ['', 'q&1', 'q&q'].map((q) => [e, t, q].filter((tag) => tag !== ''))),
);
const tagKey = 'qcs:resource_tag';

const filled = (contexts: readonly PlainContext[], key: string): readonly PlainContext[] =>
  key === tagKey
    ? contexts.flatMap((context) =>
        tagSets.map((tags) => ({
          ...context,
          [tagKey]: tags.length > 0 ? tags : null,
          [`${tagKey}/e`]: tags.find((tag) => tag.startsWith('e&'))?.slice(2) ?? null,
        })),
      )
    : contexts.flatMap((context) => (pools[key] ?? []).map((value) => ({ ...context, [key]: value })));

const statementsOf = ({ before, after }: Pair): readonly PlainStatement[] =>
  [before, after].flatMap(({ statements, boundary = [] }) => [...statements, ...boundary]);

/** All contexts that say something of each key that the pair tests. */
function contextsFor(pair: Pair): readonly PlainContext[] {
  const keys = new Set(
    statementsOf(pair).flatMap(({ condition = {} }) =>
      Object.values(condition).flatMap((tested) =>
        Object.keys(tested).map((key) => (key.startsWith(tagKey) ? tagKey : key)),
      ),
    ),
  );
  return [...keys].reduce<readonly PlainContext[]>(filled, [{}]);
}

/** Those of which no other one does the same to all statements. */
function apart<Item>(
  items: readonly Item[],
  marks: (item: Item) => readonly boolean[],
): readonly { readonly item: Item; readonly marks: readonly boolean[] }[] {
  const found = new Map<string, { readonly item: Item; readonly marks: readonly boolean[] }>();
  for (const item of items) {
    const own = marks(item);
    const key = own.map(Number).join('');
    if (!found.has(key)) found.set(key, { item, marks: own });
  }
  return [...found.values()];
}

/** A request that is allowed after and not before; undefined: there is none in the world. */
export function newIn(pair: Pair, flags: Flags): PlainRequest | undefined {
  const all = statementsOf(pair);
  const places = new Map(all.map((statement, index) => [statement, index]));
  const what = apart(actions, (action) =>
    all.map((one) => one.action.some((each) => actionMeets(each, action, flags))),
  );
  const where = apart(resources, (resource) =>
    all.map((one) => one.resource.some((each) => resourceMeets(each, resource, caller, flags))),
  );
  const when = apart(contextsFor(pair), (context) =>
    all.map(({ condition }) => conditionMeets(condition, { context, caller }, flags)),
  );
  for (const a of what)
    for (const b of where)
      for (const c of when) {
        const applies = (statement: PlainStatement): boolean => {
          const at = places.get(statement) ?? -1;
          return a.marks[at] === true && b.marks[at] === true && c.marks[at] === true;
        };
        if (isAllowed(pair.after, applies) && !isAllowed(pair.before, applies))
          return { action: a.item, resource: b.item, context: c.item, caller };
      }
  return undefined;
}

function isAllowed({ statements, boundary }: Side, applies: (statement: PlainStatement) => boolean): boolean {
  const met = statements.filter(applies);
  const within = boundary?.filter(applies);
  return met.length > 0 && within?.length !== 0 && ![...met, ...(within ?? [])].some(({ effect }) => effect === 'deny');
}

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
    .tuple(statements, boundary, boundary, statements, fc.nat({ max: 5 }), fc.nat({ max: 5 }))
    .map(([first, limit, other, more, at, way]): Pair => {
      const place = at % first.length;
      const edits: readonly (readonly PlainStatement[])[] = [
        more,
        first.filter((_, index) => index !== place),
        [...more.slice(0, 1), ...first],
        first.map((one, index) => (index === place ? { ...one, ...(more[0] && { action: more[0].action }) } : one)),
        first.map((one, index) => (index === place ? { ...one, ...(more[0] && { resource: more[0].resource }) } : one)),
        first.map((one, index) => (index === place ? { ...one, condition: more[0]?.condition ?? {} } : one)),
      ];
      return {
        before: { statements: first, boundary: limit },
        after: { statements: edits[way] ?? more, boundary: place % 2 === 0 ? limit : other },
      };
    });
}

/** Actions, resources, conditions and boundaries together. */
export const mixedPairs: fc.Arbitrary<Pair> = fc
  .subarray(Object.keys(tests), { minLength: 1, maxLength: 1 })
  .chain((keys) =>
    pairOf(
      fc.record({
        effect,
        action: some('*', 'zz:*', 'name/zz:a*', 'zz:*a', 'zz:a', 'zz:A', 'zz:ab', 'zz:*b*', 'zz:a*b', 'yy:*', '*:a'),
        resource: some(
          '*',
          'qcs::zz:::t/*',
          'qcs::zz:gz::t/x',
          'qcs::zz:::t',
          'qcs::zz::uid/33:t/${uin}',
          'qcs::zz:ap-*:uin/44:*',
          'qcs::zz:::*',
          'qcs::zz::uin/*:t/*',
          'qcs::zz::uin/22:t/*/x',
          'qcs::::*:*x',
          'qcs::::*:*',
          'qcs::zz:*:*:x*',
          'qcs:id/5:zz:::t/x',
        ),
        condition: fc.oneof({ weight: 3, arbitrary: fc.constant({}) }, conditionOn(keys)),
      }),
      true,
    ),
  );

/** Everything hangs on the conditions. */
export const conditionPairs: fc.Arbitrary<Pair> = fc
  .subarray(Object.keys(tests), { minLength: 1, maxLength: 2 })
  .chain((keys) =>
    pairOf(
      fc.record({ effect, action: fc.constant(['zz:a']), resource: fc.constant(['*']), condition: conditionOn(keys) }),
      false,
    ),
  );
