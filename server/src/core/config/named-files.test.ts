import assert from 'node:assert/strict';
import { testEnding } from '../../../../protocol/names.js';
import { hostKinds } from '../embed/hosts.js';
import { readGlob, unclosedIn } from '../glob.js';
import { configurationName, isOwnFile, namesPolicy, openEndings } from './named-files.js';

const named = (pattern: string, ...paths: readonly string[]): readonly string[] =>
  paths.filter((path) => namesPolicy(readGlob(pattern), path));

describe('files that a configuration names as policies', () => {
  it('are never configurations or tests', () => {
    assert.ok(isOwnFile(`a/b${testEnding}`));
    for (const own of [configurationName, `a/${configurationName}`, `a/b${testEnding}`])
      for (const pattern of ['**', '**/*.json', own]) assert.deepEqual(named(pattern, own), [], `${pattern} ${own}`);
  });

  it('are those of other tools only where they are named whole', () => {
    const others = ['package.json', 'a/package-lock.json', 'tsconfig.json', 'a/tsconfig.build.json', 'a/main.tf.json'];
    assert.deepEqual(named('**/*.json', ...others, 'a/b.json', 'tsconfigs.json'), ['a/b.json', 'tsconfigs.json']);
    assert.deepEqual(named('package.json', ...others), ['package.json']);
    assert.deepEqual(named('a/main.tf.json', ...others), ['a/main.tf.json']);
  });

  it('are JSON and texts that hold policies where the pattern leaves the ending open', () => {
    const all = ['a.json', 'b/c.jsonc', 'd.tf', 'README.md', 'logo.png', 'LICENSE', 'b/x.tpl', 'main.go'];
    assert.deepEqual(named('**', ...all), ['a.json', 'b/c.jsonc', 'd.tf', 'README.md']);
    assert.deepEqual(named('b/*', ...all), ['b/c.jsonc']);
    assert.deepEqual(named('**/*.tpl', ...all), ['b/x.tpl']);
    assert.deepEqual(named('LICENSE', ...all), ['LICENSE']);
    const endings = hostKinds.flatMap((kind) => kind.endings).filter((ending) => ending !== '.cam.json');
    assert.deepEqual(
      endings.filter((ending) => !openEndings.some((open) => open === ending)),
      [],
    );
  });
});

describe('a bracket of a pattern that is not closed', () => {
  it('is found, and no other', () => {
    for (const [pattern, found] of [
      ['[', '['],
      ['a/[b/c]', '['],
      ['{a', '{'],
      ['{a,{b}', '{'],
      ['[]', '['],
    ] as const)
      assert.equal(unclosedIn(pattern), found, pattern);
    for (const pattern of ['', '[[]', '[{]', '[]]', '{a,b}', '{a,[}]}', 'a]', 'b}', '**/*.{json,[jt]s}'])
      assert.equal(unclosedIn(pattern), undefined, pattern);
  });
});
