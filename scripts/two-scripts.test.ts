import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { bundleTwoScripts } from './two-scripts.mjs';

const sources = {
  'main.js': `import { count } from './shared.js';
    exports_.begun = count();
    exports_.ask = async () => (await import('./later.js')).answer();
    exports_.other = async () => (await import('./other.js')).name;`,
  'shared.js': 'let calls = 0; export const count = () => ++calls;',
  'later.js': `import { count } from './shared.js'; import { sep } from 'node:path';
    export const answer = () => ({ count: count(), sep, deep: deep() });
    import { deep } from './only-later.js';`,
  'only-later.js': 'export const deep = () => "only in the second";',
  'other.js': 'export const name = "in the first";',
};

interface Exports {
  readonly begun: number;
  readonly ask: () => Promise<{ readonly count: number; readonly sep: string; readonly deep: string }>;
  readonly other: () => Promise<string>;
}

describe('one program as two scripts', () => {
  let folder = '';
  const at = (name: string): string => path.join(folder, name);
  let texts: ReadonlyMap<string, string> = new Map();
  before(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'cam-'));
    for (const [name, text] of Object.entries(sources)) writeFileSync(at(name), text);
    mkdirSync(at('out'));
    const what = { entryPoint: 'main.js', outfile: 'out/first.js', later: 'later.js', laterFile: 'out/second.js' };
    const options = { absWorkingDir: folder, bundle: true, minify: true, platform: 'node', target: 'node20' } as const;
    const banner = 'var exports_ = exports;';
    texts = (await bundleTwoScripts(options, { ...what, banner })).scripts;
  });
  after(() => {
    rmSync(folder, { recursive: true });
  });
  /** Runs the first script, of its own; the second is written only `withSecond`. */
  const run = (withSecond: boolean): Exports => {
    const own = mkdtempSync(at('out/'));
    for (const [file, text] of texts)
      if (withSecond || file.endsWith('first.js')) writeFileSync(path.join(own, path.basename(file)), text);
    return createRequire(path.join(own, 'first.js'))('./first.js') as Exports;
  };

  it('puts what only the later module needs into the second, and all else into the first', () => {
    assert.deepEqual([...texts.keys()], ['out/first.js', 'out/second.js']);
    const [first = '', second = ''] = texts.values();
    assert.ok(first.includes('in the first') && !second.includes('in the first'));
    assert.ok(second.includes('only in the second') && !first.includes('only in the second'));
  });

  it('runs without the second until that is asked for', async () => {
    const { begun, ask, other } = run(false);
    assert.equal(begun, 1);
    assert.equal(await other(), 'in the first');
    await assert.rejects(ask(), /Cannot find module '.\/second.js'/u);
  });

  it('has every module once, whichever script asks for it', async () => {
    const { ask } = run(true);
    assert.deepEqual(await ask(), { count: 2, sep: path.sep, deep: 'only in the second' });
    assert.deepEqual(await ask(), { count: 3, sep: path.sep, deep: 'only in the second' });
  });
});
