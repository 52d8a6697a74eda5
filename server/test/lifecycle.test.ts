/** The beginning and the end of a session. Source of the codes: LSP 3.17, initialize and shutdown requests. */
import assert from 'node:assert/strict';
import {
  createConnection,
  ErrorCodes,
  HoverRequest,
  InitializeRequest,
  ProposedFeatures,
  ResponseError,
  ShutdownRequest,
  type InitializeResult,
} from 'vscode-languageserver';
import { startServer } from '../src/server/start.js';
import { createPipe } from './connection.js';
import { shippedLanguage } from './shipped-catalogue.js';
import { tinyCatalogue } from './tiny-catalogue.js';

function start() {
  const { server, client } = createPipe();
  const watchDog = { shutdownReceived: false, initialize: () => undefined, exit: () => undefined };
  startServer(
    createConnection(() => server, watchDog, ProposedFeatures.all),
    {
      version: '0',
      catalogue: tinyCatalogue,
      language: shippedLanguage,
      nextTurn: () => new Promise((resolve) => setImmediate(resolve)),
    },
  );
  client.listen();
  return client;
}

const codeOf = async (answer: Promise<unknown>): Promise<number | undefined> =>
  answer.then(
    () => undefined,
    (error: unknown) => (error instanceof ResponseError ? error.code : NaN),
  );

const hover = { textDocument: { uri: 'file:///x' }, position: { line: 0, character: 0 } };
const hello = { processId: null, rootUri: null, capabilities: {} };

describe('a session', () => {
  it('answers nothing before it begins', async () => {
    const client = start();
    assert.equal(await codeOf(client.sendRequest(HoverRequest.type, hover)), ErrorCodes.ServerNotInitialized);
    assert.equal(await codeOf(client.sendRequest('camPolicy/summary', hover)), ErrorCodes.ServerNotInitialized);
    assert.equal(await codeOf(client.sendRequest('no/such')), ErrorCodes.ServerNotInitialized);
    assert.equal(await codeOf(client.sendRequest(ShutdownRequest.type)), ErrorCodes.ServerNotInitialized);
    client.dispose();
  });

  it('begins once, and knows what it does not answer', async () => {
    const client = start();
    await client.sendRequest(InitializeRequest.type, hello);
    assert.equal(await client.sendRequest(HoverRequest.type, hover), null);
    assert.equal(await codeOf(client.sendRequest('no/such')), ErrorCodes.MethodNotFound);
    assert.equal(await codeOf(client.sendRequest(InitializeRequest.type, hello)), ErrorCodes.InvalidRequest);
    client.dispose();
  });

  it('begins with a client that says nothing of what it can do', async () => {
    for (const sloppy of [{}, { processId: null, rootUri: null }, { capabilities: null }]) {
      const client = start();
      const answer = await client.sendRequest<InitializeResult>(InitializeRequest.method, sloppy);
      assert.equal(answer.capabilities.hoverProvider, true);
      assert.equal(await client.sendRequest(HoverRequest.type, hover), null);
      client.dispose();
    }
  });

  it('answers nothing after it was shut down', async () => {
    const client = start();
    await client.sendRequest(InitializeRequest.type, hello);
    assert.equal(await codeOf(client.sendRequest(ShutdownRequest.type)), undefined);
    assert.equal(await codeOf(client.sendRequest(ShutdownRequest.type)), ErrorCodes.InvalidRequest);
    assert.equal(await codeOf(client.sendRequest(HoverRequest.type, hover)), ErrorCodes.InvalidRequest);
    assert.equal(await codeOf(client.sendRequest('camPolicy/templates', {})), ErrorCodes.InvalidRequest);
    assert.equal(await codeOf(client.sendRequest('no/such')), ErrorCodes.InvalidRequest);
    client.dispose();
  });
});
