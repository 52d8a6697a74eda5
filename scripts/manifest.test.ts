import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { hasHome, manifestOfExtension, withoutHome } from './manifest.js';

describe('the manifest of the extension', () => {
  const at = (url: string) => ({ name: 'x', homepage: url, repository: { type: 'git', url }, bugs: { url } });

  it('has a home where its repository is no placeholder', () => {
    assert.equal(hasHome(at('https://github.com/OWNER/x.git')), false);
    assert.equal(hasHome({}), false);
    assert.equal(hasHome(at('https://github.com/somebody/x.git')), true);
  });

  it('loses the addresses that lead nowhere', () => {
    assert.deepEqual(withoutHome(at('https://github.com/OWNER/x.git')), { name: 'x' });
  });

  it('is what the badges of the README say', () => {
    const { engines, license } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      readonly engines: { readonly vscode: string };
      readonly license: string;
    };
    const version = /\d+\.\d+/u.exec(engines.vscode)?.[0] ?? '';
    for (const name of ['README.md', 'README.zh-CN.md']) {
      const readme = readFileSync(name, 'utf8');
      assert.ok(readme.includes(`![VS Code ${version} `) && readme.includes(`VS%20Code-${version}%2B`), name);
      assert.ok(readme.includes(`licence-${license}-`), name);
    }
  });

  it('loses the command line, which only the npm package has', () => {
    const bin = { 'cam-policy': 'dist/cli.js', 'cam-policy-language-server': 'dist/server.js' };
    assert.deepEqual(manifestOfExtension({ bin }).bin, { 'cam-policy-language-server': 'dist/server.js' });
  });
});
