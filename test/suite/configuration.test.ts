/** `cam-policy.config.json` in VS Code: it holds, its mistakes are shown once, and findings are accepted from where they are shown. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { ask, closeAll, codeActions, codeOf, diagnostics, openFile, rangeOf, ready, writeFile } from './support.js';

const name = 'cam-policy.config.json';
const wrong = JSON.stringify(
  { version: '2.0', statement: [{ effect: 'allow', action: ['mps:NoSuchAction'], resource: '*' }] },
  undefined,
  2,
);
const isUnknown = (found: readonly vscode.Diagnostic[]): boolean =>
  found.some((each) => codeOf(each) === 'unknown-action');

function fileOf(path: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder);
  return vscode.Uri.joinPath(folder.uri, path);
}

const read = async (): Promise<string> => new TextDecoder().decode(await vscode.workspace.fs.readFile(fileOf(name)));
const write = (text: string): Promise<void> => writeFile(fileOf(name), text);

/** What the entry about rules at the finding does with `choice`, and `value` for what it would ask. */
async function choose(document: vscode.TextDocument, choice: string, value: string): Promise<void> {
  const offered = await codeActions(document, rangeOf(document, 'NoSuchAction'), 'quickfix');
  const last = offered.at(-1);
  assert.ok(last?.title === 'Rules…' && last.command, offered.map(({ title }) => title).join(' | '));
  await ask(last.command.command, ...((last.command.arguments ?? []) as unknown[]), 'unknown-action', choice, value);
}

describe('a configuration', () => {
  before(ready);
  afterEach(async () => {
    await closeAll();
    await vscode.workspace.fs.delete(fileOf(name)).then(undefined, () => undefined);
  });

  // First: VS Code keeps a file that was open for a while after it is gone.
  it('takes a suppression with its reason from a finding, and gives it back', async () => {
    const { document } = await openFile('configured.cam.json', wrong);
    await diagnostics(document, isUnknown);
    await choose(document, 'suppress', 'Preview API.');
    assert.match(await read(), /"action": "mps:NoSuchAction",\s+"reason": "Preview API\."/u);
    await diagnostics(document, (found) => !isUnknown(found));
    const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(fileOf('.'), name));
    try {
      const gone = new Promise((resolve) => watcher.onDidDelete(resolve));
      // The first button of the message: Undo. The file was not there before.
      await ask('notification.acceptPrimaryAction');
      await gone;
      await diagnostics(document, isUnknown);
    } finally {
      watcher.dispose();
    }
  });

  it('holds for the files below it, and is read again when it changes', async () => {
    const { document } = await openFile('configured.cam.json', wrong);
    await diagnostics(document, isUnknown);
    await write('{ "rules": { "unknown-action": "off" } }');
    await diagnostics(document, (found) => !isUnknown(found));
    await write('{ "rules": { "unknown-action": "error" }, }');
    await diagnostics(document, (found) =>
      found.some((each) => codeOf(each) === 'unknown-action' && each.severity === vscode.DiagnosticSeverity.Error),
    );
  });

  it('counts before it is saved', async () => {
    await openFile('configured.cam.json', wrong);
    const { document } = await openFile(name, '{}');
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 1), '"ignore": ["configured.cam.json"]');
    assert.ok(await vscode.workspace.applyEdit(edit));
    const policy = await vscode.workspace.openTextDocument(fileOf('configured.cam.json'));
    await diagnostics(policy, (found) => !isUnknown(found));
    assert.ok(document.isDirty);
  });

  it('is JSON with comments, and each mistake in it is told once', async () => {
    await openFile('configured.cam.json', wrong);
    const text =
      '{\n  // Ours.\n  "extends": "./gone.json",\n  "rules": { "unknown-actio": "off", "allow-all": "fatal" },\n}\n';
    const { document } = await openFile(name, text);
    assert.equal(document.languageId, 'jsonc');
    const told = await diagnostics(document, (found) => found.length >= 3);
    assert.deepEqual(
      told.map(({ range, source }) => [range.start.line, source === 'cam']).sort(),
      [
        [2, true],
        [3, false],
        [3, false],
      ],
      told.map(({ message }) => message).join(' | '),
    );
  });

  it('takes a level from a finding, and keeps its comments', async () => {
    await write('{\n  // Ours.\n  "rules": {\n    "allow-all": "hint", // for now\n  },\n}\n');
    const { document } = await openFile('configured.cam.json', wrong);
    await diagnostics(document, isUnknown);
    await choose(document, 'configure', 'off');
    assert.equal(
      await read(),
      '{\n  // Ours.\n  "rules": {\n    "allow-all": "hint", // for now\n    "unknown-action": "off",\n  },\n}\n',
    );
    await diagnostics(document, (found) => !isUnknown(found));
    // VS Code keeps the file for a while, as above: what it holds then must change nothing in the tests behind this one.
    await write('{}');
    await diagnostics(document, isUnknown);
  });

  it('takes a level while somebody types in it, and loses nothing that was typed', async () => {
    const { document: policy } = await openFile('configured.cam.json', wrong);
    await diagnostics(policy, isUnknown);
    const { document } = await openFile(name, '{}');
    const typed = '// typed\n';
    const rounds = 3;
    const chosen = choose(policy, 'configure', 'off');
    for (let round = 0; round < rounds;) {
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, new vscode.Position(0, 0), typed);
      // VS Code refuses it where the change of the level comes just before it.
      if (await vscode.workspace.applyEdit(edit)) round++;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    await chosen;
    assert.equal(
      document.getText().replaceAll(/\s+/gu, ' '),
      `${'// typed '.repeat(rounds)}{ "rules": { "unknown-action": "off" } }`,
    );
  });
});
