/** A client that announces nothing is sent nothing that it may not know. */
import assert from 'node:assert/strict';
import {
  CodeActionRequest,
  CompletionRequest,
  DocumentSymbolRequest,
  ErrorCodes,
  PublishDiagnosticsNotification,
  WorkspaceSymbolRequest,
  type ClientCapabilities,
  type CompletionList,
  type Diagnostic,
  type DocumentSymbol,
} from 'vscode-languageserver';
import { connect, type TestClient } from './connection.js';

/** The last kinds of the first version of LSP: an array, and a reference. */
const lastKind = 18;

const text = `{"version":"2.0","statement":[
{"effect":"allow","action":["mps:EditMedia","mps:EditMedia","mps:*"],"resource":["qcs::mps:::media/1"]},
{"effect":"permit","action":"mps:EditMedia","resource":"*"}]}`;

const start = { line: 0, character: 0 };

let client: TestClient;
const begin = async (textDocument: ClientCapabilities['textDocument'] = {}, more: ClientCapabilities = {}) => {
  client = await connect({ plain: true, capabilities: { ...more, textDocument } });
  return { uri: await client.open(text) };
};

describe('a client', () => {
  afterEach(() => client.end());

  const sent = async (publishDiagnostics: object): Promise<{ version?: number; diagnostics: Diagnostic[] }> => {
    await begin({ publishDiagnostics });
    return client.published();
  };
  const members = ({ diagnostics }: { readonly diagnostics: readonly Diagnostic[] }): readonly string[] =>
    [...new Set(diagnostics.flatMap(Object.keys))].sort();
  const always = ['code', 'message', 'range', 'severity', 'source'];

  it(`is sent in ${PublishDiagnosticsNotification.method} what it takes`, async () => {
    const plain = await sent({});
    assert.deepEqual([plain.version, members(plain)], [undefined, always]);
    await client.end();
    const tagged = await sent({ tagSupport: { valueSet: [2] }, versionSupport: true });
    assert.deepEqual([tagged.version, members(tagged)], [1, always]);
    await client.end();
    const full = await sent({
      tagSupport: { valueSet: [1] },
      codeDescriptionSupport: true,
      relatedInformation: true,
    });
    assert.deepEqual(members(full), [...always, 'codeDescription', 'relatedInformation', 'tags'].sort());
  });

  it('that takes commands only is offered no code actions', async () => {
    const textDocument = await begin();
    assert.equal(client.initialized.capabilities.codeActionProvider, undefined);
    await assert.rejects(
      client.connection.sendRequest(CodeActionRequest.type, {
        textDocument,
        range: { start, end: start },
        context: { diagnostics: [] },
      }),
      { code: ErrorCodes.MethodNotFound },
    );
  });

  it('is told that it may ask what can be renamed where it does', async () => {
    await begin();
    assert.equal(client.initialized.capabilities.renameProvider, true);
    await client.end();
    await begin({ rename: { prepareSupport: true } });
    assert.deepEqual(client.initialized.capabilities.renameProvider, { prepareProvider: true });
  });

  const kindsOf = (symbols: readonly DocumentSymbol[]): readonly number[] =>
    symbols.flatMap(({ kind, children = [] }) => [kind, ...kindsOf(children)]);
  const isEarly = (kinds: readonly number[]): boolean => kinds.length > 0 && kinds.every((kind) => kind <= lastKind);

  it('gets no kinds that it may not know', async () => {
    const valueSet: [1] = [1];
    for (const knows of [false, true]) {
      const textDocument = await begin(
        {
          documentSymbol: { hierarchicalDocumentSymbolSupport: true, ...(knows && { symbolKind: { valueSet } }) },
          completion: knows ? { completionItemKind: { valueSet } } : {},
        },
        knows ? { workspace: { symbol: { symbolKind: { valueSet } } } } : {},
      );
      const { connection } = client;
      const outline = (await connection.sendRequest(DocumentSymbolRequest.type, { textDocument })) as DocumentSymbol[];
      assert.equal(isEarly(kindsOf(outline)), !knows);
      const all = (await connection.sendRequest(WorkspaceSymbolRequest.type, { query: '' })) ?? [];
      assert.equal(isEarly(all.map(({ kind }) => kind)), !knows);
      const position = { line: 2, character: text.split('\n')[2]?.indexOf('permit') ?? 0 };
      const list = await connection.sendRequest(CompletionRequest.type, { textDocument, position });
      assert.equal(isEarly((list as CompletionList).items.map(({ kind = 0 }) => kind)), !knows);
      if (!knows) await client.end();
    }
  });
});
