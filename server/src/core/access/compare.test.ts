import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { shippedCatalogue as catalogue, shippedLanguage as language } from '../../../test/shipped-catalogue.js';
import { readPolicy } from '../policy/read.js';
import { can } from './can.js';
import { compare } from './compare.js';
import type { CompareQuestion, Difference, Example } from './comparison.js';
import type { Caller } from './question.js';
import { doubtName } from './words/doubt-words.js';

const facts = { catalogue, language };
const read = (policy: object): ReturnType<typeof readPolicy> => readPolicy(JSON.stringify(policy));

/** What the fixed form of the command line calls it. */
const verdictOf = ({ is }: Difference): string =>
  ({ none: 'no', some: 'yes', depends: 'depends', undecided: 'undecided' })[is];

function holds({ before, after }: CompareQuestion, { action, resource, context, caller }: Example): void {
  const asked = { action, resource, context, caller };
  const told = JSON.stringify(asked);
  assert.equal(can({ ...after, ...asked }, facts).is, 'allowed', told);
  assert.match(can({ ...before, ...asked }, facts).is, /^(?:denied|not-allowed)$/u, told);
}

interface SharedCase {
  readonly id: string;
  readonly kind: string;
  readonly before: object;
  readonly after: object;
  readonly account?: string;
  readonly appid?: string;
  readonly expect: {
    readonly newAccess: string;
    readonly because?: readonly string[];
    readonly example?: { readonly action: string; readonly principal?: Caller };
  };
}

describe('compare', () => {
  // The worked cases lie beside the project on some machines.
  const shared = '../shared/access-cases.json';
  (existsSync(shared) ? it : it.skip)('decides the worked cases', () => {
    const cases = JSON.parse(readFileSync(shared, 'utf8')) as readonly SharedCase[];
    for (const each of cases.filter(({ kind }) => kind === 'diff')) {
      const { account, appid, expect } = each;
      const question = {
        before: { policies: [read(each.before)] },
        after: { policies: [read(each.after)] },
        caller: { ...(account && { owner: account }), ...(appid && { appId: appid }) },
      };
      const { gained } = compare(question, facts);
      assert.equal(verdictOf(gained), expect.newAccess, each.id);
      if (gained.is === 'some') for (const { example } of gained.found) holds(question, example);
      if (gained.is === 'undecided') assert.deepEqual(gained.because.map(doubtName), expect.because, each.id);
    }
  });

  it('answers the examples of its page', () => {
    const page = readFileSync('docs/access.md', 'utf8');
    const pairs = [...page.matchAll(/```json\n(.*)\n```\n\n```json\n(.*)\n```\n\n`gained`: `(\w+)`/gu)];
    assert.equal(pairs.length, 4);
    for (const [text, before = '', after = '', expected] of pairs) {
      const question = { before: { policies: [readPolicy(before)] }, after: { policies: [readPolicy(after)] } };
      const { gained } = compare(question, facts);
      assert.equal(gained.is, expected, text);
      if (gained.is === 'some') for (const { example } of gained.found) holds(question, example);
    }
  });

  const policyOf = (...statement: readonly object[]): ReturnType<typeof readPolicy> =>
    read({ version: '2.0', statement });
  const allow = (resource: string | readonly string[], action = 'cvm:StopInstances'): object => ({
    effect: 'allow',
    action,
    resource,
  });

  it('decides whosever account it is, where many numbers are written and none of them is an account', () => {
    const instances = Array.from({ length: 40 }, (_, index) => `qcs::cvm:ap-guangzhou::instance/ins-${index}00`);
    const [all, some] = [policyOf(allow(instances)), policyOf(allow(instances.slice(1)))];
    const question = { before: { policies: [some] }, after: { policies: [all] } };
    const { gained, lost } = compare(question, facts);
    assert.equal(gained.is, 'some');
    assert.equal(lost.is, 'none');
    const named = policyOf(allow('qcs::cvm::uin/100000000001:instance/*'));
    assert.equal(compare({ before: { policies: [some] }, after: { policies: [named] } }, facts).gained.is, 'some');
    assert.equal(compare({ before: { policies: [named] }, after: { policies: [some] } }, facts).gained.is, 'depends');
  });

  it('finds what shows only in one way', () => {
    const gained = (before: readonly object[], ...after: readonly object[]): string => {
      const found = compare(
        { before: { policies: [policyOf(...before)] }, after: { policies: [policyOf(...after)] } },
        facts,
      ).gained;
      return found.is === 'undecided' ? `${JSON.stringify(found.because)} ${found.otherwise}` : found.is;
    };
    const when = (condition: object): object => ({ ...allow('*'), condition });
    const like = (glob: string): object => ({ key: glob });
    // The lone `*`, which six segments do not stand for.
    assert.equal(gained([allow('qcs::::*:*')], allow('*')), '[{"flag":"starSix"}] some');
    // Also of a numbered set.
    assert.equal(gained([allow('qcs::::*:*', 'permid/1')], allow('*', 'permid/1')), '[{"opaque":"permid/1"}] none');
    // The directory of `dir/*`.
    const below = allow('qcs::cvm:::dir/*');
    const directory = { ...allow('qcs::cvm:::dir'), effect: 'deny' };
    assert.equal(gained([below, directory], below), '[{"flag":"directory"},{"flag":"dirSelf"}] none');
    // Other case.
    assert.equal(gained([when({ string_equal: like('x') })], when({ string_equal_ignore_case: like('x') })), 'some');
    assert.equal(gained([when({ string_equal_ignore_case: like('X') })], when({ string_equal: like('x') })), 'none');
    // A text of two patterns.
    const both = { string_like: like('a*'), string_like_if_exist: like('*b') };
    assert.equal(gained([], when(both)), 'some');
    assert.equal(gained([when({ string_like: like('a*b') })], when(both)), 'none');
    // A resource has one value of a tag.
    const tags = (a: string, b: string): object =>
      when({
        'for_any_value:string_equal': { 'qcs:resource_tag': a },
        'for_any_value:string_equal_if_exist': { 'qcs:resource_tag': b },
      });
    assert.equal(gained([], tags('env&a', 'env&b')), 'none');
    assert.equal(gained([], tags('env&a', 'team&b')), 'some');
  });

  const gainedOf = (
    before: readonly object[],
    after: readonly object[],
    caller: NonNullable<CompareQuestion['caller']>,
  ): Difference =>
    compare({ before: { policies: [policyOf(...before)] }, after: { policies: [policyOf(...after)] }, caller }, facts)
      .gained;
  const deny = (resource: string): object => ({ ...allow(resource), effect: 'deny' });
  /** The resources of the examples. */
  const shown = (difference: Difference): readonly string[] =>
    difference.is === 'none' ? [] : difference.found.map(({ example }) => example.resource);

  it('knows the own account by its uin and by its APPID at once', () => {
    const [byAppId, byUin] = [allow('qcs::cvm::uid/*:instance/*'), deny('qcs::cvm::uin/1*:instance/*')];
    const lifted = (owner: string): string => gainedOf([byAppId, byUin], [byAppId], { owner, appId: '3' }).is;
    assert.deepEqual([lifted('12'), lifted('22')], ['some', 'none']);
  });

  it('shows an account that the patterns stand for', () => {
    const [all, some] = [allow('*'), deny('qcs::cvm::uin/1*:instance/*')];
    const lifted = gainedOf([all, some], [all], { owner: '22', appId: '3' });
    assert.deepEqual(shown(lifted), ['qcs::cvm::uin/1900000000001:instance/example']);
    // The own account may be the one that is denied.
    const everywhere = allow('qcs::cvm::*:instance/*');
    const newly = gainedOf([], [everywhere, deny('qcs::cvm::uin/12:instance/*')], {});
    assert.deepEqual(shown(newly), ['qcs::cvm::uin/900000000001:instance/example']);
    assert.deepEqual(shown(gainedOf([], [everywhere], {})), ['qcs::cvm:::instance/example']);
  });

  it('shows a service that the patterns stand for', () => {
    const before = [allow('*', '*'), { ...deny('qcs::c*:::instance/*'), action: '*' }];
    const lifted = gainedOf(before, [allow('*', '*')], { owner: '22', appId: '3' });
    for (const resource of shown(lifted)) assert.match(resource, /^qcs::c/u);
  });

  it('takes nobody for two users, or for a user and a service, and a user for one of a group', () => {
    const of = (effect: string, ...names: readonly string[]): object => ({
      ...allow('*'),
      effect,
      principal: { qcs: names.map((name) => `qcs::cam::uin/1:${name}`) },
    });
    const service = { ...allow('*'), effect: 'deny', principal: { service: ['scf.qcloud.com'] } };
    const lifted = (denied: object): string =>
      gainedOf([of('allow', 'uin/2', 'uin/4'), denied], [of('allow', 'uin/2', 'uin/4')], {}).is;
    assert.deepEqual(
      [of('deny', 'uin/3'), service, of('deny', 'roleName/r'), of('deny', 'uin/4'), of('deny', 'groupid/5')].map(
        lifted,
      ),
      ['none', 'none', 'none', 'some', 'some'],
    );
    assert.equal(lifted(of('deny', 'root')), 'some');
  });

  it('takes the numbers of a caller for different ones, but for what is said', () => {
    const at = (id: string): string => `qcs::cvm:::instance/${id}`;
    const gained = (path: string, caller: NonNullable<CompareQuestion['caller']>): string =>
      gainedOf([allow(at('*')), deny(at('7/7'))], [allow(at(path))], caller).is;
    assert.deepEqual([gained('${uin}/${owner_uin}', {}), gained('${uin}/${app_id}', {})], ['none', 'none']);
    assert.equal(gained('${uin}/${owner_uin}', { uin: '7' }), 'none');
    assert.equal(gained('${uin}/${owner_uin}', { uin: '7', owner: '7' }), 'some');
  });

  it('looks at the actions of the catalogue only where that is asked for', () => {
    const policyOf = (...statement: readonly object[]) => ({ policies: [read({ version: '2.0', statement })] });
    const gained = (action: string, actions: NonNullable<CompareQuestion['actions']>): string => {
      const allow = { effect: 'allow', action, resource: '*' };
      return compare({ before: policyOf(), after: policyOf(allow), actions }, facts).gained.is;
    };
    assert.deepEqual([gained('trtc:Describe*', 'known'), gained('trtc:Describe*', 'any')], ['some', 'some']);
    assert.deepEqual([gained('trtc:NoSuch', 'known'), gained('trtc:NoSuch', 'any')], ['none', 'some']);
    // No action of that case is known; of an unknown service nothing is.
    assert.deepEqual([gained('trtc:describe*', 'known'), gained('trtc:describe*', 'any')], ['none', 'some']);
    assert.deepEqual([gained('nosuch:*', 'known'), gained('nosuch:*', 'any')], ['some', 'some']);
  });

  /** The processor time that `act` takes at best, in ms. */
  function leastTime(act: () => unknown): number {
    const times = Array.from({ length: 3 }, () => {
      const started = process.cpuUsage();
      act();
      const { user, system } = process.cpuUsage(started);
      return (user + system) / 1000;
    });
    return Math.min(...times);
  }

  it('says in time that patterns with many stars overlap in too many ways', () => {
    const stars = (letters: string): string => `${letters.replaceAll(/./gu, '*$&')}*`;
    for (const count of [6, 9, 13, 26]) {
      const [a, b] = [
        stars('abcdefghijklm'.repeat(2).slice(0, count)),
        stars('nopqrstuvwxyz'.repeat(2).slice(0, count)),
      ];
      const likes = (glob: string): object => ({
        ...allow('*'),
        condition: Object.fromEntries([
          ['string_like', Object.fromEntries('kmnop'.split('').map((key) => [key, glob]))],
        ]),
      });
      const worlds = [
        [allow(`qcs::cvm:::${a}`), allow(`qcs::cvm:::${b}`)],
        [allow('*', `cvm:${a}`), allow('*', `cvm:${b}`)],
        [allow(`qcs::cvm:::${a}`, `cvm:${a}`), allow(`qcs::cvm:::${b}`, `cvm:${b}`)],
        [likes(a), likes(b)],
      ] as const;
      for (const [granted, denied] of worlds) {
        const ask = (): ReturnType<typeof compare> => {
          const before = { policies: [policyOf(granted, { ...denied, effect: 'deny' })] };
          return compare({ before, after: { policies: [policyOf(granted)] } }, facts);
        };
        const { gained } = ask();
        assert.ok(gained.is === 'undecided' || gained.is === 'some', gained.is);
        const time = leastTime(ask);
        // The benchmark has the figure, half of 100 ms; a busy machine gets ten times that.
        assert.ok(time < 1000, `${count} stars, ${JSON.stringify(denied)}: ${time} ms`);
      }
    }
  }).timeout(300_000);
});
