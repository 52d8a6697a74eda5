import assert from 'node:assert/strict';
import fc from 'fast-check';
import { runs } from '../../../test/sampling.js';
import { readResource } from './resource.js';
import { asWritten, coversResource, overlapsResource } from './resource-pattern.js';

const covers = (a: string, b: string): boolean => coversResource(readResource(a), readResource(b));
const overlaps = (a: string, b: string): boolean => overlapsResource(readResource(a), readResource(b));

/** A small world: every service, region, account and path that a pattern over these letters can tell apart; `z` stands for all others. */
const services = ['s', 't', 'z', '*'];
const regions = ['r', 'rz', 'q', 'z', '*', 'r*'];
const owners = ['uin/1', 'uin/2', 'uin/z', 'z'];
const accounts = [...owners, '*', 'uin/*'];
let paths = [''];
for (let length = 0; length < 6; length++)
  paths = [...new Set(paths.flatMap((path) => [path, ...['a', '/', 'z'].map((letter) => path + letter)]))];
/** As they are where a `*` is a letter. */
const starred = ['*', 'a', '/'].flatMap((a) =>
  ['', '*', 'a', '/'].flatMap((b) => ['', '*', 'a', '/'].map((c) => a + b + c)),
);

type Part = 'service' | 'region' | 'account' | 'path';
type Pattern = { readonly [part in Part]: string };
const textOf = ({ service, region, account, path }: Pattern): string => `qcs::${service}:${region}:${account}:${path}`;

const selected = new Map<string, ReadonlySet<string>>();
function select(pattern: string, of: readonly string[]): ReadonlySet<string> {
  const key = `${pattern} of ${of.length} ${of.slice(0, 3).join(' ')}`;
  const known = selected.get(key);
  if (known) return known;
  const expression = new RegExp(`^${pattern.replaceAll('*', '.*').replaceAll('/', '\\/')}$`, 'u');
  const found = new Set(of.filter((text) => expression.test(text)));
  selected.set(key, found);
  return found;
}

/** What a pattern means, part by part, when the policy's own account is `own`; `below`: also what lies below a path. */
const meaning = ({ service, region, account, path }: Pattern, own: string, below: boolean): Meaning => ({
  service: service === '' ? new Set(services) : select(service, services),
  region: region === '' ? new Set(regions) : select(region, regions),
  account: account === '' ? new Set([own]) : select(account, accounts),
  path: below ? new Set([...select(path, paths), ...select(path.replace(/\/?$/u, '/*'), paths)]) : select(path, paths),
});

/** As documents have it and no more: a `*` at the end of the path is any text, and a sign like others elsewhere. */
const plainMeaning = ({ service, region, account, path }: Pattern, own: string): Meaning => ({
  service: service === '' ? new Set(services) : new Set([service]),
  region: region === '' ? new Set(regions) : new Set([region]),
  account: new Set([account === '' ? own : account]),
  path: /^[^*]*\*?$/u.test(path) ? select(path, [...paths, ...starred]) : new Set([path]),
});
type Meaning = { readonly [part in Part]: ReadonlySet<string> };
const partsOf = ['service', 'region', 'account', 'path'] as const;
const within = (inner: Meaning, outer: Meaning): boolean =>
  partsOf.every((part) => [...inner[part]].every((text) => outer[part].has(text)));
const meet = (a: Meaning, b: Meaning): boolean =>
  partsOf.every((part) => [...a[part]].some((text) => b[part].has(text)));

const pattern = fc.record({
  service: fc.constantFrom('', '*', 's', 't'),
  region: fc.constantFrom('', '*', 'r', 'q', 'r*'),
  account: fc.constantFrom('', '*', 'uin/1', 'uin/2', 'uin/*'),
  path: fc
    .string({ unit: fc.constantFrom('a', '/', '*'), minLength: 1, maxLength: 3 })
    .filter((path) => path !== '*/*'),
});

describe('resource patterns', () => {
  it('cover each other where one means all that the other does, whoever owns the policy and whatever a wildcard is that no document has', () => {
    fc.assert(
      fc.property(pattern, pattern, (a, b) => {
        const expected = owners.every(
          (own) =>
            within(meaning(b, own, false), meaning(a, own, false)) &&
            within(plainMeaning(b, own), plainMeaning(a, own)),
        );
        assert.equal(covers(textOf(a), textOf(b)), expected, `${textOf(a)} ${textOf(b)}`);
      }),
      runs(300),
    );
  });

  it('overlap where both mean some resource, for some owner', () => {
    fc.assert(
      fc.property(pattern, pattern, (a, b) => {
        const expected = owners.some((own) => meet(meaning(a, own, true), meaning(b, own, true)));
        assert.equal(overlaps(textOf(a), textOf(b)), expected, `${textOf(a)} ${textOf(b)}`);
      }),
      runs(300),
    );
  });

  it('cover nothing that they do not overlap, also with variables, and overlap both ways', () => {
    const withVariables = fc.record({
      service: fc.constantFrom('', 's', '${service}'),
      region: fc.constantFrom('', 'r', '${region}'),
      account: fc.constantFrom('', 'uin/1', 'uid/1', 'uin/${uin}'),
      path: fc
        .array(fc.constantFrom('a', '/', '*', '${uin}', '${owner_uin}'), { minLength: 1, maxLength: 4 })
        .map((parts) => parts.join('')),
    });
    const any = fc.oneof(
      withVariables.map(textOf),
      pattern.map(textOf),
      fc.constantFrom('*', 'qcs::s', 'qcs::::uin/1:*/*'),
    );
    fc.assert(
      fc.property(any, any, (a, b) => {
        assert.ok(covers(a, a));
        if (covers(a, b)) assert.ok(overlaps(a, b), `${a} ${b}`);
        assert.equal(overlaps(a, b), overlaps(b, a), `${a} ${b}`);
      }),
      runs(300),
    );
  });

  it('know a variable as equal to itself only', () => {
    assert.ok(covers('qcs::s:::a/*', 'qcs::s:::a/${uin}'));
    assert.ok(covers('qcs::s:::a/${uin}/*', 'qcs::s:::a/${uin}/b'));
    assert.ok(!covers('qcs::s:::a/${uin}', 'qcs::s:::a/1'));
    assert.ok(!covers('qcs::s:::a/$*', 'qcs::s:::a/${uin}'));
    assert.ok(!covers('qcs::s:::*in*', 'qcs::s:::a/${uin}'));
    assert.ok(overlaps('qcs::s:::a/${uin}', 'qcs::s:::a/1'));
    assert.ok(!overlaps('qcs::s:::a/${uin}', 'qcs::s:::b/1'));
  });

  it('know the names of accounts and projects', () => {
    assert.ok(overlaps('qcs::cos::uid/1:*', 'qcs::cos::uin/2:*'));
    assert.ok(!covers('qcs::cos::uid/1:*', 'qcs::cos::uin/1:*'));
    assert.ok(!overlaps('qcs::cos::uid/1:*', 'qcs::cos::uid/2:*'));
    assert.ok(covers('qcs:id/*:s:::a', 'qcs::s:::a'));
    assert.ok(covers('qcs::s:::a', 'qcs:id/0:s:::a'));
    assert.ok(covers('qcs::s:::a', 'qcs:id/1:s:::a') && !covers('qcs:id/1:s:::a', 'qcs::s:::a'));
    assert.ok(overlaps('qcs:id/1:s:::a', 'qcs::s:::a') && !overlaps('qcs:id/1:s:::a', 'qcs:id/2:s:::a'));
    assert.ok(overlaps('qcs::s:::a', 'qcs:*:s:::a'));
    assert.ok(covers('qcs::s:::*', 'qcs::s:::*/*') && covers('qcs::s:::*/*', 'qcs::s:::a'));
  });

  it('take codes for the same where told so', () => {
    const spellings = { ...asWritten, region: (code: string) => (code === 'gz' ? 'ap-guangzhou' : code) };
    const [short, modern] = [readResource('qcs::s:gz::a'), readResource('qcs::s:ap-guangzhou::a')];
    assert.ok(coversResource(short, modern, spellings) && overlapsResource(short, modern, spellings));
    assert.ok(!coversResource(short, modern) && !overlapsResource(short, modern));
  });

  it('cover everything well-formed with a lone star, and malformed strings with themselves', () => {
    assert.ok(covers('*', 'qcs::s:::a') && covers('*', '*') && !covers('qcs::::*:*', '*'));
    assert.ok(!covers('*', 'qcs:s') && covers('qcs:s', 'qcs:s') && !covers('qcs:s', 'qcs:t'));
  });
});
