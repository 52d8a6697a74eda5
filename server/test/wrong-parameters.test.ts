/** What a client sends with wrong parameters: it changes no document, ends no server, and is told what is wrong. */
import assert from 'node:assert/strict';
import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import { requests } from '../../protocol/names.js';
import { incoming, wrongParameters } from '../src/server/incoming.js';
import { connect, type TestClient } from './connection.js';

const uri = 'file:///w/a.cam.json';
const text = '{"version":"2.0","statement":[{"effect":"alow","action":"mps:*","resource":"*"}]}';
const textDocument = { uri, languageId: 'cam-policy', version: 1, text };
const config = 'file:///w/cam-policy.config.json';
const start = { line: 0, character: 0 };

/** The message that is worked on in the place of this one. */
async function taken(method: string, params: unknown): Promise<unknown> {
  const strategy = incoming.messageStrategy;
  return new Promise((resolve) => {
    const message = { jsonrpc: '2.0', id: 1, method, params };
    void strategy?.handleMessage(message, (next) => {
      resolve(next);
      return Promise.resolve();
    });
  });
}

let client: TestClient;

const inits = [
  ['pulls', { textDocument: { diagnostic: {} } }],
  ['is sent diagnostics', {}],
] as const;

describe('wrong parameters', () => {
  const wrongNotifications: readonly (readonly [method: string, params: object])[] = [
    ['textDocument/didOpen', { textDocument: { ...textDocument, uri: 3 } }],
    ['textDocument/didOpen', { textDocument: { ...textDocument, uri: config, text: 5 } }],
    ['textDocument/didOpen', { textDocument: { ...textDocument, uri: 'file:///b.cam.json', languageId: null } }],
    ['textDocument/didOpen', { textDocument: { ...textDocument, uri: 'file:///b.cam.json', version: '1' } }],
    ['textDocument/didChange', { textDocument: { uri, version: 2 }, contentChanges: [{ text: 5 }] }],
    ['textDocument/didChange', { textDocument: { uri, version: 2 }, contentChanges: [{ text: 'x' }, null] }],
    ['textDocument/didChange', { textDocument: { uri, version: 2 }, contentChanges: [{ range: null, text: 'x' }] }],
    ['textDocument/didChange', { textDocument: { uri, version: 2 }, contentChanges: 'x' }],
    ['textDocument/didChange', { textDocument: { uri }, contentChanges: [{ text: 'x' }] }],
    ['textDocument/didClose', { textDocument: { uri: [] } }],
    ['textDocument/didSave', {}],
    ['workspace/didChangeWatchedFiles', { changes: [{ uri: 5, type: 1 }] }],
  ];

  for (const [who, capabilities] of inits)
    it(`of notifications are left out and logged, of a client that ${who}`, async () => {
      client = await connect({ capabilities, workspaceFolders: ['file:///w'] });
      for (const [method, params] of wrongNotifications) {
        const before = client.log.length;
        await client.connection.sendNotification(method, params);
        await client.open(text, uri);
        const symbols = await client.connection.sendRequest<readonly unknown[]>('textDocument/documentSymbol', {
          textDocument,
        });
        assert.equal(symbols.length, 5, JSON.stringify(params));
        assert.deepEqual(client.log.slice(before), [`${method} has wrong parameters`]);
      }
      await client.end();
    });

  const wrongRequests: readonly (readonly [method: string, ...params: unknown[]])[] = [
    ...['hover', 'completion', 'references', 'prepareRename', 'documentHighlight'].map(
      (name) => [`textDocument/${name}`, { textDocument }, { textDocument, position: { line: '0' } }] as const,
    ),
    ...['diagnostic', 'documentSymbol', 'foldingRange', 'documentLink', 'codeLens', 'semanticTokens/full'].map(
      (name) => [`textDocument/${name}`] as const,
    ),
    ['textDocument/semanticTokens/range', { textDocument, range: { start } }],
    ['textDocument/inlayHint', { textDocument, range: null }],
    ['textDocument/codeAction', { textDocument }, { textDocument, range: { start, end: start }, context: {} }],
    ['textDocument/rename', { textDocument, position: start, newName: 5 }],
    ['textDocument/selectionRange', { textDocument, positions: [5] }],
    ['textDocument/formatting', { textDocument, options: null }],
    ['textDocument/rangeFormatting', { textDocument, range: { start, end: start } }],
    ['textDocument/onTypeFormatting', { textDocument, position: start, ch: '}' }],
    ['workspace/symbol', { query: 5 }],
    ['completionItem/resolve', { label: 5 }],
    ['codeAction/resolve', { title: null }],
  ];

  it('of requests are answered with an error that says so', async () => {
    client = await connect({ capabilities: { textDocument: { diagnostic: {} } } });
    await client.open(text, uri);
    for (const [method, ...more] of wrongRequests)
      for (const params of [{}, [], { textDocument: null }, { textDocument: { uri: 5 } }, ...more])
        await assert.rejects(
          client.connection.sendRequest(method, params),
          (error) =>
            error instanceof ResponseError &&
            error.code === ErrorCodes.InvalidParams &&
            error.message === `${method} has wrong parameters`,
          `${method} ${JSON.stringify(params)}`,
        );
    assert.deepEqual(client.log, []);
    await client.end();
  });

  it('are those that are no object, too', async () => {
    for (const method of ['textDocument/didOpen', 'textDocument/hover', 'workspace/didChangeConfiguration'])
      for (const params of [undefined, null, 5, 'x', [], [{}]])
        assert.deepEqual(await taken(method, params), {
          jsonrpc: '2.0',
          id: 1,
          method: wrongParameters,
          params: { method },
        });
    for (const params of [undefined, null, 5, []])
      assert.deepEqual(await taken('initialize', params), {
        jsonrpc: '2.0',
        id: 1,
        method: 'initialize',
        params: { capabilities: {} },
      });
    const right = { textDocument, position: start };
    assert.deepEqual(await taken('textDocument/hover', right), {
      jsonrpc: '2.0',
      id: 1,
      method: 'textDocument/hover',
      params: right,
    });
    const answer = { jsonrpc: '2.0', id: 1, result: null };
    await new Promise<void>((resolve) => {
      void incoming.messageStrategy?.handleMessage(answer, (next) => {
        assert.equal(next, answer);
        resolve();
        return Promise.resolve();
      });
    });
  });

  it('of the server’s own requests are those of a client that says nothing', async () => {
    client = await connect();
    const { connection } = client;
    assert.ok((await connection.sendRequest<readonly unknown[]>(requests.templates)).length > 0);
    assert.ok((await connection.sendRequest<readonly unknown[]>(requests.templates, [])).length > 0);
    for (const method of Object.values(requests)) {
      if (method === requests.templates) continue;
      for (const params of [undefined, [], {}, { textDocument: null }, { textDocument: { uri: 5 } }])
        assert.equal(await connection.sendRequest(method, params), null, `${method} ${JSON.stringify(params)}`);
    }
    await client.end();
  });
});
