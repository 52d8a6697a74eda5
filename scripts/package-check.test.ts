import assert from 'node:assert/strict';
import { packageProblems } from './package-check.js';

const manifest = {
  main: './dist/client.js',
  bin: { server: 'dist/server.js' },
  l10n: './l10n',
  contributes: { grammars: [{ path: './syntaxes/policy.tmLanguage.json' }] },
};
const whole = [
  ...[
    'README.md',
    'CHANGELOG.md',
    'LICENSE',
    'THIRD-PARTY-NOTICES.txt',
    'package.json',
    'package.nls.json',
    'l10n/bundle.l10n.zh-cn.json',
  ],
  ...['dist/client.js', 'dist/server.js', 'syntaxes/policy.tmLanguage.json'],
];

describe('the check of the package', () => {
  it('is content with what the manifest names', () => {
    assert.deepEqual(packageProblems(manifest, whole), []);
  });

  for (const file of whole) {
    it(`misses ${file}`, () => {
      const missing = file.startsWith('l10n/') ? 'l10n' : file;
      assert.deepEqual(
        packageProblems(
          manifest,
          whole.filter((other) => other !== file),
        ),
        [`${missing} is missing`],
      );
    });
  }

  for (const file of [
    'client/src/node.ts',
    'dist/client.js.map',
    'cam-policy-0.1.0.vsix',
    '.github/a.yml',
    'node_modules/a/index.js',
    'test/run.mjs',
  ]) {
    it(`finds ${file} out of place`, () => {
      assert.deepEqual(packageProblems(manifest, [...whole, file]), [`${file} does not belong there`]);
    });
  }
});
