/** Small worlds in which every request can be tried: all requests that could tell apart policies of few letters, and whether one is new. For tests. */
import {
  actionMeets,
  conditionMeets,
  principalKey,
  principalMeets,
  resourceMeets,
  type Flags,
  type PlainCaller,
  type PlainContext,
  type PlainRequest,
  type PlainStatement,
  type PlainValue,
} from './plain-access.js';

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
const actions = [
  ...names.map((name) => `zz:${name}`),
  'yy:a',
  'yy:q',
  'q:q',
  'q:a',
  'sts:AssumeRole',
  'sts:AssumeRoleq',
  'sts:q',
];

/** Is asked with the lone `*` only. */
export const operation = 'zz:ab';
/** The numbers that policies have, and one that none has. */
const numbers = {
  uin: ['11', '22', '33', '98'],
  owner: ['22', '11', '33', '77'],
  appId: ['33', '11', '22', '88'],
} as const;

/**
 * Everyone who may call, as far as `said` leaves it open, by account. No two numbers of a caller are the same, as those of a root account are, unless `alike`
 * lets them be.
 */
export function callersOf(said: Partial<PlainCaller>, alike = false): readonly (readonly PlainCaller[])[] {
  const each = (part: keyof PlainCaller): readonly string[] =>
    said[part] === undefined ? numbers[part] : [said[part]];
  const apart = ({ uin, owner, appId }: PlainCaller): boolean =>
    alike || (uin !== appId && owner !== appId && uin !== owner);
  return each('owner')
    .flatMap((owner) =>
      each('appId').map((appId) => each('uin').flatMap((uin) => [{ uin, owner, appId }].filter(apart))),
    )
    .filter((callers) => callers.length > 0);
}

const remembered = <Value>(): ((key: string, make: () => Value) => Value) => {
  const known = new Map<string, Value>();
  return (key, make) => {
    const found = known.get(key) ?? make();
    known.set(key, found);
    return found;
  };
};

/** All resources that may matter where this one calls, by whose numbers paths are told apart. */
const placesOf = remembered<readonly string[]>();
const resourcesFor = (caller: PlainCaller): readonly string[] =>
  placesOf(JSON.stringify(caller), () => {
    const ids = [...new Set(['11', '12', '22', '33', caller.uin, caller.owner, caller.appId])];
    const paths = [
      ...['t', 't/', 't/x', 't/q', 't/qx', 't/x/x', 't/q/x', 't/x/q', 't/qx/q', 't/q/x/q', 'x', 'xq', 'qx', 'q'],
      ...['x/q', 'xq/q', 'qx/q'],
      ...ids.flatMap((id) => [`t/${id}`, `t/${id}/q`, `t/${id}/x`]),
    ];
    return [
      '*',
      ...['ap-guangzhou', 'ap-q', 'q'].flatMap((region) =>
        ['', 'uin/22', 'uin/11', 'uin/44', 'uin/q', 'uin/2q', 'uid/33', 'uid/q', 'q'].flatMap((account) =>
          paths.map((path) => `qcs::zz:${region}:${account}:${path}`),
        ),
      ),
      ...['q', 'zq'].flatMap((service) => ['', 'uin/2q'].map((account) => `qcs::${service}:q:${account}:t/x`)),
      ...['ap-guangzhou', 'ap-q', 'q'].flatMap((region) =>
        ['', 'uin/22', 'uin/44', 'uin/q', 'uin/2q', 'uid/33'].flatMap((account) =>
          ['t/x', 't/x/x', 't/x/q'].map((path) => `qcs:id/5:zz:${region}:${account}:${path}`),
        ),
      ),
      ...['', 'uid/33'].flatMap((account) => ids.map((id) => `qcs::cos:q:${account}:t/${id}`)),
      'qcs::cos:q::t/${uin}',
    ];
  });

const pools: { readonly [key: string]: readonly PlainValue[] } = {
  word: [
    ...[null, '', ...wordsOver('xyq', 2), 'Xq', 'xqy', 'xyx', 'yqx', 'xqyq', 'qxyq'],
    // What is compared whatever the case, in each case of its letters.
    ...['X', 'Y', 'xY', 'Xy', 'XY', 'x*', 'X*', '*x', '*X', '*y*', '*Y*', 'x*y', 'x*Y', 'X*y', 'X*Y'],
    ...['11', '12', '22', '33', '44', '77', '98'],
  ],
  size: [null, '0', '1', '1.5', '2', '9'],
  place: [
    null,
    '10.0.0.0',
    '10.0.0.255',
    '10.0.1.0',
    '10.0.1.255',
    '10.0.2.0',
    '9.255.255.255',
    '8.8.8.8',
    '2001:db8::1',
  ],
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
    ...['x', 'y', 'q', 'xq', 'x*'].flatMap((a, at, all) => [
      [a],
      ...all.slice(at + 1).flatMap((b, next) => [[a, b], ...all.slice(at + next + 2).map((c) => [a, b, c])]),
    ]),
  ],
  [principalKey]: [
    null,
    'qcs qcs::cam::uin/22:uin/11',
    'qcs qcs::cam::uin/22:uin/12',
    'service s',
    ['service s', 'qcs qcs::cam::uin/22:groupid/5'],
    'qcs qcs::cam::uin/22:groupid/5',
    ['qcs qcs::cam::uin/22:uin/11', 'qcs qcs::cam::uin/22:groupid/5'],
    ['qcs qcs::cam::uin/22:uin/12', 'qcs qcs::cam::uin/22:groupid/5'],
    'qcs q',
  ],
};

/** All sets of tags with one value for each of the keys `e`, `t` and one that no policy has. */
const tagSets: readonly (readonly string[])[] = ['', 'e&1', 'e&2', 'e&q'].flatMap((e) =>
  ['', 't&1', 't&q'].flatMap((t) => ['', 'q&1', 'q&q'].map((q) => [e, t, q].filter((tag) => tag !== ''))),
);
export const tagKey = 'qcs:resource_tag';

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
const contextsOf = remembered<readonly PlainContext[]>();
function contextsFor(pair: Pair): readonly PlainContext[] {
  const keys = new Set(
    statementsOf(pair).flatMap(({ condition = {}, principal }) => [
      ...Object.values(condition).flatMap((tested) =>
        Object.keys(tested).map((key) => (key.startsWith(tagKey) ? tagKey : key)),
      ),
      ...(principal ? [principalKey] : []),
    ]),
  );
  return contextsOf([...keys].join(' '), () => [...keys].reduce<readonly PlainContext[]>(filled, [{}]));
}

interface Apart<Item> {
  readonly item: Item;
  /** What the statement of that number says of it. */
  readonly marked: (statement: number) => boolean;
}

/** The items of which no other one does the same: `columns` has for each statement a mark of each item. */
function apart<Item>(items: readonly Item[], columns: readonly (readonly boolean[])[]): readonly Apart<Item>[] {
  const found = new Map<number, Apart<Item>>();
  for (const [index, item] of items.entries()) {
    let mask = 0;
    for (const column of columns) mask = 2 * mask + (column[index] === true ? 1 : 0);
    if (!found.has(mask)) found.set(mask, { item, marked: (at) => columns[at]?.[index] === true });
  }
  return [...found.values()];
}

const marksOf = remembered<readonly boolean[]>();

/** For each item whether one of the patterns stands for it, where `marks` says it of one pattern. */
const someMarks = (patterns: readonly string[], marks: (pattern: string) => readonly boolean[]): readonly boolean[] => {
  const [first = [], ...more] = patterns.map(marks);
  return more.length === 0 ? first : first.map((mark, index) => mark || more.some((each) => each[index] === true));
};

/** For each action whether one of the patterns stands for it. */
const actionMarks = (patterns: readonly string[], flags: Flags): readonly boolean[] =>
  someMarks(patterns, (pattern) =>
    marksOf(JSON.stringify([pattern, flags['case'], flags['permid/1']]), () =>
      actions.map((one) => actionMeets(pattern, one, flags)),
    ),
  );

/** For each resource whether one of the patterns stands for it. */
const resourceMarks = (patterns: readonly string[], caller: PlainCaller, flags: Flags): readonly boolean[] =>
  someMarks(patterns, (pattern) =>
    marksOf(JSON.stringify([pattern, caller, flags['directory'], flags['dirSelf'], flags['starSix']]), () =>
      resourcesFor(caller).map((one) => resourceMeets(pattern, one, caller, flags)),
    ),
  );

/** What is found of a statement is forgotten with it: there are too many of them to keep. */
const marksByStatement = new WeakMap<PlainStatement, Map<string, readonly boolean[]>>();

/** For each context whether the statement's conditions and principals are met. */
function contextMarks(
  statement: PlainStatement,
  contexts: readonly PlainContext[],
  caller: PlainCaller,
  flags: Flags,
): readonly boolean[] {
  const { condition, principal } = statement;
  // Contexts are told apart by their keys.
  const key = JSON.stringify([
    Object.keys(contexts[0] ?? {}),
    JSON.stringify(condition ?? {}).includes('${') && caller,
    flags,
  ]);
  const known = marksByStatement.get(statement) ?? new Map<string, readonly boolean[]>();
  marksByStatement.set(statement, known);
  const found =
    known.get(key) ??
    contexts.map(
      (context) =>
        conditionMeets(condition, { context, caller }, flags) &&
        principalMeets(principal, context[principalKey] ?? null),
    );
  known.set(key, found);
  return found;
}

/** A request that is allowed after and not before; undefined: there is none in the world. */
function newIn(pair: Pair, caller: PlainCaller, flags: Flags): PlainRequest | undefined {
  const all = statementsOf(pair);
  const places = new Map(all.map((statement, index) => [statement, index]));
  const what = apart(actions, [
    ...all.map(({ action }) => actionMarks(action, flags)),
    actionMarks([operation], flags),
  ]);
  const resources = resourcesFor(caller);
  const where = apart(resources, [
    ...all.map(({ resource = ['*'] }) => resourceMarks(resource, caller, flags)),
    resources.map((resource) => resource === '*'),
  ]);
  const contexts = contextsFor(pair);
  const when = apart(
    contexts,
    all.map((statement) => contextMarks(statement, contexts, caller, flags)),
  );
  for (const a of what)
    for (const b of where) {
      if (a.marked(all.length) && b.item !== '*') continue;
      for (const c of when) {
        const applies = (statement: PlainStatement): boolean => {
          const at = places.get(statement) ?? -1;
          return a.marked(at) && b.marked(at) && c.marked(at);
        };
        if (isAllowed(pair.after, applies) && !isAllowed(pair.before, applies))
          return { action: a.item, resource: b.item, context: c.item, caller };
      }
    }
  return undefined;
}

function isAllowed({ statements, boundary }: Side, applies: (statement: PlainStatement) => boolean): boolean {
  const met = statements.filter(applies);
  const within = boundary?.filter(applies);
  return met.length > 0 && within?.length !== 0 && ![...met, ...(within ?? [])].some(({ effect }) => effect === 'deny');
}

export type Outcome = 'none' | 'some' | 'depends';

/**
 * Whether something is new for someone of each account that it may be of, of some of them, or of none. Where somebody two of whose numbers are the same would
 * gain, and there is none, the answer in which such callers count, `alike`, is another one.
 */
export function outcomeIn(pair: Pair, said: Partial<PlainCaller>, flags: Flags, alike = false): Outcome {
  const gains = callersOf(said, alike).map((account) =>
    account.some((caller) => newIn(pair, caller, flags) !== undefined),
  );
  return gains.includes(true) ? (gains.includes(false) ? 'depends' : 'some') : 'none';
}
