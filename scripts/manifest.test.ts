import assert from 'node:assert/strict';
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

  it('loses the command line, which only the npm package has', () => {
    const bin = { 'cam-policy': 'dist/cli.js', 'cam-policy-language-server': 'dist/server.js' };
    assert.deepEqual(manifestOfExtension({ bin }).bin, { 'cam-policy-language-server': 'dist/server.js' });
  });
});
