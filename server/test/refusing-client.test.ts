/** Clients that announce what they then refuse, or answer late. */
import assert from 'node:assert/strict';
import {
  ConfigurationRequest,
  DiagnosticSeverity,
  DidChangeWorkspaceFoldersNotification,
  ErrorCodes,
  RegistrationRequest,
  ResponseError,
  WorkspaceFoldersRequest,
  WorkspaceSymbolRequest,
  type ClientCapabilities,
} from 'vscode-languageserver';
import { connect, type TestClient } from './connection.js';

const wrong = '{"version":"2.0","statement":[{"effect":"allow","action":["mps:EditMedai"],"resource":"*"}]}';

let client: TestClient;

const dynamicRegistration = true;
/** It can be asked for settings and for further documents. */
const registering: ClientCapabilities = {
  workspace: { configuration: true },
  textDocument: {
    synchronization: { dynamicRegistration },
    completion: { dynamicRegistration },
    hover: { dynamicRegistration },
    codeAction: { dynamicRegistration },
    inlayHint: { dynamicRegistration },
    codeLens: { dynamicRegistration },
  },
};
const asksForDocuments = (): boolean =>
  [...client.registrations.values()].some(({ method }) => method === 'textDocument/hover');

const refuse = (): ResponseError => new ResponseError(ErrorCodes.MethodNotFound, 'no');

/** Resolves when `isDone` says so. */
async function until(isDone: () => boolean): Promise<void> {
  while (!isDone()) await new Promise((resolve) => setImmediate(resolve));
}

/** Resolves when diagnostics are sent in which the unknown action has that severity; undefined: in which it has none. */
async function untilSent(wanted: DiagnosticSeverity | undefined): Promise<void> {
  for (;;) {
    const { diagnostics } = await client.published();
    if (diagnostics.find(({ code }) => code === 'unknown-action')?.severity === wanted) return;
  }
}

describe('a client that refuses', () => {
  afterEach(() => client.end());

  it('to be told of its folders keeps those of the start', async () => {
    client = await connect({
      capabilities: { workspace: { workspaceFolders: true } },
      workspaceFolders: ['file:///w'],
      fileSystem: {
        find: (folder) => Promise.resolve([`${folder}/a.cam.json`]),
        read: (uri) => Promise.resolve(uri === 'file:///w/a.cam.json' ? wrong : undefined),
      },
    });
    client.connection.onRequest(WorkspaceFoldersRequest.method, refuse);
    await client.connection.sendNotification(DidChangeWorkspaceFoldersNotification.type, {
      event: { added: [], removed: [] },
    });
    const found = await client.connection.sendRequest(WorkspaceSymbolRequest.type, { query: 'EditMedai' });
    assert.deepEqual(
      found?.map(({ name }) => name),
      ['allow mps:EditMedai on *', 'mps:EditMedai'],
    );
    assert.match(client.log.join('\n'), /^the client did not say its folders: .*no\b/u);
  });

  it('to say them as LSP has them keeps what it says right', async () => {
    client = await connect({
      capabilities: { workspace: { workspaceFolders: true } },
      fileSystem: {
        find: (folder) => Promise.resolve([`${folder}/a.cam.json`]),
        read: (uri) => Promise.resolve(uri === 'file:///w/a.cam.json' ? wrong : undefined),
      },
    });
    for (const answer of [[null, { uri: 5 }, { uri: 'file:///w' }], 5, [{ uri: 'file:///w', name: 'w' }]]) {
      client.connection.onRequest(WorkspaceFoldersRequest.method, (): unknown => answer);
      await client.connection.sendNotification(DidChangeWorkspaceFoldersNotification.type, {
        event: { added: [], removed: [] },
      });
      const found = await client.connection.sendRequest(WorkspaceSymbolRequest.type, { query: 'EditMedai' });
      assert.equal(found?.length, Array.isArray(answer) ? 2 : 0);
    }
    assert.deepEqual(client.log, []);
  });

  it('to tell of changed settings is asked for them all the same', async () => {
    client = await connect({
      capabilities: { workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true } } },
      settings: { rules: { 'unknown-action': 'error' } },
    });
    client.connection.onRequest(RegistrationRequest.method, refuse);
    await client.open(wrong);
    await untilSent(DiagnosticSeverity.Error);
    await client.configure({ rules: { 'unknown-action': 'off' } });
    await untilSent(undefined);
  });

  it('to say its settings has those of the start, and is asked for further documents', async () => {
    client = await connect({
      capabilities: registering,
      initializationOptions: { settings: { rules: { 'unknown-action': 'error' } } },
    });
    client.connection.onRequest(ConfigurationRequest.method, refuse);
    await until(asksForDocuments);
    await client.open(wrong);
    await untilSent(DiagnosticSeverity.Error);
    assert.match(client.log.join('\n'), /^the client did not say its settings: .*no\b/u);
  });
});

describe('a client that says its settings late', () => {
  afterEach(() => client.end());

  it('is asked for further documents meanwhile, and has those that it says in the end', async () => {
    client = await connect({ capabilities: registering, patience: 10 });
    const answers: ((settings: unknown) => void)[] = [];
    client.connection.onRequest(ConfigurationRequest.method, () => new Promise((resolve) => answers.push(resolve)));
    await until(asksForDocuments);
    await client.open(wrong);
    await untilSent(DiagnosticSeverity.Warning);
    for (const answer of answers) answer([{ rules: { 'unknown-action': 'error' } }]);
    await untilSent(DiagnosticSeverity.Error);
  });

  it('has those that it says to the last question', async () => {
    client = await connect({ capabilities: { workspace: { configuration: true } } });
    const answers: ((settings: unknown) => void)[] = [];
    client.connection.onRequest(ConfigurationRequest.method, () => new Promise((resolve) => answers.push(resolve)));
    await client.open(wrong);
    await client.configure({});
    await client.configure({});
    await until(() => answers.length === 3);
    const [last, ...others] = answers.reverse();
    last?.([{ rules: { 'unknown-action': 'error' } }]);
    await untilSent(DiagnosticSeverity.Error);
    for (const answer of others) answer([{ rules: { 'unknown-action': 'off' } }]);
    await client.change('file:///policy.cam.json', `${wrong} `);
    await untilSent(DiagnosticSeverity.Error);
    assert.equal(client.waiting, 0);
  });
});
