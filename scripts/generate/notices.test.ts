import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { noticeOf, packagesOf } from './notices.js';

describe('the notices of third parties', () => {
  it('are of the packages that files belong to', () => {
    const files = [
      'server/src/node.ts',
      'node_modules/a/lib/x.js',
      'node_modules/a/y.js',
      'node_modules/@b/c/d/e.js',
      'node_modules/a/node_modules/f/g.js',
      '../../elsewhere/node_modules/h/i.js',
      'node_modules\\j\\k.js',
    ];
    assert.deepEqual(packagesOf(files), [
      'node_modules/a',
      'node_modules/@b/c',
      'node_modules/a/node_modules/f',
      '../../elsewhere/node_modules/h',
      'node_modules/j',
    ]);
  });

  it('name each dependency that ships, with the version that is installed', () => {
    const text = readFileSync('THIRD-PARTY-NOTICES.txt', 'utf8');
    const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly dependencies: object };
    for (const [name, version] of Object.entries(dependencies))
      assert.ok(text.includes(`\n${name} ${String(version)} (`), name);
  });

  it('are refused where a licence is missing or none that is accepted', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'cam-policy-notices-'));
    try {
      const write = (manifest: object): void => {
        writeFileSync(path.join(folder, 'package.json'), JSON.stringify(manifest));
      };
      write({ name: 'x', version: '1.0.0', license: 'AGPL-3.0-or-later' });
      assert.throws(() => noticeOf(folder), /x is under AGPL-3.0-or-later/u);
      write({ name: 'x', version: '1.0.0' });
      assert.throws(() => noticeOf(folder), /x is under no licence/u);
      write({ name: 'x', version: '1.0.0', license: 'MIT' });
      assert.throws(() => noticeOf(folder), /x brings no text/u);
      writeFileSync(path.join(folder, 'License.txt'), 'Do as you like.\r\n');
      assert.deepEqual(noticeOf(folder), { name: 'x', version: '1.0.0', license: 'MIT', text: 'Do as you like.' });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
