/** Policies in JSON files of any name. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, codeOf, diagnostics, eventually, languageId, openFile, ready } from './support.js';

const policy = '{"version":"2.0","statement":[{"effect":"alow","action":"cos:GetObject","resource":"*"}]}';

/** The document of a name, once it has the language of policies: changing it closes the document and opens another. */
const asPolicy = (name: string): Promise<vscode.TextDocument> =>
  eventually(
    vscode.workspace.onDidOpenTextDocument,
    () =>
      vscode.workspace.textDocuments.find(
        ({ uri, languageId: is }) => uri.path.endsWith(`/${name}`) && is === languageId,
      ),
    () => vscode.workspace.textDocuments.map((each) => `${each.uri.path} ${each.languageId}`).join(),
  );

const hasFinding = (found: readonly vscode.Diagnostic[]): boolean =>
  found.some((each) => codeOf(each) === 'invalid-effect');

describe('a JSON file that is a policy', () => {
  before(ready);
  afterEach(async () => {
    await vscode.workspace.getConfiguration('camPolicy').update('files', undefined, true);
    await vscode.workspace.getConfiguration('camPolicy').update('offerJson', undefined, true);
    await vscode.commands.executeCommand('notifications.clearAll');
    await closeAll();
  });

  it('is checked where a setting names it', async () => {
    await vscode.workspace.getConfiguration('camPolicy').update('files', ['**/grants/*.json'], true);
    await openFile('grants/one.json', policy);
    await diagnostics(await asPolicy('one.json'), hasFinding);
  });

  it('is checked where the configuration names it', async () => {
    await openFile('shared/cam-policy.config.json', '{ "files": ["*.json"] }');
    await openFile('shared/two.json', policy);
    await diagnostics(await asPolicy('two.json'), hasFinding);
  });

  it('is checked once the person says so', async () => {
    await openFile('three.json', policy);
    const opened = asPolicy('three.json');
    const press = setInterval(() => void vscode.commands.executeCommand('notification.acceptPrimaryAction'), 200);
    try {
      await diagnostics(await opened, hasFinding);
    } finally {
      clearInterval(press);
    }
    await closeAll();
    // From then on without a question.
    await openFile('three.json', policy);
    await diagnostics(await asPolicy('three.json'), hasFinding);
  });

  it('is left alone where the person wants no question, and what is no policy always', async () => {
    await vscode.workspace.getConfiguration('camPolicy').update('offerJson', false, true);
    const { document } = await openFile('four.json', policy);
    const other = await openFile('package.json', '{"version":"2.0.0","statement":"none"}');
    // Once this one is a policy, what was opened before it has been looked at.
    await openFile('shared/cam-policy.config.json', '{ "files": ["*.json"] }');
    await openFile('shared/five.json', policy);
    await diagnostics(await asPolicy('five.json'), hasFinding);
    await vscode.commands.executeCommand('notification.acceptPrimaryAction');
    assert.deepEqual([document.languageId, other.document.languageId], ['json', 'json']);
  });
});
