/** What an editor gives besides completion and fixes, and the commands, each once as VS Code carries it out. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { ask, closeAll, eventually, languageId, openFile, openUntitled, rangeOf, ready } from './support.js';

const policy = `{
  "version": "2.0",
  "statement": [
    {
      "effect": "allow",
      "action": ["trtc:Describe*", "trtc:DismissRoom"],
      "resource": ["qcs::trtc::uin/100000000009:sdkappid/1400000009"]
    }
  ]
}
`;
const other = `{"version":"2.0","statement":[{"effect":"deny","action":["name/trtc:DismissRoom"],"resource":["qcs::trtc::uin/100000000009:sdkappid/1400000009"]}]}`;

const inside = (document: vscode.TextDocument, needle: string): vscode.Position =>
  rangeOf(document, needle).start.translate(0, 1);

describe('in the editor', () => {
  before(ready);
  afterEach(closeAll);

  it('the outline tells what statements do, and folds and selects by them', async () => {
    const { document } = await openUntitled(policy);
    const symbols = await ask<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', document.uri);
    assert.deepEqual(
      symbols.map(({ name }) => name),
      ['version', 'allow trtc:Describe* +1 on qcs::trtc::uin/100000000009:sdkappid/1400000009'],
    );
    const folds = await ask<vscode.FoldingRange[]>('vscode.executeFoldingRangeProvider', document.uri);
    assert.ok(
      folds.some(({ start, end }) => start === 3 && end === 6),
      JSON.stringify(folds),
    );
    const [selection] = await ask<vscode.SelectionRange[]>('vscode.executeSelectionRangeProvider', document.uri, [
      inside(document, '1400000009'),
    ]);
    assert.equal(document.getText(selection?.range), '1400000009');
    assert.equal(document.getText(selection?.parent?.range), 'sdkappid/1400000009');
  });

  it('formatting lays a policy out as JSON', async () => {
    const { document } = await openFile('format.cam.json', '{"version":"2.0"}');
    await ask('editor.action.formatDocument');
    assert.match(document.getText(), /^\{\r?\n\s+"version": "2.0"\r?\n\}$/u);
  });

  it('formatting a selection leaves the rest alone, and a closing brace lays out what it closes', async () => {
    const { document } = await openUntitled('{\n"version":"2.0",\n"statement":[{"effect":"allow"}]}');
    const options = { tabSize: 2, insertSpaces: true };
    const apply = async (edits: readonly vscode.TextEdit[]): Promise<string> => {
      const edit = new vscode.WorkspaceEdit();
      edit.set(document.uri, edits);
      assert.ok(await vscode.workspace.applyEdit(edit));
      return document.getText();
    };
    const selected = document.lineAt(1).range;
    assert.equal(
      await apply(await ask('vscode.executeFormatRangeProvider', document.uri, selected, options)),
      '{\n"version": "2.0",\n"statement":[{"effect":"allow"}]}',
    );
    const behindBrace = rangeOf(document, '"allow"}').end;
    assert.equal(
      await apply(await ask('vscode.executeFormatOnTypeProvider', document.uri, behindBrace, '}', options)),
      '{\n"version": "2.0",\n"statement":[{\n    "effect": "allow"\n  }]}',
    );
  });

  it('colours, hints and links say what the parts are', async () => {
    const { document } = await openUntitled(policy);
    const tokens = await ask<vscode.SemanticTokens>('vscode.provideDocumentSemanticTokens', document.uri);
    assert.ok(tokens.data.length >= 5 * 8, String(tokens.data.length));
    const all = new vscode.Range(0, 0, document.lineCount, 0);
    const hints = await ask<vscode.InlayHint[]>('vscode.executeInlayHintProvider', document.uri, all);
    assert.match(hints.map(({ label }) => (typeof label === 'string' ? label : '')).join(), /→\d+/u);
    const links = async (): Promise<readonly string[]> =>
      (await ask<vscode.DocumentLink[]>('vscode.executeLinkProvider', document.uri))
        .filter(({ target }) => target?.scheme === 'https')
        .map(({ range }) => document.getText(range));
    assert.deepEqual(await links(), []);
    const settings = (): vscode.WorkspaceConfiguration => vscode.workspace.getConfiguration('camPolicy');
    await settings().update('actionLinks', true, vscode.ConfigurationTarget.Workspace);
    try {
      assert.deepEqual(await links(), ['trtc:DismissRoom']);
    } finally {
      await settings().update('actionLinks', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  it('actions and accounts are found and renamed across files', async () => {
    const { document: second } = await openFile('references/b.cam.json', other);
    await closeAll();
    const { document } = await openFile('references/a.cam.json', policy);
    const highlights = await ask<vscode.DocumentHighlight[]>(
      'vscode.executeDocumentHighlights',
      document.uri,
      inside(document, '1400000009'),
    );
    assert.equal(highlights.length, 1);
    const found = await ask<vscode.Location[]>(
      'vscode.executeReferenceProvider',
      document.uri,
      inside(document, 'trtc:DismissRoom'),
    );
    const files = new Set(found.map(({ uri }) => uri.path.split('/').slice(-2).join('/')));
    assert.ok(files.has('references/a.cam.json') && files.has('references/b.cam.json'), [...files].join());
    const symbols = await ask<vscode.SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', 'deny trtc');
    assert.ok(symbols.some(({ name }) => name.startsWith('deny trtc:DismissRoom')));
    const edit = await ask<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      inside(document, '100000000009'),
      '200000000009',
    );
    assert.equal(edit.entries().length, 2);
    assert.ok(await vscode.workspace.applyEdit(edit));
    for (const text of [document.getText(), (await vscode.workspace.openTextDocument(second.uri)).getText()]) {
      assert.match(text, /uin\/200000000009/u);
      assert.doesNotMatch(text, /100000000009/u);
    }
    await vscode.workspace.saveAll();
  });
});

describe('the commands', () => {
  before(ready);
  afterEach(closeAll);

  it('make a policy from a template', async () => {
    await ask('camPolicy.newPolicy', 'identity');
    const document = vscode.window.activeTextEditor?.document;
    assert.equal(document?.languageId, languageId);
    assert.match(document.getText(), /"version": "2.0"/u);
    assert.ok(document.isUntitled);
  });

  it('wait for a server that is starting', async () => {
    const restarted = ask('camPolicy.restartServer');
    await ask('camPolicy.newPolicy', 'identity');
    assert.equal(vscode.window.activeTextEditor?.document.languageId, languageId);
    await restarted;
  });

  // VS Code proposes a place for a new file in a folder on disk only; the browser's workspace is in memory.
  if (vscode.workspace.workspaceFolders?.[0]?.uri.scheme === 'file')
    it('name new policies so that they stay policies when they are saved, each another', async () => {
      for (const name of ['/policy.cam.json', '/policy-2.cam.json']) {
        await ask('camPolicy.newPolicy', 'identity');
        const path = vscode.window.activeTextEditor?.document.uri.path;
        assert.ok(path?.endsWith(name), path);
      }
    });

  it('leave no empty policy behind where nothing is added', async () => {
    await ask('camPolicy.addStatementFromMessage', 'nothing of the kind');
    assert.equal(vscode.window.activeTextEditor, undefined);
  });

  it('add a statement from a message', async () => {
    const { document } = await openUntitled(policy);
    const message =
      'you are not authorized to perform operation (sms:SendSms)\nresource (qcs:id/0:sms:ap-guangzhou:uin/1:app/2) has no permission';
    await ask('camPolicy.addStatementFromMessage', message);
    const { statement } = JSON.parse(document.getText()) as { readonly statement: readonly unknown[] };
    assert.deepEqual(statement[1], {
      effect: 'allow',
      action: ['sms:SendSms'],
      resource: ['qcs::sms:ap-guangzhou:uin/1:app/2'],
    });
  });

  it('add the statement to a JSON file that holds a policy, and to a new policy where it holds none', async () => {
    const message = 'you are not authorized to perform operation (sms:SendSms)';
    const { document } = await openFile('plain.json', policy);
    assert.equal(document.languageId, 'json');
    await ask('camPolicy.addStatementFromMessage', message);
    const { statement } = JSON.parse(document.getText()) as { readonly statement: readonly unknown[] };
    assert.equal(statement.length, 2);
    assert.equal(vscode.window.activeTextEditor?.document, document);
    await document.save();
    const other = await openFile('other.json', '{"statement": 1}');
    await ask('camPolicy.addStatementFromMessage', message);
    assert.equal(other.document.getText(), '{"statement": 1}');
    const added = vscode.window.activeTextEditor as vscode.TextEditor | undefined;
    assert.match(added?.document.getText() ?? '', /sms:SendSms/u);
  });

  it('add a statement from a refusal of COS, for the action that was chosen', async () => {
    const { document } = await openUntitled(policy);
    const message =
      '<Error><Code>AccessDenied</Code><Resource>img-1250000000.cos.ap-beijing.myqcloud.com/a.png</Resource></Error>';
    await ask('camPolicy.addStatementFromMessage', message, ['PutObject']);
    const { statement } = JSON.parse(document.getText()) as { readonly statement: readonly unknown[] };
    assert.deepEqual(statement[1], {
      effect: 'allow',
      action: ['cos:PutObject'],
      resource: ['qcs::cos:ap-beijing:uid/1250000000:img-1250000000/a.png'],
    });
  });

  it('show and select the statement that they add', async () => {
    const editor = await openUntitled(policy.replace('{', `{${'\n'.repeat(300)}`));
    await ask('camPolicy.addStatementFromMessage', 'you are not authorized to perform operation (sms:SendSms)');
    const added = rangeOf(editor.document, 'sms:SendSms');
    await eventually(
      vscode.window.onDidChangeTextEditorVisibleRanges,
      () => editor.visibleRanges.some((visible) => visible.contains(added)) || undefined,
      () => `line ${added.start.line} is not among ${JSON.stringify(editor.visibleRanges)}`,
    );
    const selected = JSON.parse(editor.document.getText(editor.selection)) as { readonly action: readonly string[] };
    assert.deepEqual(selected.action, ['sms:SendSms']);
  });

  it('copy the policy on one line, plain and escaped', async () => {
    const { document } = await openUntitled(policy);
    const minified = JSON.stringify(JSON.parse(document.getText()));
    await ask('camPolicy.copyAsPolicyDocument');
    assert.equal(await vscode.env.clipboard.readText(), minified);
    await ask('camPolicy.copyAsJsonString');
    assert.equal(await vscode.env.clipboard.readText(), JSON.stringify(minified));
  });

  it('do not copy what is not JSON', async () => {
    await vscode.env.clipboard.writeText('before');
    await openFile('broken.cam.json', '{"version":');
    await ask('camPolicy.copyAsPolicyDocument');
    assert.equal(await vscode.env.clipboard.readText(), 'before');
  });

  it('show the sources of what the cursor is on, as the link of a hover does', async () => {
    const editor = await openFile('sources.cam.json', policy);
    const at = inside(editor.document, 'DismissRoom');
    editor.selection = new vscode.Selection(at, at);
    const tabs = (): readonly string[] =>
      vscode.window.tabGroups.all.flatMap(({ tabs: all }) => all.map(({ label }) => label));
    const shown = (name: RegExp): Promise<true> =>
      eventually(
        vscode.window.tabGroups.onDidChangeTabs,
        () => tabs().some((label) => name.test(label)) || undefined,
        () => tabs().join(' | '),
      );
    await ask('camPolicy.showSources');
    await shown(/^trtc:DismissRoom\.md/u);
    const other = rangeOf(editor.document, 'sdkappid').start;
    await ask('camPolicy.showSources', editor.document.uri.toString(), other.line, other.character);
    await shown(/sdkappid.*\.md/u);
    // Not a place: nothing happens.
    await ask('camPolicy.showSources', 5, 'x');
  });

  it('show the policy with its wildcards expanded, and leave the policy alone', async () => {
    const { document } = await openFile('expand.cam.json', policy);
    await ask('camPolicy.expandWildcards');
    const previewed = (): vscode.TextDocument | undefined =>
      vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'cam-policy-preview');
    const preview = await eventually(
      vscode.workspace.onDidOpenTextDocument,
      () => previewed(),
      () => 'no preview',
    );
    assert.match(preview.getText(), /"trtc:DescribeCloudRecording"/u);
    assert.doesNotMatch(preview.getText(), /Describe\*/u);
    const hints = await ask<vscode.InlayHint[]>(
      'vscode.executeInlayHintProvider',
      preview.uri,
      new vscode.Range(0, 0, preview.lineCount, 0),
    );
    assert.match(hints.map(({ label }) => (typeof label === 'string' ? label : '')).join(), /read: \d+/u);
    assert.equal(document.getText(), policy);
  });
});
