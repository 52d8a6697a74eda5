import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { attempt } from '../host/process.js';
import { attacks } from './attacks.js';
import { accountIn, askCrowd, gather, watching, type Crowd } from './crowd.js';
import { soak } from './soak.js';
import { sitDown, strike } from './strike.js';
import { startWatched, watch } from './watched.js';
import { startWire, type Wire } from './wire.js';

describe('the packaged server, over standard input and output', () => {
  let wires: Wire[] = [];
  const start = async (...options: Parameters<typeof startWire>): Promise<Wire> => {
    const wire = await startWire(...options);
    wires.push(wire);
    return wire;
  };
  afterEach(() => {
    for (const wire of wires) wire.signal('SIGKILL');
    wires = [];
  });

  it('lives through an editor gone mad, knows every text, and reaches for no network, process or evaluation', async () => {
    const { wire } = await startWatched();
    wires.push(wire);
    const { taken, requests, cancelled, refused } = await soak({ steps: 300, seed: 20_260_101, wire });
    assert.ok(taken.size >= 10 && requests > 80 && cancelled > 10 && refused > 3, 'the walk went everywhere');
    assert.equal(await wire.stop(), 0);
    assert.equal(wire.printed(), '');
  });

  it('would tell of a network, a process or an evaluation', async () => {
    for (const [code, told] of [
      ["fetch('http://127.0.0.1:9')", 'fetch'],
      ["require('http')", "require('http')"],
      ["require('node:child_process')", "require('node:child_process')"],
      ["require('net').connect(9)", 'net.connect'],
      ["new (require('net').Socket)().connect(9)", 'Socket.connect'],
      ["new Function('')", 'Function'],
      ["eval('1')", 'eval'],
    ] as const) {
      const { output } = await attempt(process.execPath, ['--require', watch, '--eval', `try { ${code} } catch {}`]);
      assert.equal(output, `FORBIDDEN ${told}\n`);
    }
  });

  const struck: readonly (readonly [part: string, code: string])[] = [
    ['100,000 opening brackets', 'too-deep'],
    ['one line of 10 MB', 'too-large'],
    ['a million actions', 'too-large'],
    ['100,000 statements', 'too-large'],
    ['the pattern a*a*a*', 'unknown-action'],
    ['6,000 stars side by side', 'placeholder'],
    ['200,000 characters of a…***! in one resource', 'too-large'],
    ['200,000 characters of halves of surrogate pairs in one condition key', 'too-large'],
    ['as many strings of *a…b as are read, each a last segment', 'policy-too-long'],
    ['960,000 single quotes', 'json-syntax'],
    ['as many empty statements', 'too-large'],
  ];
  for (const [part, code] of struck)
    it(`answers to ${part}…`, async () => {
      const attack = attacks.find(({ name }) => name.startsWith(part));
      assert.ok(attack);
      const wire = await start();
      await sitDown(wire);
      const { codes, diagnostics } = await strike(wire, attack);
      assert.ok(codes.includes(code), codes.join());
      assert.ok(diagnostics <= 1001);
      assert.equal(await wire.stop(), 0);
    });

  it('does not check what the next key has already changed', async () => {
    const wire = await start();
    const uri = 'file:///long.cam.json';
    const text = attacks.find(({ name }) => name.startsWith('as many unknown actions'))?.text() ?? '';
    wire.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'cam-policy', version: 1, text } });
    await wire.published(uri);
    const at = { line: 0, character: 0 };
    const keys = 20;
    for (let key = 1; key <= keys; key++)
      wire.notify('textDocument/didChange', {
        textDocument: { uri, version: 1 + key },
        contentChanges: [{ range: { start: at, end: at }, text: ' ' }],
      });
    let published = 0;
    for (let version: number | undefined = 0; version !== 1 + keys; published++)
      ({ version } = await wire.published(uri));
    assert.ok(published < keys / 2, `${published} checks for ${keys} keys`);
  });

  describe('on a workspace', () => {
    let crowd: Crowd;
    before(async () => {
      crowd = await gather(300);
    });
    after(() => crowd.remove());

    it('answers about all policies, and stops where it is told to', async () => {
      const wire = await start({ folders: [crowd.address], capabilities: watching });
      await askCrowd(wire, crowd);
      assert.equal(await wire.stop(), 0);
    });

    it('shares it with another server: what one window renames the other finds', async () => {
      const [one, two] = await Promise.all(
        [1, 2].map(() => start({ folders: [crowd.address], capabilities: watching })),
      );
      assert.ok(one && two);
      const open = (wire: Wire, index: number): void => {
        const textDocument = { uri: crowd.uri(index), languageId: 'cam-policy', version: 1, text: crowd.text(index) };
        wire.notify('textDocument/didOpen', { textDocument });
      };
      open(one, 0);
      open(two, 0);
      const textDocument = { uri: crowd.uri(0) };
      const at = { textDocument, position: accountIn(crowd.text(0)) };
      const count = async (wire: Wire): Promise<number> => {
        const { result } = await wire.request('textDocument/references', {
          ...at,
          context: { includeDeclaration: true },
        });
        return (result as readonly unknown[]).length;
      };
      const before = await count(two);
      assert.equal(await count(one), before);
      // The first window's editor renames in another file and saves; each window is told of the change.
      const file = fileURLToPath(crowd.uri(10));
      await writeFile(file, (await readFile(file, 'utf8')).replaceAll('100000000001', '100000000009'));
      for (const wire of [one, two])
        wire.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: crowd.uri(10), type: 2 }] });
      assert.equal(await count(two), before - 5);
      assert.equal(await count(one), before - 5);
      for (const wire of [one, two]) assert.equal(await wire.stop(), 0);
    });
  });
});
