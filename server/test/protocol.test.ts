import assert from 'node:assert/strict';
import {
  CancellationTokenSource,
  CodeActionRequest,
  CodeActionResolveRequest,
  CompletionRequest,
  CompletionResolveRequest,
  DidChangeConfigurationNotification,
  DocumentDiagnosticRequest,
  HoverRequest,
  InlayHintRequest,
  LSPErrorCodes,
  type CodeAction,
  type CompletionList,
  type MarkupContent,
  type MarkupKind,
  type Position,
} from 'vscode-languageserver';
import type { Catalogue } from '../src/core/catalogue/catalogue.js';
import { connect, type ClientOptions, type TestClient } from './connection.js';
import { cursorIn } from './marks.js';
import { tinyCatalogue } from './tiny-catalogue.js';

const policy = (effect: string): string =>
  `{"version":"2.0","statement":[{"effect":"${effect}","action":"cvm:DescribeZones","resource":"*"}]}`;
const pulling = { textDocument: { diagnostic: {} } };
const pullingWithRefresh = {
  ...pulling,
  workspace: {
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
  },
};

/** A text of one line with a cursor, as what a request on a document asks. */
function at(marked: string): { readonly text: string; readonly position: Position } {
  const { text, offset } = cursorIn(marked);
  return { text, position: { line: 0, character: offset } };
}

describe('the server over the protocol', () => {
  let client: TestClient;

  const start = async (options: ClientOptions = {}): Promise<void> => {
    client = await connect(options);
  };
  afterEach(() => client.end());

  async function pull(uri: string): Promise<readonly (string | number | undefined)[]> {
    const report = await client.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });
    return report.kind === 'full' ? report.items.map(({ code }) => code) : [];
  }

  describe('diagnostics', () => {
    it('are pushed on open and on change, and cleared on close', async () => {
      await start();
      assert.equal(client.initialized.capabilities.diagnosticProvider, undefined);
      const uri = await client.open(policy('permit'));
      const first = await client.published();
      assert.equal(first.uri, uri);
      assert.equal(first.version, 1);
      assert.deepEqual(
        first.diagnostics.map(({ code, source, severity, codeDescription }) => ({
          code,
          source,
          severity,
          href: codeDescription?.href,
        })),
        [{ code: 'invalid-effect', source: 'cam', severity: 1, href: 'file:///docs/rules/invalid-effect.md' }],
      );
      await client.change(uri, policy('allow'));
      assert.deepEqual(await client.published(), { uri, version: 2, diagnostics: [] });
      await client.change(uri, policy('permit'));
      assert.equal((await client.published()).diagnostics.length, 1);
      await client.close(uri);
      assert.deepEqual(await client.published(), { uri, diagnostics: [] });
    });

    it('are pulled where the client can, and then not pushed', async () => {
      await start({ capabilities: pulling });
      assert.ok(client.initialized.capabilities.diagnosticProvider);
      const uri = await client.open(policy('permit'));
      assert.deepEqual(await pull(uri), ['invalid-effect']);
      await client.change(uri, policy('allow'));
      assert.deepEqual(await pull(uri), []);
      assert.equal(client.waiting, 0);
    });

    it('speak the language of the client', async () => {
      await start({ locale: 'zh-cn' });
      await client.open(policy('permit'));
      const [found] = (await client.published()).diagnostics;
      assert.match(JSON.stringify(found?.message), /^"effect 只能是/u);
      assert.equal(found?.codeDescription?.href, 'file:///docs/rules/zh-cn/invalid-effect.md');
    });
  });

  it('asks for no notebooks: the client for VS Code has nothing that sends them', async () => {
    await start();
    assert.equal(client.initialized.capabilities.notebookDocumentSync, undefined);
  });

  describe('settings', () => {
    const off = { rules: { 'invalid-effect': 'off' } };

    it('are asked for at the start and after each change', async () => {
      await start({ capabilities: pullingWithRefresh, settings: { rules: { 'invalid-effect': 'hint' } } });
      await client.refreshed();
      const uri = await client.open(policy('permit'));
      assert.deepEqual(await pull(uri), ['invalid-effect']);
      await client.configure(off);
      await client.refreshed();
      assert.deepEqual(await pull(uri), []);
    });

    it('have a client pull again what it has pulled only where they have changed', async () => {
      const settings = { rules: { 'invalid-effect': 'hint' } };
      await start({ capabilities: pullingWithRefresh, settings });
      await client.refreshed();
      const uri = await client.open(policy('permit'));
      await pull(uri);
      let told = false;
      const refreshed = client.refreshed().then(() => (told = true));
      await client.configure(settings);
      // Its settings are asked for before the first answer comes, and known before the second does.
      await pull(uri);
      await pull(uri);
      assert.equal(told, false);
      await client.configure(off);
      await refreshed;
    });

    it('are taken from the notification where the client cannot be asked', async () => {
      await start();
      const uri = await client.open(policy('permit'));
      assert.equal((await client.published()).diagnostics.length, 1);
      await client.configure(off);
      assert.deepEqual(await client.published(), { uri, version: 1, diagnostics: [] });
      await client.configure('nonsense');
      assert.equal((await client.published()).diagnostics.length, 1);
    });

    it('stay those of the start where the client sends others, or has none', async () => {
      const initializationOptions = { settings: off };
      await start({ capabilities: pulling, initializationOptions });
      const uri = await client.open(policy('permit'));
      for (const settings of [{}, null, { other: 1 }, 5, { camPolicy: null }]) {
        await client.connection.sendNotification(DidChangeConfigurationNotification.type, { settings });
        assert.deepEqual(await pull(uri), [], JSON.stringify(settings));
      }
      await client.configure({});
      assert.deepEqual(await pull(uri), ['invalid-effect']);
      await client.end();
      await start({ capabilities: pullingWithRefresh, initializationOptions, settings: null });
      await client.refreshed();
      assert.deepEqual(await pull(await client.open(policy('permit'))), []);
    });

    it('change for a client that pulls but takes no request to pull again', async () => {
      await start({ capabilities: pulling });
      const uri = await client.open(policy('permit'));
      await client.configure(off);
      assert.deepEqual(await pull(uri), []);
      assert.deepEqual(client.log, []);
    });
  });

  it('completes, and documents an item when it is looked at', async () => {
    await start();
    const { text, position } = at('{"statement":[{"action":"mps:ProcessI|"}]}');
    const textDocument = { uri: await client.open(text) };
    const answer = await client.connection.sendRequest(CompletionRequest.type, { textDocument, position });
    const { items } = answer as CompletionList;
    const item = items.find(({ label }) => label === 'ProcessImage');
    assert.ok(item, items.map(({ label }) => label).join());
    assert.equal(item.documentation, undefined);
    const resolved = await client.connection.sendRequest(CompletionResolveRequest.type, item);
    assert.match(JSON.stringify(resolved.documentation), /Starts image processing/u);
  });

  it('explains what the cursor is on', async () => {
    await start();
    const { text, position } = at('{"statement":[{"action":"mps:ProcessIm|age"}]}');
    const textDocument = { uri: await client.open(text) };
    const answer = await client.connection.sendRequest(HoverRequest.type, { textDocument, position });
    assert.match(JSON.stringify(answer?.contents), /Starts image processing/u);
  });

  /** What a hover, a completion's documentation and a hint's tooltip are for a client that names these formats. */
  async function formatsFor(formats: MarkupKind[] | undefined): Promise<readonly unknown[]> {
    const format = formats ? { contentFormat: formats } : {};
    const documentation = formats ? { documentationFormat: formats } : {};
    await start({
      capabilities: { textDocument: { hover: format, completion: { completionItem: documentation } } },
    });
    const { text, position } = at('{"statement":[{"action":["mps:*","mps:Proc|"]}]}');
    const textDocument = { uri: await client.open(text) };
    const { connection } = client;
    const shown = await connection.sendRequest(HoverRequest.type, { textDocument, position });
    const list = (await connection.sendRequest(CompletionRequest.type, { textDocument, position })) as CompletionList;
    const item = list.items.find(({ label }) => label === 'ProcessImage');
    assert.ok(item);
    const resolved = await connection.sendRequest(CompletionResolveRequest.type, item);
    const range = { start: { line: 0, character: 0 }, end: position };
    const [hint] = (await connection.sendRequest(InlayHintRequest.type, { textDocument, range })) ?? [];
    return [shown?.contents, resolved.documentation, hint?.tooltip].map((content) => {
      const { kind, value } = content as MarkupContent;
      assert.equal(/`|\*\*/u.test(value), kind === 'markdown', value);
      return kind;
    });
  }

  it('writes Markdown for clients that prefer it, plain words for others', async () => {
    assert.deepEqual(await formatsFor(['markdown', 'plaintext']), ['markdown', 'markdown', 'markdown']);
    await client.end();
    assert.deepEqual(await formatsFor(['plaintext', 'markdown']), ['plaintext', 'plaintext', 'plaintext']);
    await client.end();
    assert.deepEqual(await formatsFor(['plaintext']), ['plaintext', 'plaintext', 'plaintext']);
    await client.end();
    assert.deepEqual(await formatsFor(undefined), ['plaintext', 'plaintext', 'plaintext']);
  });

  describe('code actions', () => {
    const lazy = {
      textDocument: { codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } } },
      workspace: { workspaceEdit: { documentChanges: true } },
    };
    const range = { start: { line: 0, character: 40 }, end: { line: 0, character: 40 } };
    const commands = ['camPolicy.rules'];

    async function actionsFor(uri: string, only?: readonly string[]): Promise<readonly CodeAction[]> {
      const context = { diagnostics: [], ...(only ? { only: [...only] } : {}) };
      const params = { textDocument: { uri }, range, context };
      return ((await client.connection.sendRequest(CodeActionRequest.type, params)) ?? []) as CodeAction[];
    }

    it('bring their edits along where the client cannot ask for them', async () => {
      await start();
      const uri = await client.open(policy('Allow'));
      const [fix] = await actionsFor(uri);
      assert.equal(fix?.title, 'Change to "allow"');
      assert.equal(fix.edit?.changes?.[uri]?.[0]?.newText, '"allow"');
      assert.equal(fix.data, undefined);
    });

    it('are resolved where it can, for the version that they were offered for', async () => {
      await start({ capabilities: lazy, initializationOptions: { commands } });
      const uri = await client.open(policy('Allow'));
      const [fix, about] = await actionsFor(uri);
      assert.ok(fix && about);
      assert.equal(fix.edit, undefined);
      const resolved = await client.connection.sendRequest(CodeActionResolveRequest.type, fix);
      const [change] = resolved.edit?.documentChanges ?? [];
      assert.ok(change && 'edits' in change);
      assert.deepEqual(change.textDocument, { uri, version: 1 });
      assert.deepEqual(await client.connection.sendRequest(CodeActionResolveRequest.type, about), about);
      assert.equal(about.command?.command, commands[0]);
      await client.change(uri, policy('Deny'));
      const late = client.connection.sendRequest(CodeActionResolveRequest.type, fix);
      await assert.rejects(late, { code: LSPErrorCodes.ContentModified });
    });

    it('of the kinds that are announced fix the whole document', async () => {
      await start();
      const { codeActionProvider } = client.initialized.capabilities;
      assert.ok(typeof codeActionProvider === 'object');
      assert.ok(codeActionProvider.codeActionKinds?.includes('source.fixAll.cam'));
      const uri = await client.open(policy('Allow'));
      const actions = await actionsFor(uri, ['source.fixAll']);
      assert.deepEqual(
        actions.map(({ kind }) => kind),
        ['source.fixAll.cam'],
      );
      assert.equal(actions[0]?.edit?.changes?.[uri]?.length, 1);
    });
  });

  it('answers with nothing for a document that is not open', async () => {
    await start({ capabilities: pulling });
    const textDocument = { uri: 'file:///unknown.cam.json' };
    const position = { line: 0, character: 0 };
    const range = { start: position, end: position };
    const { connection } = client;
    assert.equal(await connection.sendRequest(CompletionRequest.type, { textDocument, position }), null);
    assert.equal(await connection.sendRequest(HoverRequest.type, { textDocument, position }), null);
    assert.deepEqual(
      await connection.sendRequest(CodeActionRequest.type, { textDocument, range, context: { diagnostics: [] } }),
      [],
    );
    assert.deepEqual(await pull(textDocument.uri), []);
    assert.deepEqual(client.log, []);
  });

  it('does not work on a request that is cancelled', async () => {
    let asked = false;
    const catalogue: Catalogue = {
      ...tinyCatalogue,
      service(id) {
        // What warms the server up asks about other services.
        asked ||= id === 'mps';
        return tinyCatalogue.service(id);
      },
    };
    let goOn = (): void => undefined;
    let arrived = (): void => undefined;
    const arrival = new Promise<void>((resolve) => (arrived = resolve));
    const nextTurn = (): Promise<void> => {
      arrived();
      return new Promise((resolve) => (goOn = resolve));
    };
    await start({ catalogue, nextTurn, capabilities: pulling });
    const { text, position } = at('{"statement":[{"action":"mps:ProcessIm|age"}]}');
    const textDocument = { uri: await client.open(text) };
    const source = new CancellationTokenSource();
    const answer = client.connection.sendRequest(HoverRequest.type, { textDocument, position }, source.token);
    await arrival;
    source.cancel();
    // Answered behind the cancellation, so that it has arrived.
    await assert.rejects(client.connection.sendRequest('no/such/method'));
    goOn();
    await assert.rejects(answer, { code: LSPErrorCodes.RequestCancelled });
    assert.equal(asked, false);
  });

  it('survives what throws, says so in the log, and still does the rest', async () => {
    const catalogue: Catalogue = {
      ...tinyCatalogue,
      service() {
        throw new Error('broken catalogue');
      },
    };
    await start({ catalogue, capabilities: pulling });
    const { text, position } = at('{"statement":[{"effect":"permit","action":"mps:ProcessIm|age","resource":"*"}]}');
    const textDocument = { uri: await client.open(text) };
    assert.equal(await client.connection.sendRequest(HoverRequest.type, { textDocument, position }), null);
    assert.match(client.log.join('\n'), /textDocument\/hover failed: Error: broken catalogue/u);
    assert.deepEqual(await pull(textDocument.uri), ['missing-element', 'invalid-effect']);
    assert.match(client.log.join('\n'), /rule unknown-action failed: Error: broken catalogue/u);
  });
});
