import assert from 'node:assert/strict';
import { readArguments } from './arguments.js';

describe('arguments of VS Code', () => {
  it('are read as @vscode/test-electron gives them', () => {
    const read = readArguments([
      ...['/work space', '--user-data-dir', '/user', '--extensions-dir=/extensions', '--no-sandbox', '--skip-welcome'],
      ...[
        '--disable-extensions',
        '--extensionTestsPath=/tests/index.cjs',
        '--extensionDevelopmentPath=/a',
        '--extensionDevelopmentPath=/b',
      ],
    ]);
    assert.deepEqual(read, {
      target: '/work space',
      develop: ['/a', '/b'],
      tests: '/tests/index.cjs',
      web: false,
      userData: '/user',
      extensions: '/extensions',
      locale: undefined,
      log: undefined,
      payload: [
        ['skipWelcome', 'true'],
        ['disableExtensions', 'true'],
      ],
      commandLine: false,
    });
  });

  it('may ask for the extension host of the browser', () => {
    assert.equal(readArguments(['--extensionDevelopmentKind=web']).web, true);
    assert.equal(readArguments(['--extensionDevelopmentKind', 'ui']).web, false);
  });

  it('may name the folder by its address', () => {
    assert.equal(readArguments(['--folder-uri=file:///work%20space']).target, '/work space');
  });

  it('may take no value where the next is an option', () => {
    assert.deepEqual(readArguments(['--log', '--locale', 'zh-cn']), { ...readArguments([]), locale: 'zh-cn' });
  });

  for (const asked of ['--version', '--list-extensions', '--install-extension=a.vsix']) {
    it(`ask for the command line with ${asked}`, () => {
      assert.equal(readArguments([asked]).commandLine, true);
    });
  }
});
