import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { repository } from '../host/install.js';

const bundle = (name: string): string => readFileSync(path.join(repository, 'dist', name), 'utf8');

/** Modules that a bundle loads when it runs, sorted. */
const loaded = (text: string): readonly string[] =>
  [
    ...new Set(
      [...text.matchAll(/\b(?:require|import)\("([^"]+)"\)/gu)].map(([, name = '']) => name.replace(/^node:/u, '')),
    ),
  ].sort();

/** Ways to run text as code. `new Function` and `eval` may follow anything but a name. */
const evaluation = /(?<![\w.$])(?:eval|Function)\s*\(|new\s+Function\b|\bsetTimeout\(\s*["'`]|\bimport\(\s*[^"'\s]/u;
/** Ways to the network that need no module. */
const network = /(?<![\w.$])fetch\s*\(|\b(?:XMLHttpRequest|WebSocket|EventSource|sendBeacon|RTCPeerConnection)\b/u;

describe('what ships', () => {
  it('is searched with expressions that find what they are for', () => {
    for (const text of ['x;eval("1")', 'new Function("a")', '(Function("a"))', 'setTimeout("a",1)', 'import(name)'])
      assert.match(text, evaluation);
    for (const text of ['await fetch(url)', 'new WebSocket(url)', 'new XMLHttpRequest']) assert.match(text, network);
    for (const text of ['a.eval(', 'isFunction(x)', 'prefetch(x)', 'x.fetch(y)']) {
      assert.doesNotMatch(text, evaluation);
      assert.doesNotMatch(text, network);
    }
    assert.deepEqual(loaded('require("node:fs");require("fs");import("net")'), ['fs', 'net']);
  });

  it('is a server on Node that loads nothing for a network, a process or an evaluation', () => {
    const text = bundle('server.js');
    // `net` is for clients that wait for the server at a port or pipe of this machine: `--socket`, `--pipe`. `v8` sizes the heap.
    assert.deepEqual(loaded(text), ['fs', 'net', 'os', 'path', 'url', 'util', 'v8']);
    assert.doesNotMatch(text, evaluation);
    assert.doesNotMatch(text, network);
    assert.doesNotMatch(text, /\brequire\((?!")/u);
    assert.doesNotMatch(text, /child_process|\bexecSync\b|\bspawn\(/u);
  });

  it('is a server in a worker that loads nothing at all', () => {
    const text = bundle('server.browser.js');
    assert.deepEqual(loaded(text), []);
    assert.doesNotMatch(text, evaluation);
    assert.doesNotMatch(text, network);
    assert.doesNotMatch(text, /importScripts/u);
  });

  it('is a client that evaluates nothing, and starts no process but the server', () => {
    for (const name of ['client.js', 'client.browser.js']) {
      assert.doesNotMatch(bundle(name), evaluation, name);
      assert.doesNotMatch(bundle(name), network, name);
    }
    assert.deepEqual(loaded(bundle('client.browser.js')), ['vscode']);
    // The library that starts servers loads `child_process` for that, and `net` for servers that listen.
    assert.deepEqual(loaded(bundle('client.js')), [
      'child_process',
      'crypto',
      'fs',
      'net',
      'os',
      'path',
      'readline',
      'util',
      'vscode',
    ]);
  });

  it('works in a workspace that nobody trusts, and in one without files', () => {
    const { capabilities } = JSON.parse(readFileSync(path.join(repository, 'package.json'), 'utf8')) as {
      readonly capabilities: unknown;
    };
    assert.deepEqual(capabilities, { untrustedWorkspaces: { supported: true }, virtualWorkspaces: true });
  });
});
