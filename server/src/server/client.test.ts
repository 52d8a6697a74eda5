import assert from 'node:assert/strict';
import type { InitializeParams } from 'vscode-languageserver';
import { clientOf } from './client.js';

const params = {
  processId: 1,
  locale: 'zh-cn',
  clientInfo: { name: 'Visual Studio Code', version: '1' },
  rootUri: 'file:///root',
  workspaceFolders: [{ uri: 'file:///a', name: 'a' }],
  initializationOptions: {
    settings: { rules: { 'allow-all': 'off' }, inlayHints: { levels: true } },
    rulePage: 'file:///{code}',
    commands: ['x'],
    readsFiles: true,
  },
  capabilities: {
    workspace: {
      configuration: true,
      workspaceFolders: true,
      workspaceEdit: { documentChanges: true },
      diagnostics: { refreshSupport: true },
      inlayHint: { refreshSupport: true },
      didChangeConfiguration: { dynamicRegistration: true },
      didChangeWatchedFiles: { dynamicRegistration: true },
    },
    textDocument: {
      diagnostic: {},
      hover: { contentFormat: ['markdown'] },
      documentLink: { tooltipSupport: true },
      documentSymbol: { hierarchicalDocumentSymbolSupport: true },
      codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } },
      completion: {
        completionItem: {
          snippetSupport: true,
          insertReplaceSupport: true,
          labelDetailsSupport: true,
          tagSupport: { valueSet: [1] },
          insertTextModeSupport: { valueSet: [2] },
          documentationFormat: ['markdown', 'plaintext'],
        },
        completionList: { itemDefaults: ['editRange', 'data', 'other'] },
      },
    },
  },
};

const read = (value: unknown) => clientOf(value as InitializeParams);

/** Each value with one member, at any depth, replaced by `junk`. */
function* withJunk(value: unknown, junk: unknown): Generator {
  if (typeof value !== 'object' || value === null) return;
  for (const [name, member] of Object.entries(value)) {
    const put = (other: unknown): unknown =>
      Array.isArray(value)
        ? value.map((item: unknown, index) => (String(index) === name ? other : item))
        : { ...value, [name]: other };
    yield put(junk);
    for (const changed of withJunk(member, junk)) yield put(changed);
  }
}

describe('what a client says of itself', () => {
  it('is read', () => {
    const client = read(params);
    assert.equal(client.locale, 'zh');
    assert.deepEqual(client.folders, ['file:///a']);
    assert.deepEqual(client.settings.rules, { 'allow-all': 'off' });
    assert.ok(client.resolvesEdits && client.pullsDiagnostics && client.answersFolders && client.watchesFiles);
    const { abilities } = client;
    assert.ok(abilities.snippets && abilities.adjustsIndentation && abilities.deprecatedTag);
    assert.deepEqual(abilities.itemDefaults, ['editRange', 'data']);
    assert.equal(abilities.suggestCommand, 'editor.action.triggerSuggest');
    assert.deepEqual([abilities.hoverFormat, abilities.documentationFormat], ['markdown', 'markdown']);
    assert.deepEqual(read({ ...params, workspaceFolders: null }).folders, ['file:///root']);
  });

  it('may be anything', () => {
    for (const junk of [5, null, 'x', [], {}, true, [5, null], { name: 5 }])
      for (const changed of withJunk(params, junk)) assert.doesNotThrow(() => read(changed), JSON.stringify(changed));
    for (const nothing of [{}, [], null, 5, { capabilities: null }]) assert.equal(read(nothing).locale, 'en');
  });
});
