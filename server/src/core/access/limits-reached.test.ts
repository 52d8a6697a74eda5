/** Every limit that an answer may reach: it says so, and does not take what it has not looked through for nothing. */
import assert from 'node:assert/strict';
import { shippedCatalogue as catalogue, shippedLanguage as language } from '../../../test/shipped-catalogue.js';
import { readPolicy } from '../policy/read.js';
import { can } from './can.js';
import { compare } from './compare.js';
import type { Attached } from './comparison.js';
import type { Doubt } from './reading.js';
import { doubtName } from './words/doubt-words.js';

const facts = { catalogue, language };
const policyOf = (...statement: readonly object[]): ReturnType<typeof readPolicy> =>
  readPolicy(JSON.stringify({ version: '2.0', statement }));
const attached = (...statement: readonly object[]): Attached => ({ policies: [policyOf(...statement)] });
const allow = (
  action: string | readonly string[] = '*',
  resource: string | readonly string[] = '*',
  condition?: object,
): object => ({
  effect: 'allow',
  action,
  resource,
  ...(condition && { condition }),
});
const deny = (...parts: Parameters<typeof allow>): object => ({ ...allow(...parts), effect: 'deny' });
const many = <Item>(count: number, make: (index: number) => Item): readonly Item[] =>
  Array.from({ length: count }, (_, index) => make(index));

type Answer = { readonly is: string; readonly because?: readonly Doubt[]; readonly otherwise?: unknown };
const shown = ({ is, because = [], otherwise }: Answer): string => {
  const byDefault = typeof otherwise === 'object' && otherwise !== null && 'is' in otherwise ? otherwise.is : otherwise;
  return is === 'undecided' ? `${because.map(doubtName).join()}, else ${String(byDefault)}` : is;
};
const gained = (before: Attached, after: Attached): string => shown(compare({ before, after }, facts).gained);
const ask = (...statements: readonly object[]): string =>
  shown(
    can(
      { ...attached(...statements), action: 'cvm:StopInstances', resource: 'qcs::cvm:ap-guangzhou::instance/12' },
      facts,
    ),
  );

describe('a limit of access', () => {
  it('on the requests that are tried leaves the answer open', () => {
    const keys = Object.fromEntries(many(12, (index) => [`key${index}`, 'x']));
    assert.equal(ask(allow('*', '*', { string_equal: keys })), 'search, else not-allowed');
  });

  it('on the doubts that are tried together does so, whether they are many at once or come up one by one', () => {
    const sets = (count: number): readonly string[] => many(count, (index) => `permid/${index + 1}`);
    const unknown = Object.fromEntries(['a', 'b', 'c'].map((name) => [name, { key: 'x' }]));
    assert.equal(ask(deny(sets(6)), allow('permid/7')), 'readings, else not-allowed');
    assert.equal(ask(deny(sets(4)), allow('*', '*', unknown)), 'readings, else not-allowed');
    assert.equal(ask(deny(sets(2)), allow('*', '*', unknown)), 'a key x,b key x,c key x, else not-allowed');
  });

  it('on the numbers of callers does so, and so do numbers of which a variable may be a part', () => {
    const own = allow('*', 'qcs::cvm:::instance/*');
    const others = (count: number): object =>
      deny(
        '*',
        many(count, (index) => `qcs::cvm::uin/10000000${index + 10}:instance/*`),
      );
    const lifted = (count: number): string => gained(attached(own, others(count)), attached(own));
    assert.deepEqual([lifted(12), lifted(13)], ['depends', 'callers, else some']);
    assert.equal(ask(allow('*', 'qcs::cvm:::instance/1${uin}')), 'search, else not-allowed');
  });

  it('on the patterns of a key does so', () => {
    const like = (...key: readonly string[]): Attached => attached(allow('*', '*', { string_like: { key } }));
    const inside = (count: number): readonly string[] => many(count, (index) => `a*${index}*`);
    assert.equal(gained(like('a*'), like(...inside(3))), 'none');
    assert.equal(gained(like('a*'), like(...inside(300))), 'search, else none');
  });

  it('on overlapping patterns of an allow with those of a boundary, or of a deny that is gone, does so', () => {
    const stars = (letters: string): string => `${letters.replaceAll(/./gu, '*$&')}*`;
    const within = (path: string, limit: string): Attached => ({
      ...attached(allow('*', `qcs::cvm:::${path}`)),
      boundary: policyOf(allow('*', `qcs::cvm:::${limit}`)),
    });
    const [path, other] = [stars('abcdefghijklm'), stars('nopqrstuvwxyz')];
    assert.equal(gained(attached(), within(path, other)), 'globs, else none');
    const [all, some] = [allow('*', `qcs::cvm:::${path}`), deny('*', `qcs::cvm:::${other}`)];
    assert.equal(gained(attached(all, some), attached(all)), 'globs, else none');
  });

  it('on the steps to find a context does so', () => {
    // More pigeons than holes: that not all of them have one takes long to see.
    const holes = 6;
    const key = (pigeon: number, hole: number): string => `key${pigeon}-${hole}`;
    const all = many(holes + 1, (pigeon) => many(holes, (hole) => key(pigeon, hole)));
    const when = (value: string, ...keys: readonly string[]): object => ({
      bool_equal: Object.fromEntries(keys.map((name) => [name, value])),
    });
    const homeless = all.map((keys) => deny('*', '*', when('false', ...keys)));
    const crowded = many(holes, (hole) =>
      many(holes + 1, (one) => many(one, (other) => deny('*', '*', when('true', key(one, hole), key(other, hole))))),
    ).flat(2);
    const known = allow('*', '*', { null_equal: Object.fromEntries(all.flat().map((name) => [name, 'false'])) });
    assert.equal(gained(attached(), attached(known, ...homeless, ...crowded)), 'search, else none');
  });
});
