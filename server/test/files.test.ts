import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { CancellationToken } from 'vscode-languageserver';
import { maxTextLength } from '../src/core/syntax/json.js';
import { nodeFiles } from '../src/files.js';

describe('policies on disk', () => {
  let root: string;
  const address = (...names: readonly string[]): string => pathToFileURL(path.join(root, ...names)).href;

  before(async () => {
    root = await mkdtemp(path.join(tmpdir(), 'cam-policy-'));
    for (const folder of ['a b', 'node_modules', '.git']) {
      await mkdir(path.join(root, folder));
      await writeFile(path.join(root, folder, 'x.cam.json'), '{}');
    }
    await writeFile(path.join(root, 'y.json'), '{}');
    await writeFile(path.join(root, '中.cam.json'), '{"version":"2.0"}');
  });
  after(() => rm(root, { recursive: true }));

  it('are found below a folder, but not among dependencies or in hidden folders', async () => {
    assert.deepEqual(
      await nodeFiles.find(address(), CancellationToken.None),
      [address('a b', 'x.cam.json'), address('中.cam.json')].sort(),
    );
  });

  it('are read', async () => {
    assert.equal(await nodeFiles.read(address('中.cam.json')), '{"version":"2.0"}');
  });

  it('are read without a byte order mark, as editors have them', async () => {
    await writeFile(path.join(root, 'node_modules', 'marked.cam.json'), '\ufeff{"version":"2.0"}');
    assert.equal(await nodeFiles.read(address('node_modules', 'marked.cam.json')), '{"version":"2.0"}');
  });

  it('are not read where they are no files, or longer than any policy', async () => {
    const [folder, long] = ['folder.cam.json', 'long.cam.json'].map((name) => path.join(root, 'node_modules', name));
    assert.ok(folder !== undefined && long !== undefined);
    await mkdir(folder);
    await writeFile(long, '{}');
    const most = 3 * maxTextLength;
    await truncate(long, most);
    assert.equal((await nodeFiles.read(pathToFileURL(long).href))?.length, most);
    await truncate(long, most + 1);
    assert.ok((await nodeFiles.read(pathToFileURL(long).href)) === undefined);
    assert.equal(await nodeFiles.read(pathToFileURL(folder).href), undefined);
  });

  it('may not be there', async () => {
    assert.deepEqual(await nodeFiles.find('vscode-vfs://github/x', CancellationToken.None), []);
    assert.deepEqual(await nodeFiles.find(address('none'), CancellationToken.None), []);
    assert.equal(await nodeFiles.read(address('none.cam.json')), undefined);
    assert.equal(await nodeFiles.read('not an address'), undefined);
    assert.deepEqual(await nodeFiles.find(address(), CancellationToken.Cancelled), []);
  });
});
