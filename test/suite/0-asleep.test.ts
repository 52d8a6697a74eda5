/** What does not start the language server, and what does. First of all suites: a server that runs goes on running. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, diagnostics, eventually, extension, openFile } from './support.js';

const terraform = `resource "aws_s3_bucket" "logs" {
  bucket = "logs"
}
`;

describe('the language server', () => {
  let api: { readonly isAwake: boolean };
  before(async () => {
    api = (await extension().activate()) as { readonly isAwake: boolean };
  });
  after(closeAll);

  const isTerraform = (): boolean => vscode.window.activeTextEditor?.document.uri.path.endsWith('/buckets.tf') === true;

  it('sleeps while nothing that is open may hold a policy, and wakes for what is typed', async () => {
    await openFile('package.json', '{ "name": "none", "version": "2.0.0" }');
    await openFile(
      'aws.json',
      '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"}]}',
    );
    await openFile('README.md', '# Nothing\n\n```json\n{ "version": "2.0" }\n```\n');
    const editor = await openFile('buckets.tf', terraform);
    assert.ok(isTerraform());
    const type = (text: string) =>
      editor.edit((edit) => {
        edit.insert(editor.document.positionAt(editor.document.getText().length), text);
      });
    await type('# A comment\n');
    // Whatever these began has been done: the look at a folder's configuration takes some reads of the disk.
    await vscode.workspace.findFiles('**/cam-policy.config.json');
    await eventually(
      vscode.workspace.onDidChangeTextDocument,
      () => isTerraform() || undefined,
      () => 'no editor',
    );
    assert.equal(api.isAwake, false);
    await type('locals {\n  rooms = <<EOF\n{ "version": "2.0", "');
    assert.equal(api.isAwake, false);
    await type('statement": [{ "effect": "dney", "action": "*", "resource": "*" }] }\nEOF\n}\n');
    await diagnostics(editor.document);
    assert.equal(api.isAwake, true);
  });
});
