/** Files with tests of policies, over the wire. */
import assert from 'node:assert/strict';
import {
  CancellationToken,
  CancellationTokenSource,
  CodeActionRequest,
  CompletionRequest,
  DidChangeWatchedFilesNotification,
  DocumentDiagnosticRequest,
  ErrorCodes,
  FileChangeType,
  HoverRequest,
  LSPErrorCodes,
  ResponseError,
  type ClientCapabilities,
  type CodeAction,
  type CompletionItem,
  type CompletionList,
  type Diagnostic,
  type FileEvent,
  type FullDocumentDiagnosticReport,
  type Position,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { PolicyTests } from '../../protocol/tests.js';
import { clientRequests, requests } from '../../protocol/names.js';
import { connect, type ClientOptions, type TestClient } from './connection.js';

const policy = `{"version":"2.0","statement":[
{"effect":"allow","action":"mps:*","resource":"*","condition":{"ip_equal":{"qcs:ip":"10.0.0.0/8"}}},
{"effect":"deny","action":"mps:EditMedia","resource":"*"}]}`;

/** The policies on a disk. */
const disk = new Map([
  ['file:///w/a.cam.json', policy],
  ['file:///w/other/b.cam.json', policy],
]);
const fileSystem = {
  find: () => Promise.resolve([...disk.keys()]),
  read: (uri: string) => Promise.resolve(disk.get(uri)),
};
const uri = 'file:///w/a.cam.test.json';
const around = (tests: string, more = ''): string => `{ "policies": ["./a.cam.json"], ${more} "tests": [ ${tests} ] }`;
const pulls: ClientCapabilities = { textDocument: { diagnostic: {} } };

let client: TestClient;
const start = async (options: ClientOptions = {}): Promise<void> => {
  client = await connect({ fileSystem, workspaceFolders: ['file:///w'], capabilities: pulls, ...options });
};

/** Opens the text without `|`, and gives where that stood. */
async function openAt(marked: string): Promise<Position> {
  const text = marked.replace('|', '');
  await client.open(text, uri, 'jsonc');
  return TextDocument.create('', '', 0, text).positionAt(marked.indexOf('|'));
}

async function diagnostics(text: string): Promise<readonly string[]> {
  await client.open(text, uri, 'jsonc');
  const report = await client.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });
  return shown((report as FullDocumentDiagnosticReport).items, text);
}

const textOf = (message: Diagnostic['message']): string => (typeof message === 'string' ? message : message.value);
const severities = ['', 'error', 'warning', 'information', 'hint'];
const shown = (items: readonly Diagnostic[], text: string): readonly string[] => {
  const document = TextDocument.create('', '', 0, text);
  return items.map(
    ({ range, message, severity = 0 }) => `${severities[severity] ?? ''} ${document.getText(range)} ${textOf(message)}`,
  );
};

async function completions(marked: string): Promise<readonly CompletionItem[]> {
  const position = await openAt(marked);
  const found = await client.connection.sendRequest(CompletionRequest.type, { textDocument: { uri }, position });
  await client.close(uri);
  return (found as CompletionList | null)?.items ?? [];
}

/** The text after the completion of that label is taken. */
async function completed(marked: string, label: string): Promise<string> {
  const item = (await completions(marked)).find((each) => each.label === label);
  assert.ok(item?.textEdit, label);
  const document = TextDocument.create('', '', 0, marked.replace('|', ''));
  return TextDocument.applyEdits(document, [item.textEdit as never]);
}

describe('files with tests, over the protocol', () => {
  afterEach(() => client.end());

  it('are told what is wrong in them: form, policies, actions, keys, statements', async () => {
    await start();
    const found = await diagnostics(
      around(
        `{ "name": "a", "action": "mps:EditMedai", "expect": "denied", "context": { "qcs:ipp": "1" }, "by": "#9" },
         { "name": "b", "action": "mps:*", "expect": "denied" }, { "name": "c", "same": "./no.cam.json" },
         { "name": "d", "same": "a.cam.json", "expect": "denied" }, { "name": "e", "notGranted": { "actions": "nosuch:*" } }`,
        '"boundary": "/x",',
      ),
    );
    assert.deepEqual(
      found.map((line) => line.split(' ').slice(0, 2).join(' ')),
      [
        'error "/x"',
        'warning "mps:EditMedai"',
        'warning "qcs:ipp"',
        'error "#9"',
        'error "mps:*"',
        'error "./no.cam.json"',
        'error "expect"',
        'hint "nosuch:*"',
      ],
    );
    assert.match(found[1] ?? '', /Did you mean EditMedia\?/u);
    assert.match(found[2] ?? '', /No statement of these policies looks at qcs:ipp\. Did you mean qcs:ip\?/u);
  });

  it('are told of a policy whose name no file can have, and of what else is wrong', async () => {
    await start();
    const found = await diagnostics('{ "policies": ["./\\ud83d.cam.json"], "tests": [{ "nam": 1 }] }');
    assert.ok(
      found.some((line) => line.startsWith('error "./\\ud83d.cam.json"')),
      found.join('\n'),
    );
    assert.ok(
      found.some((line) => line.includes('"nam"')),
      found.join('\n'),
    );
  });

  it('are told of a policy that the client refuses to read', async () => {
    await start({ fileSystem: undefined, initializationOptions: { readsFiles: true } } as never);
    client.connection.onRequest(clientRequests.readFile, () => new ResponseError(ErrorCodes.InternalError, 'no'));
    const found = await diagnostics(around('{ "name": "a", "action": "mps:EditMedia", "expect": "denied" }'));
    assert.deepEqual(
      found.map((line) => line.split(' ').slice(0, 2).join(' ')),
      ['error "./a.cam.json"'],
    );
  });

  it('are not told of their form where the client knows the schema', async () => {
    await start({ initializationOptions: { knowsSchemas: true } });
    const found = await diagnostics(
      around(`{ "name": "a", "action": "mps:X", "expect": "ok" }, { "name": "b", "same": "no.json" }`),
    );
    assert.deepEqual(
      found.map((line) => line.split(' ')[1]),
      ['"no.json"'],
    );
  });

  it('are told so where the client does not pull, again when a policy changes', async () => {
    await start({ capabilities: {} });
    const text = around(
      '{ "name": "a", "action": "mps:EditMedia", "expect": "denied", "context": { "qcs:mfa": "true" } }',
    );
    await client.open(text, uri, 'jsonc');
    assert.match(shown((await client.published()).diagnostics, text).join(), /warning "qcs:mfa" No statement/u);
    const changed = await client.open(policy.replace('qcs:ip', 'qcs:mfa'), 'file:///w/a.cam.json');
    const all = [await client.published(), await client.published()];
    assert.deepEqual(all.find((each) => each.uri === uri)?.diagnostics, []);
    await client.close(changed);
  });

  describe('when a policy changes on the disk', () => {
    const asked = '{ "name": "a", "action": "mps:EditMedia", "expect": "denied", "context": { "qcs:mfa": "true" } }';
    const change = async (): Promise<void> => {
      disk.set('file:///w/a.cam.json', policy.replace('qcs:ip', 'qcs:mfa'));
      const changes: FileEvent[] = [{ uri: 'file:///w/a.cam.json', type: FileChangeType.Changed }];
      await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes });
    };
    afterEach(() => disk.set('file:///w/a.cam.json', policy));

    it('are told again what is wrong in them', async () => {
      await start({ capabilities: {} });
      await client.open(around(asked), uri, 'jsonc');
      assert.equal((await client.published()).diagnostics.length, 1);
      await change();
      assert.deepEqual((await client.published()).diagnostics, []);
    });

    it('are asked for again where the client pulls', async () => {
      const dynamicRegistration = true;
      await start({
        capabilities: {
          workspace: { diagnostics: { refreshSupport: true }, didChangeWatchedFiles: { dynamicRegistration } },
          textDocument: {
            diagnostic: {},
            ...Object.fromEntries(
              ['synchronization', 'completion', 'hover', 'codeAction', 'inlayHint', 'codeLens'].map((feature) => [
                feature,
                { dynamicRegistration },
              ]),
            ),
          },
        },
      });
      // That of the start.
      await client.refreshed();
      while (!JSON.stringify([...client.registrations.values()]).includes('"**/*.cam.json"'))
        await new Promise((resolve) => setImmediate(resolve));
      assert.equal((await diagnostics(around(asked))).length, 1);
      await change();
      await client.refreshed();
      assert.deepEqual(await diagnostics(around(asked)), []);
    });
  });

  it('complete members, verdicts, actions, resources, policies, keys and statements', async () => {
    await start();
    const labels = async (marked: string): Promise<readonly string[]> =>
      (await completions(marked)).map(({ label }) => label);
    assert.deepEqual(await labels('{ "policies": [], | }'), ['$schema', 'boundary', 'caller', 'context', 'tests']);
    assert.ok((await labels(around('{ "name": "x", | }'))).includes('notGranted'));
    assert.ok(!(await labels(around('{ "name": "x", "same": "./a.cam.json", | }'))).includes('expect'));
    assert.deepEqual((await labels(around('{ "name": "x", "action": "mps:EditMedia", "expect": "|" }'))).slice(0, 3), [
      'allowed',
      'denied',
      'not-allowed',
    ]);
    assert.ok((await labels(around('{ "name": "x", "action": "mps:|" }'))).includes('mps:EditMedia'));
    assert.ok((await labels(around('{ "name": "x", "action": "|" }'))).includes('trtc:'));
    assert.deepEqual(await labels('{ "policies": ["|"] }'), ['./a.cam.json', './other/b.cam.json']);
    assert.equal((await labels(around('{ "name": "x", "context": { "|" } }')))[0], 'qcs:ip');
    assert.deepEqual(await labels(around('{ "name": "x", "context": { "qcs:ip": "|" } }')), ['10.0.0.0/8']);
    assert.deepEqual(await labels(around('{ "name": "x", "by": "|" }')), ['a.cam.json#1', 'a.cam.json#2']);
    assert.ok((await labels(around('{ "name": "x", "action": "mps:EditMedia", "resource": "|" }'))).includes('*'));
    assert.deepEqual(await labels(`|${around('')}`), []);
  });

  it('complete whole strings, with quotes where there are none', async () => {
    await start();
    const action = '{ "name": "x", "action": "mps:Ed|x" }';
    assert.equal(
      await completed(around(action), 'mps:EditMedia'),
      around('{ "name": "x", "action": "mps:EditMedia" }'),
    );
    assert.equal(await completed('{ "policies": [|] }', './a.cam.json'), '{ "policies": ["./a.cam.json"] }');
    assert.equal(await completed('{ | }', 'policies'), '{ "policies":  }');
  });

  it('leave members and verdicts to clients that know the schema', async () => {
    await start({ initializationOptions: { knowsSchemas: true } });
    assert.deepEqual(await completions('{ | }'), []);
    assert.ok((await completions(around('{ "name": "x", "by": "|" }'))).length > 0);
  });

  it('explain actions, keys, policies and what comes out', async () => {
    await start();
    const hover = async (marked: string): Promise<string> => {
      const position = await openAt(marked);
      const found = await client.connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position });
      await client.close(uri);
      return found ? (found.contents as { readonly value: string }).value : '';
    };
    const test = (expect: string): string =>
      around(`{ "name": "x", "action": "mps:EditMedia", "expect": "${expect}" }`);
    assert.match(await hover(around('{ "name": "x", "action": "mps:Edit|Media" }')), /EditMedia/u);
    assert.match(await hover(around('{ "name": "x", "context": { "qcs:|ip": "1" } }')), /qcs:ip/u);
    assert.match(await hover('{ "policies": ["./a|.cam.json"], "tests": [] }'), /a\.cam\.json[^]*mps/u);
    assert.match(await hover(test('den|ied')), /✓ As expected: Denied by statement 2/u);
    assert.match(await hover(test('all|owed')), /✗ Expected allowed, but: Denied by statement 2/u);
    assert.match(await hover(test('x').replace('"name"', '"na|me"')), /name — What is tested/u);
  });

  it('are run, open or not, with policies as the person sees them', async () => {
    await start();
    const run = (address = uri): Promise<PolicyTests | null> =>
      client.connection.sendRequest(requests.tests, { uri: address, reach: true });
    assert.equal(await run(), null);
    const text = around(`{ "name": "x", "action": ["mps:EditMedia", "mps:DeleteMedia"], "expect": "denied" },
      { "name": "y", "within": "no.cam.json" }`);
    disk.set('file:///w/closed.cam.test.json', text);
    for (const address of ['file:///w/closed.cam.test.json', await client.open(text, uri, 'jsonc')]) {
      const found = await run(address);
      assert.deepEqual(
        found?.tests.map(({ id, name, action, result, by }) => [
          id,
          name,
          action,
          result,
          by?.uri,
          by?.range.start.line,
        ]),
        [
          ['0.0', 'x', 'mps:EditMedia', 'passed', 'file:///w/a.cam.json', 2],
          ['0.1', 'x', 'mps:DeleteMedia', 'failed', 'file:///w/a.cam.json', 1],
          ['1', 'y', undefined, 'broken', undefined, undefined],
        ],
      );
      assert.deepEqual(
        found.reach.map((each) => [each.uri, each.statements.map((one) => one.requests)]),
        [['file:///w/a.cam.json', [2, 1]]],
      );
    }
    disk.delete('file:///w/closed.cam.test.json');
    await client.open(policy.replace('"deny"', '"allow"'), 'file:///w/a.cam.json');
    assert.equal((await run())?.tests[0]?.result, 'failed');
    for (const params of [{}, { uri: 1 }, { uri: 'x' }])
      assert.equal(await client.connection.sendRequest(requests.tests, params), null);
  });

  it('are run no further once nobody waits for it, and run whole the next time', async () => {
    const source = new CancellationTokenSource();
    const read = (address: string): Promise<string | undefined> => {
      if (address.endsWith('/a.cam.json')) source.cancel();
      return fileSystem.read(address);
    };
    const nextTurn = async (): Promise<void> => {
      // The message that nobody waits any longer passes through several turns.
      for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
    };
    await start({ fileSystem: { ...fileSystem, read }, nextTurn });
    // Far more than is done before the server looks whether anybody waits.
    const many = Array.from(
      { length: 2_000 },
      (_, index) => `{ "name": "${index}", "notGranted": { "actions": "cam:*" } }`,
    );
    await client.open(around(many.join()), uri, 'jsonc');
    const run = (token = CancellationToken.None): Promise<PolicyTests | null> =>
      client.connection.sendRequest(requests.tests, { uri }, token);
    await assert.rejects(run(source.token), { code: LSPErrorCodes.RequestCancelled });
    assert.equal((await run())?.tests.length, many.length);
  });

  it('are offered what comes out as the expectation of a test that fails', async () => {
    await start();
    const updated = async (test: string): Promise<readonly string[]> => {
      const text = around(test);
      await client.open(text, uri, 'jsonc');
      const position = TextDocument.create('', '', 0, text).positionAt(text.indexOf('"name"'));
      const actions = await client.connection.sendRequest(CodeActionRequest.type, {
        textDocument: { uri },
        range: { start: position, end: position },
        context: { diagnostics: [] },
      });
      await client.close(uri);
      return ((actions ?? []) as readonly CodeAction[]).map(({ edit, title }) => {
        const after = TextDocument.applyEdits(TextDocument.create('', '', 0, text), edit?.changes?.[uri] ?? []);
        return `${title}: ${after.slice(around('').lastIndexOf('[') + 1, -4).trim()}`;
      });
    };
    const test = (more: string): string => `{ "name": "x", "action": "mps:EditMedia", ${more} }`;
    assert.deepEqual(await updated(test('"expect": "denied"')), []);
    assert.deepEqual(await updated(test('"expect": "allowed"')), [
      `Expect "denied", as it is now: ${test('"expect": "denied"')}`,
    ]);
    assert.deepEqual(await updated(test('"expect": "allowed", "by": "#1"')), [
      `Expect "denied" by a.cam.json#2, as it is now: ${test('"expect": "denied", "by": "a.cam.json#2"')}`,
    ]);
    assert.deepEqual(await updated(test('"expect": "refused", "by": "#1"')), [
      `Expect "refused" by a.cam.json#2, as it is now: ${test('"expect": "refused", "by": "a.cam.json#2"')}`,
    ]);
    assert.deepEqual(await updated('{ "name": "x", "action": "cos:GetObject", "expect": "allowed", "by": "#1" }'), [
      'Expect "not-allowed", as it is now: { "name": "x", "action": "cos:GetObject", "expect": "not-allowed" }',
    ]);
    assert.deepEqual(await updated('{ "name": "x", "notGranted": { "actions": "mps:*" } }'), []);
  });

  it('hold no policies', async () => {
    await start();
    await client.open(around(''), uri, 'jsonc');
    assert.equal(await client.connection.sendRequest(requests.summary, { textDocument: { uri } }), null);
  });
});
