/** Tests of policies in VS Code: what is said in their files, the Test Explorer, and a file of tests to begin with. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { ask, closeAll, eventually, hover, openFile, rangeOf, ready } from './support.js';

const app = (id: string): string => `qcs::trtc::uin/100000000001:sdkappid/${id}`;
const policy = `{
  "version": "2.0",
  "statement": [
    { "effect": "allow", "action": ["trtc:*"], "resource": ["${app('1')}", "${app('2')}"] },
    { "effect": "deny", "action": ["trtc:RemoveUser"], "resource": ["${app('1')}"] }
  ]
}
`;
const tests = (expect: string): string => `{
  // Tests of a.cam.json
  "policies": ["./a.cam.json"],
  "caller": { "owner": "100000000001" },
  "tests": [
    { "name": "removes", "action": "trtc:RemoveUser", "resource": "${app('1')}", "expect": "${expect}" },
    { "name": "several", "action": ["trtc:DismissRoom", "trtc:RemoveUser"], "resource": "${app('2')}", "expect": "allowed" },
    { "name": "nothing", "notGranted": { "actions": ["cam:*"] } }
  ]
}
`;

describe('tests of policies in the editor', () => {
  before(ready);
  afterEach(closeAll);

  // Beside a web extension VS Code's JSON support runs on the server of the tests, which cannot reach the files of the extension.
  const isUnreachable = (message: string): boolean =>
    message.startsWith("Unable to load schema from 'https://extensions.invalid/");
  const problemsOf = (uri: vscode.Uri): string =>
    vscode.languages
      .getDiagnostics(uri)
      .map(({ message }) => message)
      .filter((message) => !isUnreachable(message))
      .join('\n');

  it('say what is wrong in their files, and no more once the policy has changed', async () => {
    const { document } = await openFile('a.cam.test.json', tests('denied').replace('./a.cam.json', './gone.cam.json'));
    assert.equal(document.languageId, 'jsonc');
    const told = await eventually(
      vscode.languages.onDidChangeDiagnostics,
      () => (/gone\.cam\.json cannot be read/u.test(problemsOf(document.uri)) ? true : undefined),
      () => problemsOf(document.uri),
    );
    assert.ok(told);
    await openFile('gone.cam.json', policy);
    await vscode.window.showTextDocument(document);
    await eventually(
      vscode.languages.onDidChangeDiagnostics,
      () => (problemsOf(document.uri) === '' ? true : undefined),
      () => problemsOf(document.uri),
    );
  });

  it('complete actions, once, and leave the rest to the schema', async () => {
    await openFile('a.cam.json', policy);
    const { document } = await openFile('b.cam.test.json', tests('denied').replace('trtc:RemoveUser', 'trtc:'));
    const at = rangeOf(document, '"trtc:"').end.translate(0, -1);
    const { items } = await ask<vscode.CompletionList>('vscode.executeCompletionItemProvider', document.uri, at);
    const labels = items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    assert.equal(labels.filter((label) => label === 'trtc:DismissRoom').length, 1, labels.slice(0, 20).join(' '));
    const name = rangeOf(document, '"nothing",').end;
    const members = await ask<vscode.CompletionList>('vscode.executeCompletionItemProvider', document.uri, name);
    const names = members.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    assert.equal(names.filter((each) => each.replaceAll('"', '') === 'caller').length, 1, names.join(' '));
  });

  it('have a code action that expects what comes out', async () => {
    await openFile('a.cam.json', policy);
    const { document } = await openFile('c.cam.test.json', tests('allowed'));
    const range = rangeOf(document, '"allowed"');
    const actions = await ask<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, range);
    const found = actions.find(({ title }) => title.startsWith('Expect "denied"'));
    assert.ok(found?.edit, actions.map(({ title }) => title).join());
    await vscode.workspace.applyEdit(found.edit);
    assert.equal(document.getText(), tests('denied'));
  });

  it('are explained by what comes out', async () => {
    await openFile('a.cam.json', policy);
    const { document } = await openFile('d.cam.test.json', tests('allowed'));
    const text = await hover(document, rangeOf(document, 'allowed').start);
    assert.match(text, /Expected allowed, but: Denied by statement 2/u);
  });

  it('begin with a file beside the policy, in which all tests pass', async () => {
    await openFile('begun.cam.json', policy);
    await ask('camPolicy.newPolicyTest');
    const document = vscode.window.activeTextEditor?.document;
    assert.ok(document);
    // Elsewhere than on a disk VS Code asks for the name.
    const isOnDisk = vscode.workspace.workspaceFolders?.[0]?.uri.scheme === 'file';
    if (isOnDisk) assert.match(document.uri.path, /\/begun\.cam\.test\.json$/u);
    assert.ok(document.isUntitled);
    const { policies, tests: written } = JSON.parse(document.getText()) as {
      readonly policies: readonly string[];
      readonly tests: readonly object[];
    };
    assert.deepEqual([policies, written.length], [['./begun.cam.json'], 3]);
  });
});
