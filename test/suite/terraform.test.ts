/** A policy in Terraform, where no extension for Terraform is installed. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  chooseAction,
  closeAll,
  codeOf,
  completions,
  diagnostics,
  eventually,
  hover,
  labelOf,
  openFile,
  rangeOf,
  ready,
} from './support.js';

const terraform = `resource "tencentcloud_cam_policy" "rooms" {
  name     = "rooms"
  document = <<EOF
{
  "version": "2.0",
  "statement": [
    {
      "effect": "allow",
      "action": ["trtc:DismissRoom", "trtc:CreateTrtcApp"],
      "resource": "qcs::trtc::uin/\${var.uin}:sdkappid/1400000000"
    }
  ]
}
EOF
}
`;

describe('a policy in Terraform', () => {
  // Where a Terraform extension names the language, opening such a file does it; here, only a folder with such files would.
  before(ready);
  afterEach(async () => {
    await vscode.workspace.getConfiguration('camPolicy').update('policiesIn', undefined, true);
    await closeAll();
  });

  it('is checked, completed, explained and mended in its heredoc', async () => {
    const { document } = await openFile('main.tf', terraform);
    const found = (await diagnostics(document)).find((each) => codeOf(each) === 'no-resource-level-support');
    assert.ok(found);
    assert.equal(document.getText(found.range), '"trtc:CreateTrtcApp"');
    assert.match(await hover(document, rangeOf(document, 'DismissRoom').start), /DismissRoom/u);
    const items = await completions(document, rangeOf(document, 'DismissRoom').start);
    assert.ok(
      items.some((item) => labelOf(item).includes('RemoveUser')),
      items.map(labelOf).slice(0, 10).join(),
    );
    await chooseAction(document, found.range, /statement of their own/u);
    assert.match(document.getText(), /"resource": "qcs::trtc::uin\/\$\{var\.uin\}:sdkappid\/1400000000"/u);
    assert.match(document.getText(), /"action": \["trtc:CreateTrtcApp"\],\n {6}"resource": "\*"/u);
    await diagnostics(document, (left) => left.every((each) => codeOf(each) !== 'no-resource-level-support'));
  });

  it('is checked in a document of a Terraform extension’s language, and mended in its syntax', async () => {
    const text = terraform
      .replace('<<EOF\n', 'jsonencode(')
      .replace('\nEOF\n', ')\n')
      .replaceAll(/"(version|statement|effect|action|resource)": /gu, '$1 = ');
    const opened = await vscode.workspace.openTextDocument({ content: text });
    await vscode.window.showTextDocument(opened);
    const document = await vscode.languages.setTextDocumentLanguage(opened, 'terraform');
    const found = (await diagnostics(document)).find((each) => codeOf(each) === 'no-resource-level-support');
    assert.ok(found);
    await chooseAction(document, found.range, /statement of their own/u);
    assert.match(document.getText(), /action = \["trtc:CreateTrtcApp"\],\n {6}resource = "\*"/u);
  });

  it('has its sources shown, and its wildcards expanded in the file’s own text', async () => {
    const text = terraform.replace('"trtc:DismissRoom", ', '"trtc:DescribeCloud*", ');
    const editor = await openFile('wildcards.tf', text);
    await diagnostics(editor.document);
    const at = rangeOf(editor.document, 'CreateTrtcApp').start;
    editor.selection = new vscode.Selection(at, at);
    const tabs = (): readonly string[] =>
      vscode.window.tabGroups.all.flatMap(({ tabs: all }) => all.map(({ label }) => label));
    await vscode.commands.executeCommand('camPolicy.showSources');
    await eventually(
      vscode.window.tabGroups.onDidChangeTabs,
      () => tabs().some((label) => label.startsWith('trtc:CreateTrtcApp.md')) || undefined,
      () => tabs().join(' | '),
    );
    await vscode.window.showTextDocument(editor.document);
    await vscode.commands.executeCommand('camPolicy.expandWildcards');
    const preview = await eventually(
      vscode.workspace.onDidOpenTextDocument,
      () =>
        vscode.workspace.textDocuments.find(
          ({ uri: { scheme, path } }) => scheme === 'cam-policy-preview' && path === '/wildcards.tf',
        ),
      () => 'no preview',
    );
    const [before, after] = text.split('"trtc:DescribeCloud*"');
    const shown = preview.getText();
    assert.ok(
      shown.startsWith(before?.trimEnd() ?? '-') && shown.endsWith(after?.slice(after.indexOf(']')) ?? '-'),
      shown,
    );
    assert.match(shown, /\n {8}"trtc:DescribeCloudRecording",?\n/u);
  });

  it('is left alone where the setting says so', async () => {
    const { document } = await openFile('other.tf', terraform);
    await diagnostics(document);
    await vscode.workspace.getConfiguration('camPolicy').update('policiesIn', [], true);
    await diagnostics(document, (left) => left.length === 0);
  });
});
