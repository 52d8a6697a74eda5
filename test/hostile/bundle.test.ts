import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { builtinModules } from 'node:module';
import { createContext, runInContext } from 'node:vm';
import { packNames, type Packs, type WorkerStart } from '../../protocol/packs.js';
import { repository } from '../host/install.js';

const bundle = (name: string): string => readFileSync(path.join(repository, 'dist', name), 'utf8');

/** Node's modules, but for those that are there without being loaded. */
const nodeModules = builtinModules.filter((name) => name !== 'console' && name !== 'process');
/** Loads a module; of Node's also by a function of another name, which bundlers make. */
const loading = new RegExp(
  `\\b(?:require|import)\\(["\`]([^"\`]+)["\`]\\)|\\(["\`](node:[^"\`]+|${nodeModules.join('|')})["\`]\\)`,
  'gu',
);

/** Modules that a bundle loads when it runs, sorted. */
const loaded = (text: string): readonly string[] => {
  const names = [...text.matchAll(loading)].map(([, named, called]) => named ?? called ?? '');
  return [...new Set(names.map((name) => name.replace(/^node:/u, '')))].sort();
};

/** Those of them that are no part of the bundle itself. */
const loadedOutside = (text: string): readonly string[] => loaded(text).filter((name) => !name.startsWith('./'));

/** Ways to run text as code. `new Function` and `eval` may follow anything but a name. */
const evaluation = /(?<![\w.$])(?:eval|Function)\s*\(|new\s+Function\b|\bsetTimeout\(\s*["'`]|\bimport\(\s*[^"'\s]/u;
/** Ways to the network that need no module. */
const network = /(?<![\w.$])fetch\s*\(|\b(?:XMLHttpRequest|WebSocket|EventSource|sendBeacon|RTCPeerConnection)\b/u;

/** What a web worker has of all that scripts here use, and no more: nothing of Node. */
const webGlobals = {
  ...{ setTimeout, clearTimeout, setInterval, clearInterval, performance },
  ...{ console, URL, TextDecoder, TextEncoder },
};

/** A message of the server. */
interface Sent {
  readonly id?: number;
  readonly result?: unknown;
}

interface Worker {
  onmessage?: (event: object) => void;
  onfirst?: (event: object) => void;
}

/** The folder of the scripts, as the client names it to the worker. */
const folder = 'https://example.com/extension/dist/';

/**
 * Runs a script with what a web worker has and no more; `withRequire`: also with a `require`, which tells what modules of Node are asked for. Gives how to send it a
 * message, the messages that it sent, and what it asked Node's modules for, which are empty objects there.
 */
function runAsWorker(
  script: string,
  withRequire: boolean,
): {
  readonly send: (data: unknown) => void;
  readonly sent: readonly Sent[];
  readonly asked: readonly string[];
} {
  const sent: Sent[] = [];
  const asked: string[] = [];
  const emptyModule = (name: string): object => {
    const get = (_: object, property: string | symbol): undefined => {
      // The bundler itself asks every module whether it was an ES module.
      if (property !== '__esModule') asked.push(`${name}.${String(property)}`);
      return undefined;
    };
    // The bundler copies the properties that a module has; all others are looked for in what is behind it.
    return Object.create(new Proxy({}, { get })) as object;
  };
  const worker: Worker = createContext({
    ...webGlobals,
    ...(withRequire ? { require: emptyModule } : {}),
    importScripts(address: string): void {
      assert.ok(address.startsWith(folder), address);
      runInContext(bundle(address.slice(folder.length)), worker);
    },
    postMessage: (message: Sent): void => void sent.push(message),
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
  return { send, sent, asked };
}

/** Whatever one asks it for, it is there, can be called and made anew, and holds nothing. */
const anything: object = new Proxy(Object, {
  get(made, property): unknown {
    if (property === 'then') return undefined;
    if (property === Symbol.iterator) return () => [].values();
    if (property === Symbol.toPrimitive) return () => 'x';
    return property === 'prototype' ? made.prototype : anything;
  },
  apply: () => anything,
  construct: () => anything,
});

interface Client {
  readonly activate: (context: object) => Promise<{ readonly ready: Promise<void> }>;
}

/** Loads the client as VS Code's web extension host does, which has the module `vscode` and refuses every other. `workers`: the scripts that it starts. */
function loadAsWebExtension(script: string): {
  readonly client: Client;
  readonly loads: readonly string[];
  readonly workers: readonly unknown[];
} {
  const loads: string[] = [];
  const workers: unknown[] = [];
  function Worker(address: unknown): void {
    workers.push(address);
  }
  const host = createContext({ ...webGlobals, Worker });
  const load = (name: string): object => {
    loads.push(name);
    if (name !== 'vscode') throw new Error(`Cannot load module '${name}'`);
    return Object.create(anything) as object;
  };
  const module = { exports: {} };
  const run = runInContext(`(function (require, module, exports) { var self = globalThis; ${script}\n})`, host) as (
    ...given: readonly unknown[]
  ) => void;
  run(load, module, module.exports);
  return { client: module.exports as Client, loads, workers };
}

/** What the worker answers to the request with that id; it is given a second. */
async function answerTo(id: number, sent: readonly Sent[]): Promise<unknown> {
  for (let turn = 0; turn < 100; turn++) {
    const answer = sent.find((message) => message.id === id && 'result' in message);
    if (answer) return answer.result;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`no answer: ${JSON.stringify(sent)}`);
}

/** Sends a worker its packs and `initialize`; gives the answer. */
async function begin(send: (data: unknown) => void, sent: readonly Sent[]): Promise<unknown> {
  await new Promise((resolve) => setImmediate(resolve));
  const packs = Object.fromEntries(packNames.map((name) => [name, bundle(`${name}.pack`)])) as unknown as Packs;
  send({ packs, scripts: folder } satisfies WorkerStart);
  const params = { processId: null, rootUri: null, capabilities: {} };
  send({ jsonrpc: '2.0', id: 1, method: 'initialize', params });
  return answerTo(1, sent);
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
    assert.deepEqual(loaded('require("node:fs");require("fs");import("net");(0,a.b)("os")'), ['fs', 'net', 'os']);
  });

  it('is a server on Node that loads nothing for a network, a process or an evaluation', () => {
    const text = bundle('server.js');
    // `net` is for clients that wait for the server at a port or pipe of this machine: `--socket`, `--pipe`. `v8` sizes the heap.
    assert.deepEqual(loadedOutside(text), ['fs', 'net', 'os', 'path', 'url', 'util', 'v8']);
    // No module: a segment of a resource.
    assert.deepEqual(loadedOutside(bundle('server-later.js')), ['path']);
    for (const script of [text, bundle('server-later.js')]) {
      assert.doesNotMatch(script, evaluation);
      assert.doesNotMatch(script, network);
      assert.doesNotMatch(script, /\brequire\((?!")/u);
      assert.doesNotMatch(script, /child_process|\bexecSync\b|\bspawn\(/u);
    }
  });

  it('is a server that leaves a good part of its code for later', () => {
    const [first, second] = [bundle('server.js').length, bundle('server-later.js').length];
    assert.ok(
      second > 0.35 * first,
      `${first} and ${second}: is something of server/src/server/later.ts imported at the start?`,
    );
  });

  it('is a server that starts in a worker, where there is nothing of Node, and loads nothing there', async () => {
    const { send, sent, asked } = runAsWorker(bundle('server.js'), true);
    const answer = await begin(send, sent);
    assert.match(JSON.stringify(answer), /"serverInfo":\{"name":"cam-policy-language-server"/u);
    assert.deepEqual(asked, []);
  });

  it('is a server in a worker that reads its second script from the folder that the client names', async () => {
    const { send, sent } = runAsWorker(bundle('server.js'), false);
    await begin(send, sent);
    const text = '{"version":"2.0","statement":[{"effect":"allow","action":"cos:GetObject","resource":"*"}]}';
    const textDocument = { uri: 'untitled:a.cam.json', languageId: 'cam-policy', version: 1, text };
    send({ jsonrpc: '2.0', method: 'textDocument/didOpen', params: { textDocument } });
    const position = { line: 0, character: text.indexOf('GetObject') };
    const hover = { jsonrpc: '2.0', id: 2, method: 'textDocument/hover', params: { textDocument, position } };
    send(hover);
    assert.match(JSON.stringify(await answerTo(2, sent)), /cos:GetObject/u);
  });

  it('is a client that starts in a web extension host, its library included, and loads nothing there but vscode', async () => {
    const { client, loads, workers } = loadAsWebExtension(bundle('client.js'));
    const before = loads.length;
    const { ready } = await client.activate(anything);
    // It gets no further than the packs: there are no files.
    await assert.rejects(ready);
    assert.ok(loads.length > before, 'the library was not loaded');
    assert.equal(workers.length, 1);
    assert.deepEqual([...new Set(loads)], ['vscode']);
  });

  it('is an entry on the desktop that loads the client and what starts a process, and nothing else', () => {
    const text = bundle('desktop.js');
    assert.deepEqual(loaded(text), ['./client.js', 'child_process', 'path', 'vscode']);
    // Older versions of VS Code give what is loaded otherwise no module `vscode`.
    assert.doesNotMatch(text, /\bimport\(/u);
    assert.doesNotMatch(text, evaluation);
    assert.doesNotMatch(text, network);
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
