import assert from 'node:assert/strict';
import {
  CancellationTokenSource,
  DidChangeWatchedFilesNotification,
  DocumentFormattingRequest,
  DocumentHighlightRequest,
  DocumentLinkRequest,
  DocumentOnTypeFormattingRequest,
  DocumentRangeFormattingRequest,
  DocumentSymbolRequest,
  ErrorCodes,
  FileChangeType,
  FoldingRangeRequest,
  HoverRequest,
  InlayHintRequest,
  LSPErrorCodes,
  PrepareRenameRequest,
  ReferencesRequest,
  RenameRequest,
  ResponseError,
  SelectionRangeRequest,
  SemanticTokensDeltaRequest,
  SemanticTokensRangeRequest,
  SemanticTokensRequest,
  WorkspaceSymbolRequest,
  type Location,
  type Position,
  type SemanticTokens,
  type SemanticTokensDelta,
} from 'vscode-languageserver';
import { connect, type ClientOptions, type TestClient } from './connection.js';
import { shippedCatalogue } from './shipped-catalogue.js';
import { blockOf } from './marked-host.js';

const policy = (action: string, account = '1'): string =>
  `{\n"statement":[{"effect":"allow","action":["${action}"],"resource":["qcs::cmqqueue:gz:uin/${account}:queueName/q"]}]\n}`;

const start = { line: 0, character: 0 };
const whole = { start, end: { line: 9, character: 0 } };
const options = { tabSize: 2, insertSpaces: true };

let client: TestClient;

describe('editor requests over the protocol', () => {
  afterEach(() => client.end());

  it('answer for an open document', async () => {
    client = await connect({
      capabilities: { textDocument: { documentSymbol: { hierarchicalDocumentSymbolSupport: true } } },
    });
    const uri = await client.open(policy('mps:Describe*'));
    const textDocument = { uri };
    const position = { line: 1, character: 50 };
    const { connection } = client;
    const [symbol] = (await connection.sendRequest(DocumentSymbolRequest.type, { textDocument })) ?? [];
    assert.equal(symbol?.name, 'allow mps:Describe* on qcs::cmqqueue:gz:uin/1:queueName/q');
    assert.ok('children' in symbol);
    const answers: readonly (readonly unknown[] | null)[] = [
      await connection.sendRequest(FoldingRangeRequest.type, { textDocument }),
      await connection.sendRequest(SelectionRangeRequest.type, { textDocument, positions: [position] }),
      await connection.sendRequest(DocumentFormattingRequest.type, { textDocument, options }),
      await connection.sendRequest(DocumentRangeFormattingRequest.type, { textDocument, range: whole, options }),
      await connection.sendRequest(DocumentOnTypeFormattingRequest.type, {
        textDocument,
        position: { line: 2, character: 1 },
        ch: '}',
        options,
      }),
      await connection.sendRequest(DocumentHighlightRequest.type, { textDocument, position }),
      await connection.sendRequest(InlayHintRequest.type, { textDocument, range: whole }),
    ];
    assert.deepEqual(
      answers.map((answer) => (answer?.length ?? 0) > 0),
      answers.map(() => true),
    );
    assert.deepEqual(await connection.sendRequest(DocumentLinkRequest.type, { textDocument }), []);
    const range = await connection.sendRequest(SemanticTokensRangeRequest.type, { textDocument, range: whole });
    assert.ok((range?.data.length ?? 0) > 0);
    assert.deepEqual(client.log, []);
  });

  it('answer emptily for what is not open', async () => {
    client = await connect();
    const textDocument = { uri: 'file:///none.cam.json' };
    assert.deepEqual(await client.connection.sendRequest(DocumentSymbolRequest.type, { textDocument }), []);
    assert.deepEqual(await client.connection.sendRequest(SemanticTokensRequest.type, { textDocument }), { data: [] });
    const params = { textDocument, position: start, context: { includeDeclaration: true } };
    assert.deepEqual(await client.connection.sendRequest(ReferencesRequest.type, params), []);
    assert.equal(await client.connection.sendRequest(PrepareRenameRequest.type, params), null);
  });

  it('list symbols flat for clients without trees', async () => {
    client = await connect();
    const uri = await client.open(policy('mps:EditMedia'));
    const [symbol] = (await client.connection.sendRequest(DocumentSymbolRequest.type, { textDocument: { uri } })) ?? [];
    assert.ok(symbol && 'location' in symbol);
  });

  it('send semantic tokens as changes', async () => {
    client = await connect();
    const uri = await client.open(policy('mps:EditMedia'));
    const textDocument = { uri };
    const full = await client.connection.sendRequest(SemanticTokensRequest.type, { textDocument });
    await client.change(uri, policy('mps:Edit*'));
    const delta = (await client.connection.sendRequest(SemanticTokensDeltaRequest.type, {
      textDocument,
      previousResultId: full?.resultId ?? '',
    })) as SemanticTokensDelta;
    const patched = [...(full?.data ?? [])];
    for (const { start: at, deleteCount, data = [] } of delta.edits) patched.splice(at, deleteCount, ...data);
    const again = await client.connection.sendRequest(SemanticTokensRequest.type, { textDocument });
    assert.deepEqual(patched, again?.data);
    assert.ok(delta.edits.length === 1 && (delta.edits[0]?.data?.length ?? 0) < patched.length);
    const unknown = await client.connection.sendRequest(SemanticTokensDeltaRequest.type, {
      textDocument,
      previousResultId: 'x',
    });
    assert.deepEqual((unknown as SemanticTokens).data, patched);
  });

  it('make actions links where the setting says so', async () => {
    client = await connect({ catalogue: shippedCatalogue });
    const textDocument = { uri: await client.open(policy('mps:ProcessMedia')) };
    const count = async (): Promise<number> =>
      (await client.connection.sendRequest(DocumentLinkRequest.type, { textDocument }))?.length ?? 0;
    assert.equal(await count(), 0);
    await client.configure({ actionLinks: true });
    assert.equal(await count(), 1);
    await client.configure({ actionLinks: 'yes' });
    assert.equal(await count(), 0);
  });

  it('switch inlay hints off by settings', async () => {
    client = await connect();
    const textDocument = { uri: await client.open(policy('mps:Describe*')) };
    const count = async (): Promise<number> =>
      (await client.connection.sendRequest(InlayHintRequest.type, { textDocument, range: whole }))?.length ?? 0;
    assert.equal(await count(), 2);
    await client.configure({ inlayHints: { wildcards: false } });
    assert.equal(await count(), 1);
    await client.configure({ inlayHints: { wildcards: 'yes', regions: false } });
    assert.equal(await count(), 1);
  });
});

describe('workspace requests over the protocol', () => {
  afterEach(() => client.end());

  const watching: ClientOptions = {
    capabilities: { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } },
    initializationOptions: { readsFiles: true },
  };

  /** A client with files; what has been asked of it is counted. */
  async function withFiles(files: Map<string, string>, extra: ClientOptions = watching) {
    client = await connect(extra);
    const asked = { lists: 0, reads: [] as string[] };
    client.connection.onRequest('camPolicy/findFiles', () => {
      asked.lists++;
      return [...files.keys()];
    });
    client.connection.onRequest('camPolicy/readFile', ({ uri }: { uri: string }) => {
      if (uri.endsWith('.cam.json')) asked.reads.push(uri);
      return files.get(uri) ?? null;
    });
    return asked;
  }

  const symbols = async (query = ''): Promise<readonly string[]> =>
    ((await client.connection.sendRequest(WorkspaceSymbolRequest.type, { query })) ?? []).map(({ name }) => name);
  const a = 'file:///w/a.cam.json';
  const b = 'file:///w/b.cam.json';

  it('cost nothing before the first, and read each file once', async () => {
    const asked = await withFiles(
      new Map([
        [a, policy('mps:EditMedia')],
        [b, policy('trtc:*')],
      ]),
    );
    await client.open(policy('mps:EditMedia'));
    assert.deepEqual(asked, { lists: 0, reads: [] });
    assert.ok((await symbols('trtc')).includes('trtc:*'));
    await symbols();
    assert.deepEqual(asked.reads, [a, b]);
  });

  it('read again what has changed, and forget what is gone', async () => {
    const files = new Map([
      [a, policy('mps:EditMedia')],
      [b, policy('trtc:*')],
    ]);
    const asked = await withFiles(files);
    await symbols();
    files.set(b, policy('cvm:*'));
    await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: b, type: FileChangeType.Changed }],
    });
    assert.deepEqual(await symbols('cvm:'), ['cvm:*', 'allow cvm:* on qcs::cmqqueue:gz:uin/1:queueName/q']);
    files.delete(b);
    assert.deepEqual(await symbols('cvm:'), []);
    assert.deepEqual(asked.reads, [a, b, b]);
  });

  it('read all again where nobody tells of changes', async () => {
    const files = new Map([[a, policy('mps:EditMedia')]]);
    await withFiles(files, { initializationOptions: { readsFiles: true } });
    await symbols();
    files.set(a, policy('cvm:*'));
    assert.equal((await symbols('cvm:')).length, 2);
  });

  it('know open documents as they are, not as they are on disk', async () => {
    await withFiles(new Map([[a, policy('mps:EditMedia')]]));
    const uri = await client.open(policy('trtc:*'), a);
    assert.deepEqual(await symbols('mps:'), []);
    assert.equal((await symbols('trtc:')).length, 2);
    await client.close(uri);
    assert.equal((await symbols('mps:')).length, 2);
  });

  it('take files that cannot be read, are no policies or are huge as empty', async () => {
    await withFiles(
      new Map([
        [a, '}{'],
        [b, `{"statement":{"action":"cvm:*","x":"${'x'.repeat(1_000_000)}"}}`],
        ['untitled:%ff', policy('cvm:A')],
      ]),
    );
    assert.deepEqual(await symbols('cvm:A'), ['cvm:A', 'allow cvm:A on qcs::cmqqueue:gz:uin/1:queueName/q']);
    assert.deepEqual(client.log, []);
  });

  it('find and rename across files', async () => {
    await withFiles(
      new Map([
        [a, policy('mps:EditMedia', '11')],
        [b, policy('mps:*', '11')],
      ]),
    );
    const uri = await client.open(policy('mps:EditMedia', '11'), a);
    const at = { textDocument: { uri }, position: { line: 1, character: policy('mps:EditMedia').indexOf('uin/') + 3 } };
    const found = await client.connection.sendRequest(ReferencesRequest.type, {
      ...at,
      context: { includeDeclaration: true },
    });
    assert.deepEqual(
      found?.map((location: Location) => location.uri),
      [a, b],
    );
    const prepared = await client.connection.sendRequest(PrepareRenameRequest.type, at);
    assert.ok(prepared && 'placeholder' in prepared && prepared.placeholder === '11');
    const edit = await client.connection.sendRequest(RenameRequest.type, { ...at, newName: '22' });
    assert.deepEqual(Object.keys(edit?.changes ?? {}), [a, b]);
    const refused = { code: LSPErrorCodes.RequestFailed, message: /digits/u };
    await assert.rejects(client.connection.sendRequest(RenameRequest.type, { ...at, newName: 'x' }), refused);
    await assert.rejects(
      client.connection.sendRequest(PrepareRenameRequest.type, { ...at, position: { line: 0, character: 0 } }),
      { code: LSPErrorCodes.RequestFailed },
    );
  });

  for (const refused of ['camPolicy/findFiles', 'camPolicy/readFile'])
    it(`know open documents where the client refuses ${refused}, and rename nothing then`, async () => {
      await withFiles(new Map([[b, policy('mps:*', '11')]]), { ...watching, workspaceFolders: ['file:///w'] });
      client.connection.onRequest(refused, () => new ResponseError(ErrorCodes.InternalError, 'no'));
      const textDocument = { uri: await client.open(policy('mps:EditMedia', '11'), a) };
      const at = { textDocument, position: { line: 1, character: policy('mps:EditMedia').indexOf('uin/') + 3 } };
      const context = { includeDeclaration: true };
      const found = await client.connection.sendRequest(ReferencesRequest.type, { ...at, context });
      assert.deepEqual(
        found?.map(({ uri }) => uri),
        [a],
      );
      assert.equal((await symbols('mps:')).length, 2);
      await assert.rejects(client.connection.sendRequest(RenameRequest.type, { ...at, newName: '22' }), {
        code: LSPErrorCodes.RequestFailed,
        message: /which other policies there are/u,
      });
    });

  it('use the platform’s files where the client refuses to list them', async () => {
    client = await connect({
      ...watching,
      workspaceFolders: ['file:///w'],
      fileSystem: {
        find: () => Promise.resolve([b]),
        read: (uri) => Promise.resolve(uri === b ? policy('mps:*', '11') : undefined),
      },
    });
    const textDocument = { uri: await client.open(policy('mps:EditMedia', '11'), a) };
    const position = { line: 1, character: policy('mps:EditMedia').indexOf('uin/') + 3 };
    const edit = await client.connection.sendRequest(RenameRequest.type, { textDocument, position, newName: '22' });
    assert.deepEqual(Object.keys(edit?.changes ?? {}), [a, b]);
  });

  it('rename what the client has in the version that is meant, where its edits may say so', async () => {
    const documentChanges = true;
    await withFiles(new Map([[b, policy('mps:*', '11')]]), {
      ...watching,
      capabilities: { workspace: { ...watching.capabilities?.workspace, workspaceEdit: { documentChanges } } },
    });
    await client.open(policy('mps:EditMedia', '11'), a);
    await client.change(a, policy('mps:EditMedia', '11'));
    const character = policy('mps:EditMedia').indexOf('uin/') + 3;
    const edit = await client.connection.sendRequest(RenameRequest.type, {
      textDocument: { uri: a },
      position: { line: 1, character },
      newName: '22',
    });
    assert.deepEqual(
      edit?.documentChanges?.map((change) => 'edits' in change && change.textDocument),
      [
        { uri: a, version: 2 },
        { uri: b, version: null },
      ],
    );
  });

  it('stop when they are no longer wanted', async () => {
    const source = new CancellationTokenSource();
    const files = new Map(Array.from({ length: 500 }, (_, index) => [`file:///w/${index}.cam.json`, '{}']));
    const asked = await withFiles(files);
    client.connection.onRequest('camPolicy/readFile', ({ uri }: { uri: string }) => {
      if (uri.endsWith('.cam.json')) asked.reads.push(uri);
      source.cancel();
      return null;
    });
    await assert.rejects(client.connection.sendRequest(WorkspaceSymbolRequest.type, { query: '' }, source.token), {
      code: LSPErrorCodes.RequestCancelled,
    });
    assert.ok(asked.reads.length < 200, String(asked.reads.length));
  });

  it('use the platform’s files where the client has none, below the client’s folders', async () => {
    client = await connect({
      workspaceFolders: ['file:///w'],
      fileSystem: {
        find: (folder) => Promise.resolve([`${folder}/a.cam.json`]),
        read: (uri) => Promise.resolve(uri === a ? policy('mps:EditMedia') : undefined),
      },
    });
    assert.equal((await symbols('mps:')).length, 2);
  });

  /** A client that takes such requests, and never answers any. */
  async function silent(patience: number): Promise<void> {
    client = await connect({
      patience,
      capabilities: { workspace: { workspaceFolders: true, didChangeWatchedFiles: { dynamicRegistration: true } } },
      workspaceFolders: ['file:///w'],
      fileSystem: {
        find: (folder) => Promise.resolve([`${folder}/a.cam.json`]),
        read: (uri) => Promise.resolve(uri === a ? policy('mps:EditMedia') : undefined),
      },
    });
    const never = (): Promise<never> => new Promise(() => undefined);
    client.connection.onRequest('workspace/workspaceFolders', never);
    client.connection.onRequest('client/registerCapability', never);
  }

  it('take the folders of the start where the client does not say which there are now', async () => {
    await silent(20);
    assert.equal((await symbols('mps:')).length, 2);
  });

  it('can be given up while the client does not answer', async () => {
    await silent(60_000);
    const source = new CancellationTokenSource();
    const asked = client.connection.sendRequest(WorkspaceSymbolRequest.type, { query: '' }, source.token);
    setTimeout(() => {
      source.cancel();
    }, 20);
    await assert.rejects(asked, { code: LSPErrorCodes.RequestCancelled });
  });
});

describe('a host of several policies over the protocol', () => {
  afterEach(() => client.end());

  it('is answered for at the policy that a request names', async () => {
    client = await connect({ capabilities: { textDocument: { hover: { contentFormat: ['plaintext'] } } } });
    const two = `${blockOf(policy('mps:EditMedia'))}\ntext\n${blockOf('{"statement":{"effect":"Deny"}}', 2)}\n`;
    const uri = await client.open(two, 'file:///a.txt', 'marked');
    const { diagnostics } = await client.published();
    const lines = two.split('\n');
    const at = (marker: string) => {
      const line = lines.findIndex((text) => text.includes(marker));
      return { line, character: (lines[line] ?? '').indexOf(marker) + 1 };
    };
    const deny = at('Deny');
    assert.ok(diagnostics.some(({ code, range }) => code === 'invalid-effect' && range.start.line === deny.line));
    const hoverAt = (position: Position) =>
      client.connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position });
    assert.match(JSON.stringify(await hoverAt(at('EditMedia'))), /mps:EditMedia/u);
    assert.equal(await hoverAt(at('text')), null);
    const lengthOf = async (more: object): Promise<number | undefined> =>
      (
        await client.connection.sendRequest<{ length: number } | null>('camPolicy/summary', {
          textDocument: { uri },
          ...more,
        })
      )?.length;
    const first = await lengthOf({});
    assert.ok(first);
    assert.deepEqual(
      await Promise.all(
        [{ policy: 1 }, { position: deny }, { position: at('EditMedia') }, { policy: 7 }].map(lengthOf),
      ),
      [31, 31, first, undefined],
    );
  });
});

describe('command requests over the protocol', () => {
  afterEach(() => client.end());

  it('offer templates in the person’s language', async () => {
    client = await connect({ locale: 'zh-cn' });
    const found = await client.connection.sendRequest<{ id: string; title: string; body: string }[]>(
      'camPolicy/templates',
      {},
    );
    assert.ok(found.length > 5);
    assert.match(found[0]?.title ?? '', /允许或拒绝/u);
    assert.ok(found.every(({ id, body }) => id !== '' && body.includes('"version": "2.0"')));
  });

  it('answer for an open document, and with null for what is not', async () => {
    client = await connect();
    const textDocument = { uri: await client.open(policy('mps:Describe*')) };
    const send = (method: string, params: object): Promise<object | null> =>
      client.connection.sendRequest<object | null>(method, params);
    assert.deepEqual(await send('camPolicy/summary', { textDocument }), {
      length: policy('mps:Describe*').length - 2,
      limit: 6144,
      catalogueDate: '2026-11-22',
    });
    const compact = await send('camPolicy/compact', { textDocument });
    assert.ok(compact && 'text' in compact && compact.text === policy('mps:Describe*').replaceAll('\n', ''));
    const expansion = await send('camPolicy/expandWildcards', { textDocument });
    assert.ok(expansion && 'expanded' in expansion && expansion.expanded === 1);
    const message = 'operation (mps:EditMedia) resource (*) has no permission';
    const addition = await send('camPolicy/addStatement', { textDocument, message });
    assert.ok(addition && 'added' in addition);
    assert.deepEqual(addition.added, ['mps:EditMedia']);
    const other = { uri: 'file:///none.json' };
    assert.equal(await send('camPolicy/summary', { textDocument: other }), null);
    assert.equal(await send('camPolicy/summary', { textDocument: other, text: '{"version":"2.0"}' }), null);
    const unsent = await send('camPolicy/addStatement', {
      textDocument: other,
      text: policy('mps:Describe*'),
      message,
    });
    assert.match(JSON.stringify(unsent), /file:\/\/\/none\.json.*mps:EditMedia/u);
    assert.deepEqual(client.log, []);
    for (const params of [{}, { textDocument: null }, { textDocument, message: 1 }])
      await send('camPolicy/addStatement', params);
    assert.ok(client.log.length > 0, 'what does not fit is logged, and the server lives');
    assert.ok(await send('camPolicy/summary', { textDocument }));
  });
});
