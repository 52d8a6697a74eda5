import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { packNames } from '../../protocol/packs.js';
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

interface Worker {
  onmessage?: (event: object) => void;
  onfirst?: (event: object) => void;
}

/** Runs a script with what a web worker has and no more. Gives how to send it a message, and the messages that it sent. */
function runAsWorker(script: string): { readonly send: (data: unknown) => void; readonly sent: readonly unknown[] } {
  const sent: unknown[] = [];
  const worker: Worker = createContext({
    ...{ setTimeout, clearTimeout, console, URL, TextDecoder, TextEncoder },
    postMessage: (message: unknown): void => void sent.push(message),
    addEventListener(type: string, listen: (event: object) => void): void {
      if (type === 'message') worker.onfirst = listen;
    },
  });
  runInContext(`var self = globalThis;${script.replace(/^#!/u, '//')}`, worker);
  const send = (data: unknown): void => {
    const listen = worker.onmessage ?? worker.onfirst;
    assert.ok(listen, 'nobody listens');
    listen({ data });
  };
  return { send, sent };
}

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

  it('is a server that starts in a worker, where there is nothing of Node, and loads nothing there', async () => {
    const { send, sent } = runAsWorker(bundle('server.js'));
    await new Promise((resolve) => setImmediate(resolve));
    send(Object.fromEntries(packNames.map((name) => [name, bundle(`${name}.pack`)])));
    const params = { processId: null, rootUri: null, capabilities: {} };
    send({ jsonrpc: '2.0', id: 1, method: 'initialize', params });
    for (let turn = 0; turn < 100 && sent.length === 0; turn++) await new Promise((resolve) => setTimeout(resolve, 10));
    assert.match(JSON.stringify(sent), /"serverInfo":\{"name":"cam-policy-language-server"/u);
  });

  it('is a client that evaluates nothing, and starts no process but the server', () => {
    assert.doesNotMatch(bundle('client.js'), evaluation);
    assert.doesNotMatch(bundle('client.js'), network);
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
