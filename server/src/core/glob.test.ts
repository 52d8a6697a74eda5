import assert from 'node:assert/strict';
import fc from 'fast-check';
import picomatch from 'picomatch';
import { runs } from '../../test/sampling.js';
import { isLiteral, matchesAbove, matchesPath, readGlob } from './glob.js';

const is = (glob: string, path: string): boolean => matchesPath(readGlob(glob), path);

describe('patterns of paths', () => {
  it('stand for names, folders and choices', () => {
    const table: readonly (readonly [string, readonly string[], readonly string[]])[] = [
      ['**/*.cam.json', ['a.cam.json', 'x/a.cam.json', 'x/y/.cam.json'], ['a.json', 'a.cam.jsonc']],
      ['policies/*.json', ['policies/a.json', 'policies/.json'], ['a.json', 'policies/x/a.json', 'x/policies/a.json']],
      ['./a/**', ['a/b', 'a/b/c'], ['b/a/c']],
      ['a/', ['a/b', 'a/b/c'], ['b']],
      ['a/**/z', ['a/z', 'a/b/z', 'a/b/c/z'], ['a/zz', 'z', 'a/b/z/y']],
      ['{a,b/*}.json', ['a.json', 'b/c.json'], ['b.json', 'c.json']],
      ['{a,{b,c}d}', ['a', 'bd', 'cd'], ['b', 'ad']],
      ['a{b', ['a{b'], ['ab']],
      ['a{b}c', ['a{b}c'], ['abc']],
      ['a?c', ['abc', 'a\u{1F600}c'], ['ac', 'a/c']],
      ['[a-c]x', ['ax', 'cx'], ['dx']],
      ['[!a-c]x', ['dx'], ['ax']],
      ['[ab', ['[ab'], ['a']],
      ['策略/*', ['策略/一'], ['策/略']],
      ['*a*b*', ['ab', 'xaxbx', 'aab'], ['ba']],
    ];
    for (const [glob, yes, no] of table) {
      for (const path of yes) assert.equal(is(glob, path), true, `${glob} ${path}`);
      for (const path of no) assert.equal(is(glob, path), false, `${glob} ${path}`);
    }
  });

  it('stand for what lies in a folder, where that is asked for', () => {
    assert.equal(matchesAbove(readGlob('examples/bad'), 'examples/bad/x/a.json'), true);
    assert.equal(matchesAbove(readGlob('examples/bad'), 'examples/badly/a.json'), false);
    assert.equal(matchesAbove(readGlob('*/bad'), 'examples/bad/a.json'), true);
  });

  it('are known to name one path', () => {
    assert.deepEqual(
      ['a/b.json', 'a/*.json', '**', '{a,b}', 'a[b]', 'a?'].map((text) => isLiteral(readGlob(text))),
      [true, false, false, false, false, false],
    );
  });

  it('stand for what they do elsewhere', () => {
    const name = fc.string({ unit: fc.constantFrom(...'ab.'), minLength: 1, maxLength: 3 });
    const part = fc.oneof(name, fc.constantFrom('*', '**', '?', 'a*', '*b', '[ab]', '[^a]', '{a,b}', '{a,*b}c'));
    const glob = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/'));
    const path = fc.array(name, { minLength: 1, maxLength: 4 }).map((names) => names.join('/'));
    // There a name of dots is a folder of its own.
    const isPlain = (text: string): boolean => text.split('/').every((one) => !/^\.+$/u.test(one));
    fc.assert(
      fc.property(glob.filter(isPlain), path.filter(isPlain), (text, candidate) => {
        const other = picomatch(text, { dot: true, noextglob: true, strictSlashes: true });
        assert.equal(is(text, candidate), other(candidate), `${text} ${candidate}`);
      }),
      runs(3000),
    );
  });

  it('take no time that grows with more than pattern times path', () => {
    const started = performance.now();
    is(`${'*a'.repeat(500)}b`, 'a'.repeat(2000));
    is(`${'**/a/'.repeat(200)}b`, 'a/'.repeat(1000));
    is('{a,b}'.repeat(40), 'a'.repeat(40));
    is(`${'{'.repeat(500)}a,b`, 'a');
    assert.ok(performance.now() - started < 1000);
  });
});
