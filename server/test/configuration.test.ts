/** Configurations over the protocol: found, honoured, read again, and told of what is wrong with them. */
import assert from 'node:assert/strict';
import {
  CodeActionRequest,
  CompletionRequest,
  DidChangeWatchedFilesNotification,
  DocumentDiagnosticRequest,
  FileChangeType,
  WorkspaceSymbolRequest,
  type Diagnostic,
  type FullDocumentDiagnosticReport,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { ChangedConfiguration } from '../../protocol/answers.js';
import { connect, type ClientOptions, type TestClient } from './connection.js';

const config = 'file:///w/cam-policy.config.json';
const uri = 'file:///w/p/a.cam.json';
const wrong = '{"version":"2.0","statement":[{"effect":"allow","action":["mps:EditMedai"],"resource":"*"}]}';

const watching = { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } };
const pulling = {
  textDocument: { diagnostic: {} },
  workspace: { ...watching.workspace, diagnostics: { refreshSupport: true } },
};

/** The files of a disk, by address. */
type Files = Map<string, string>;

let client: TestClient;

async function start(files: Files, options: ClientOptions = {}): Promise<void> {
  client = await connect({
    capabilities: watching,
    workspaceFolders: ['file:///w'],
    fileSystem: {
      find: (folder) =>
        Promise.resolve([...files.keys()].filter((name) => name.startsWith(folder) && name.endsWith('.cam.json'))),
      read: (address) => Promise.resolve(files.get(address)),
    },
    ...options,
  });
}

/** How long a test waits for a file to be read, in milliseconds. */
const patience = 10_000;

/** A disk on which reading a file can be held up. */
function gateOf(files: Files) {
  const held = new Set<string>();
  const waiting = new Map<string, readonly (() => void)[]>();
  return {
    fileSystem: {
      find: () => Promise.resolve([]),
      read: async (address: string): Promise<string | undefined> => {
        if (held.has(address))
          await new Promise<void>((resolve) => waiting.set(address, [...(waiting.get(address) ?? []), resolve]));
        return files.get(address);
      },
    },
    hold: (...addresses: readonly string[]): void => {
      for (const address of addresses) held.add(address);
    },
    /** Resolves when somebody reads the file; rejects when nobody does: a loop without an end would keep the process from ending. */
    held: async (address: string): Promise<void> => {
      const end = performance.now() + patience;
      while (!waiting.has(address)) {
        assert.ok(performance.now() < end, `nobody reads ${address}`);
        await new Promise((resolve) => setImmediate(resolve));
      }
    },
    release: (address: string): void => {
      held.delete(address);
      for (const go of waiting.get(address) ?? []) go();
    },
  };
}

const codesOf = (diagnostics: readonly Diagnostic[]): readonly unknown[] =>
  diagnostics
    .map(({ code, severity }) => `${code} ${severity}`)
    .filter((text) => !text.startsWith('missing-companion'));

/** What is sent for an address next. */
async function sent(address: string): Promise<readonly Diagnostic[]> {
  for (;;) {
    const { uri: of, diagnostics } = await client.published();
    if (of === address) return diagnostics;
  }
}

const pulled = async (address = uri): Promise<readonly unknown[]> => {
  const report = await client.connection.sendRequest(DocumentDiagnosticRequest.type, {
    textDocument: { uri: address },
  });
  return codesOf((report as FullDocumentDiagnosticReport).items);
};

/** Writes a file and tells the server of it. */
async function write(files: Files, address: string, text: string | undefined): Promise<void> {
  if (text === undefined) files.delete(address);
  else files.set(address, text);
  await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
    changes: [{ uri: address, type: FileChangeType.Changed }],
  });
}

const level = (value: string): string => `{ "rules": { "unknown-action": "${value}" } }`;

describe('a configuration over the protocol', () => {
  afterEach(() => client.end());

  it('holds from the first diagnostics on, and is read again when it changes', async () => {
    const files: Files = new Map([[config, level('error')]]);
    await start(files);
    await client.open(wrong, uri);
    assert.deepEqual(codesOf(await sent(uri)), ['unknown-action 1']);
    await write(files, config, level('off'));
    assert.deepEqual(codesOf(await sent(uri)), []);
    await write(files, config, undefined);
    assert.deepEqual(codesOf(await sent(uri)), ['unknown-action 2']);
    await write(files, 'file:///w/p/cam-policy.config.json', level('hint'));
    assert.deepEqual(codesOf(await sent(uri)), ['unknown-action 4']);
  });

  it('is pulled for again when it changes, and only then', async () => {
    const files: Files = new Map([[config, level('error')]]);
    await start(files, { capabilities: pulling });
    await client.open(wrong, uri);
    assert.deepEqual(await pulled(), ['unknown-action 1']);
    await write(files, config, `// ${level('error')}\n${level('error')}`);
    await write(files, config, level('off'));
    await client.refreshed();
    assert.deepEqual(await pulled(), []);
  });

  it('holds for a document that is opened while all are read again', async () => {
    const inQ = 'file:///w/q/cam-policy.config.json';
    const files: Files = new Map([
      [config, level('error')],
      [inQ, level('hint')],
    ]);
    const gate = gateOf(files);
    await start(files, { capabilities: pulling, fileSystem: gate.fileSystem });
    await client.open(wrong, uri);
    assert.deepEqual(await pulled(), ['unknown-action 1']);
    gate.hold(config, inQ);
    await write(files, config, `// ${level('off')}\n${level('error')}`);
    await gate.held(config);
    await client.open(wrong, 'file:///w/q/b.cam.json');
    const answer = pulled('file:///w/q/b.cam.json');
    await gate.held(inQ);
    gate.release(config);
    await new Promise((resolve) => setImmediate(resolve));
    gate.release(inQ);
    assert.deepEqual(await answer, ['unknown-action 4']);
  });

  it('holds though something else was asked before it was read', async () => {
    const gate = gateOf(new Map([[config, level('off')]]));
    await start(new Map(), { fileSystem: gate.fileSystem });
    gate.hold(config);
    await client.open(wrong, uri);
    await gate.held(config);
    await client.connection.sendRequest(WorkspaceSymbolRequest.type, { query: '' });
    gate.release(config);
    assert.deepEqual(codesOf(await sent(uri)), []);
  });

  it('is read for the first document before the client asks about that', async () => {
    const gate = gateOf(new Map([[config, level('hint')]]));
    await start(new Map(), { capabilities: pulling, fileSystem: gate.fileSystem });
    gate.hold(config);
    await client.open(wrong, uri);
    await gate.held(config);
    gate.release(config);
    assert.deepEqual(await pulled(), ['unknown-action 4']);
  });

  it('counts as it stands in the editor', async () => {
    const files: Files = new Map([[config, level('error')]]);
    await start(files);
    await client.open(wrong, uri);
    await sent(uri);
    await client.open(level('off'), config, 'jsonc');
    assert.deepEqual(codesOf(await sent(uri)), []);
    await client.change(config, level('hint'));
    assert.deepEqual(codesOf(await sent(uri)), ['unknown-action 4']);
    await client.close(config);
    assert.deepEqual(codesOf(await sent(uri)), ['unknown-action 1']);
  });

  it('has the person’s own settings above it', async () => {
    await start(new Map([[config, level('error')]]), {
      initializationOptions: { settings: { rules: { 'unknown-action': 'information' } } },
    });
    await client.open(wrong, uri);
    assert.deepEqual(codesOf(await sent(uri)), ['unknown-action 3']);
    await client.configure({});
    assert.deepEqual(codesOf(await sent(uri)), ['unknown-action 1']);
  });

  it('is read by a client that reads files itself, also far from a disk', async () => {
    const asked: string[] = [];
    client = await connect({
      capabilities: { ...watching, textDocument: { diagnostic: {} } },
      workspaceFolders: ['vscode-vfs://github/a/b'],
      initializationOptions: { readsFiles: true },
    });
    client.connection.onRequest('camPolicy/readFile', ({ uri: address }: { uri: string }) => {
      asked.push(address);
      return address.endsWith('/b/cam-policy.config.json') ? level('off') : null;
    });
    await client.open(wrong, 'vscode-vfs://github/a/b/c%20d/x.cam.json');
    assert.deepEqual(await pulled('vscode-vfs://github/a/b/c%20d/x.cam.json'), []);
    assert.ok(asked.includes('vscode-vfs://github/a/b/c%20d/cam-policy.config.json'), asked.join());
    const before = asked.length;
    await pulled('vscode-vfs://github/a/b/c%20d/x.cam.json');
    await client.change('vscode-vfs://github/a/b/c%20d/x.cam.json', `${wrong} `);
    await pulled('vscode-vfs://github/a/b/c%20d/x.cam.json');
    assert.equal(asked.length, before, 'nothing is read again while a person types');
  });

  it('is read from the disk without asking the client', async () => {
    const asked: string[] = [];
    await start(new Map([[config, level('off')]]), {
      capabilities: pulling,
      initializationOptions: { readsFiles: true },
    });
    client.connection.onRequest('camPolicy/readFile', ({ uri: address }: { uri: string }) => {
      asked.push(address);
      return null;
    });
    await client.open(wrong, uri);
    assert.deepEqual(await pulled(), []);
    assert.deepEqual(asked, []);
  });

  it('is done without where the client does not answer', async () => {
    client = await connect({
      capabilities: { ...watching, textDocument: { diagnostic: {} } },
      initializationOptions: { readsFiles: true },
      patience: 10,
    });
    client.connection.onRequest('camPolicy/readFile', () => new Promise(() => undefined));
    await client.open(wrong, uri);
    assert.deepEqual(await pulled(), ['unknown-action 2']);
  });

  it('ignores files, and says which JSON files are policies', async () => {
    const text = '{ "files": ["p/*.json"], "ignore": ["p/old"], }';
    await start(new Map([[config, text]]), { capabilities: pulling });
    const found = async (address: string, language: string) => pulled(await client.open(wrong, address, language));
    assert.deepEqual(await found('file:///w/p/b.json', 'json'), ['unknown-action 2']);
    assert.deepEqual(await found('file:///w/package.json', 'json'), []);
    assert.deepEqual(await found('file:///w/q/b.json', 'cam-policy'), ['unknown-action 2']);
    assert.deepEqual(await found('file:///w/q/c.cam.json', 'json'), ['unknown-action 2']);
    assert.deepEqual(await found('file:///w/p/old/b.cam.json', 'cam-policy'), []);
  });

  it('suppresses', async () => {
    const entry = { rule: 'unknown-action', files: ['p/*'], reason: 'Preview API.', action: 'mps:EditMedai' };
    await start(new Map([[config, JSON.stringify({ suppress: [entry] })]]), { capabilities: pulling });
    await client.open(wrong, uri);
    assert.deepEqual(await pulled(), []);
    const range = { start: { line: 0, character: 60 }, end: { line: 0, character: 60 } };
    const actions = await client.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri },
      range,
      context: { diagnostics: [], only: ['quickfix'] },
    });
    assert.deepEqual(
      actions?.filter(({ title }) => title.includes('mps:EditMedia')),
      [],
    );
    await client.change(uri, wrong.replace('mps:EditMedai', 'mps:EditMedya'));
    assert.deepEqual(await pulled(), ['unknown-action 2']);
  });
});

describe('changes of a configuration over the protocol', () => {
  afterEach(() => client.end());

  const editing = {
    capabilities: {
      ...watching,
      workspace: {
        ...watching.workspace,
        workspaceEdit: { documentChanges: true, resourceOperations: ['create' as const] },
      },
    },
  };
  const change = (of: string, wanted: unknown): Promise<ChangedConfiguration<WorkspaceEdit> | null> =>
    client.connection.sendRequest('camPolicy/changeConfiguration', { textDocument: { uri: of }, change: wanted });

  it('go into the file that holds, and into a new one of the workspace where there is none', async () => {
    const files: Files = new Map([['file:///w/p/cam-policy.config.json', '{}']]);
    await start(files, editing);
    await client.open(wrong, uri);
    await client.open(wrong, 'file:///w/q/b.cam.json');
    const level = { kind: 'level', rule: 'unknown-action', level: 'off' };
    const inFile = await change(uri, level);
    assert.deepEqual([inFile?.uri, inFile?.isNew], ['file:///w/p/cam-policy.config.json', false]);
    const suppress = { kind: 'suppress', rule: 'unknown-action', action: 'mps:EditMedai', reason: 'Seen.' };
    const created = await change('file:///w/q/b.cam.json', suppress);
    assert.deepEqual([created?.uri, created?.isNew], [config, true]);
    const [creation, writing] = created?.edit?.documentChanges ?? [];
    assert.ok(creation && 'kind' in creation && writing && 'edits' in writing);
    const text = writing.edits.map((edit) => ('newText' in edit ? edit.newText : '')).join('');
    assert.match(text, /"files": \["q\/b.cam.json"\],\s+"action": "mps:EditMedai",\s+"reason": "Seen."/u);
    // What is written so does what it says.
    await write(files, config, text);
    for (;;) {
      const { uri: of, diagnostics } = await client.published();
      if (of === 'file:///w/q/b.cam.json' && codesOf(diagnostics).length === 0) break;
    }
  });

  it('are of the text and the version that are open now, though the file was read before', async () => {
    const files: Files = new Map();
    const gate = gateOf(files);
    await start(files, { ...editing, fileSystem: gate.fileSystem });
    await client.open(wrong, uri);
    assert.equal(await change(uri, undefined), null);
    files.set(config, '{}');
    gate.hold(config);
    const changed = change(uri, { kind: 'level', rule: 'unknown-action', level: 'off' });
    await gate.held(config);
    const typed = '// typed\n{}';
    await client.open(typed, config, 'json');
    // An answer to a later question: the server has seen the document.
    assert.equal(await change(uri, undefined), null);
    gate.release(config);
    const [edit] = (await changed)?.edit?.documentChanges ?? [];
    assert.ok(edit && 'textDocument' in edit && edit.textDocument.version !== null);
    const edits = edit.edits.filter((each) => 'newText' in each);
    const after = TextDocument.applyEdits(TextDocument.create('', '', 0, typed), edits);
    assert.match(after, /^\/\/ typed\n\{\s+"rules": \{ "unknown-action": "off" \}\s+\}$/u);
  });

  it('of another form are not made', async () => {
    await start(new Map([[config, '{}']]), editing);
    await client.open(wrong, uri);
    for (const wanted of [undefined, 5, {}, { kind: 'level', rule: 'x' }, { kind: 'suppress', rule: 'x', reason: 5 }])
      assert.equal(await change(uri, wanted), null);
    assert.deepEqual(await change(uri, { kind: 'level', rule: 'constructor', level: 'off' }), {
      uri: config,
      isNew: false,
    });
    assert.deepEqual(client.log, []);
  });
});

describe('completion in a configuration', () => {
  afterEach(() => client.end());

  /** The labels at the `|` of a text, and the text after the first one is taken. */
  async function at(
    marked: string,
    initializationOptions: unknown = {},
  ): Promise<readonly [readonly string[], string]> {
    await start(new Map(), { initializationOptions });
    const offset = marked.indexOf('|');
    const text = marked.replace('|', '');
    await client.open(text, config, 'json');
    const position = TextDocument.create('', '', 0, text).positionAt(offset);
    const found = await client.connection.sendRequest(CompletionRequest.type, {
      textDocument: { uri: config },
      position,
    });
    const items = Array.isArray(found) ? found : (found?.items ?? []);
    await client.end();
    const first = items[0]?.textEdit;
    const after =
      first && 'range' in first ? TextDocument.applyEdits(TextDocument.create('', '', 0, text), [first]) : text;
    return [items.map(({ label }) => label), after];
  }

  it('names members, rules and levels', async () => {
    const members = ['$schema', 'extends', 'account', 'files', 'ignore', 'rules', 'overrides', 'suppress'];
    assert.deepEqual(await at('{ | }'), [members, '{ "$schema": "" }']);
    assert.deepEqual(
      (await at('{ "account": {}, "|" }'))[0],
      members.filter((name) => name !== 'account'),
    );
    const [rules, after] = await at('{ "rules": { "|" } }');
    assert.ok(rules.includes('unknown-action') && rules.length > 50);
    assert.equal(after, `{ "rules": { "${rules[0]}": "" } }`);
    const levels = ['off', 'hint', 'information', 'warning', 'error'];
    assert.deepEqual(await at('{ "rules": { "allow-all": "|" } }'), [levels, '{ "rules": { "allow-all": "off" } }']);
    assert.deepEqual(await at('{ "rules": { "allow-all": | } }'), [levels, '{ "rules": { "allow-all": "off" } }']);
    assert.deepEqual((await at('{ "overrides": [{ "rules": { "allow-all": "|e" } }] }'))[0], levels);
    assert.ok((await at('{ "suppress": [{ "rule": "|" }] }'))[0].includes('allow-all'));
    assert.deepEqual((await at('{ "suppress": [{ "rule": "x", | }] }'))[0].slice(0, 2), ['files', 'reason']);
    assert.deepEqual((await at('{ "files": ["|"] }'))[0], []);
    await start(new Map());
  });

  it('is left to clients that complete by schemas', async () => {
    assert.deepEqual((await at('{ | }', { knowsSchemas: true }))[0], []);
    await start(new Map());
  });
});

describe('what is wrong with a configuration, over the protocol', () => {
  afterEach(() => client.end());

  const mistaken = '{ "rules": { "unknown-actio": "off" }, "extends": "./gone.json" }';

  it('is sent for the file, open or not, and taken back', async () => {
    const files: Files = new Map([[config, mistaken]]);
    await start(files);
    await client.open(wrong, uri);
    const told = await sent(config);
    assert.deepEqual(
      told.map(({ message, range }) => [message, range.start.character]),
      [
        ['There is no rule "unknown-actio"; did you mean "unknown-action"?', 13],
        ['The file ./gone.json cannot be read.', 50],
      ],
    );
    await write(files, 'file:///w/gone.json', '{}');
    assert.equal((await sent(config)).length, 1);
    await write(files, config, '{}');
    assert.deepEqual(await sent(config), []);
  });

  it('is sent of a name that no file can have, and what else is said holds', async () => {
    for (const path of ['./\\ud83d.json', '../\\udc00/a.json', './\\u0000.json']) {
      const text = `{ "extends": "${path}", "rules": { "unknown-action": "hint" } }`;
      await start(new Map([[config, text]]));
      await client.open(wrong, uri);
      assert.deepEqual(
        (await sent(config)).map(({ code, range }) => [code, range.start.character]),
        [['configuration', 13]],
      );
      assert.deepEqual(codesOf(await sent(uri)), ['unknown-action 4']);
      if (path !== './\\u0000.json') await client.end();
    }
  });

  it('is left to a client that knows schemas, as far as schemas go', async () => {
    await start(new Map([[config, mistaken]]), { initializationOptions: { knowsSchemas: true } });
    await client.open(mistaken, config, 'jsonc');
    await client.open(wrong, uri);
    assert.deepEqual(
      (await sent(config)).map(({ message }) => message),
      ['The file ./gone.json cannot be read.'],
    );
  });

  it('is said in Chinese', async () => {
    await start(new Map([[config, '{ "extends": "x" }']]), { locale: 'zh-cn' });
    await client.open(wrong, uri);
    assert.match(JSON.stringify(await sent(config)), /另一个配置文件/u);
  });

  it('includes what suppresses nothing, while the file is open', async () => {
    const entry = (files: string, rule = 'unknown-action', more = ''): string =>
      `{"rule":"${rule}","files":["${files}"],"reason":"x"${more}}`;
    const entries = [
      entry('p/a.cam.json'),
      entry('p/*.cam.json', 'allow-all'),
      entry('q/*.cam.json'),
      entry('q/*.json'),
      entry('.github/a.cam.json'),
      entry('p/*.cam.json', 'unknown-action', ',"action":"cam:*"'),
      entry('p/*.cam.json', 'unknown-action', ',"until":"2020-01-01"'),
    ];
    const text = `{"suppress":[\n${entries.join(',\n')}]}`;
    await start(
      new Map([
        [uri, wrong],
        [config, text],
      ]),
    );
    await client.open(text, config, 'jsonc');
    const told = async (): Promise<readonly Diagnostic[]> => {
      const found = await sent(config);
      return found.some(({ code }) => code === 'unused-suppression') ? found : told();
    };
    assert.deepEqual(
      (await told()).map(({ code, range }) => [code, range.start.line]),
      [
        ['expired-suppression', 7],
        ['unused-suppression', 2],
        ['unused-suppression', 3],
        ['unused-suppression', 6],
      ],
    );
  });
});
