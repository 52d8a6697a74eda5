/** What package.json contributes for the language: every file it names is there and says the same. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { grammar, grammarPath } from './source/grammar.js';

interface Manifest {
  readonly contributes: {
    readonly languages: readonly {
      readonly id: string;
      readonly extensions: readonly string[];
      readonly configuration: string;
      readonly icon: { readonly light: string; readonly dark: string };
    }[];
    readonly grammars: readonly { readonly language: string; readonly scopeName: string; readonly path: string }[];
    readonly jsonValidation: readonly { readonly fileMatch: string; readonly url: string }[];
    readonly configurationDefaults: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  };
}

describe('contributions', () => {
  const { contributes } = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
  const [policies, ...others] = contributes.languages;

  it('name one language, with its grammar and its schema', () => {
    assert.deepEqual([policies?.id, policies?.extensions], ['cam-policy', ['.cam.json']]);
    // VS Code's own language of JSON with comments takes the configuration and tests in.
    assert.deepEqual(others, [{ id: 'jsonc', filenames: ['cam-policy.config.json'], extensions: ['.cam.test.json'] }]);
    assert.deepEqual(contributes.grammars, [
      { language: 'cam-policy', scopeName: grammar.scopeName, path: `./${grammarPath}` },
    ]);
    assert.deepEqual(
      contributes.jsonValidation.map(({ fileMatch }) => fileMatch),
      ['*.cam.json', 'cam-policy.config.json', '*.cam.test.json'],
    );
  });

  it('name files that exist', () => {
    const files = [
      ...(policies ? [policies.configuration, policies.icon.light, policies.icon.dark] : []),
      ...contributes.grammars.map(({ path }) => path),
      ...contributes.jsonValidation.map(({ url }) => url),
    ];
    for (const file of files) assert.ok(existsSync(file), file);
  });

  it('make suggestions appear inside strings', () => {
    const quick = contributes.configurationDefaults['[cam-policy]']?.['editor.quickSuggestions'];
    assert.deepEqual(quick, { other: 'on', comments: 'off', strings: 'on' });
  });
});
