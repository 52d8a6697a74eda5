/** Policies in strings of programs: opened, mended and copied back. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { commands } from '../../protocol/names.js';
import { closeAll, codeOf, diagnostics, languageId, openUntitled, rangeOf, ready } from './support.js';

const go = `package main

func policy(bucket string) string {
	return \`{
  "version": "2.0",
  "statement": [
    { "Effect": "allow", "action": ["cos:GetObjct"], "resource": "qcs::cos::uid/1250000000:\` + bucket + \`/*" }
  ]
}\`
}
`;

/** The policy that a command opened. */
function opened(): vscode.TextEditor {
  const editor = vscode.window.activeTextEditor;
  assert.equal(editor?.document.languageId, languageId);
  return editor;
}

describe('a policy in a string of a program', () => {
  before(ready);
  afterEach(closeAll);

  it('is opened from the selection, checked, mended, and copied back', async () => {
    const program = await openUntitled(go, 'go');
    const { document } = program;
    const whole = rangeOf(document, go);
    program.selection = new vscode.Selection(whole.start, whole.end);
    await vscode.commands.executeCommand(commands.checkSelected);
    const policy = opened();
    assert.match(policy.document.getText(), /:\$\{bucket\}\/\*"/u);
    assert.ok(policy.document.isUntitled);
    const expected = ['element-case', 'unknown-action'];
    await diagnostics(policy.document, (found) => found.map(codeOf).sort().join() === expected.join());
    await policy.edit((edit) => {
      edit.replace(rangeOf(policy.document, 'GetObjct'), 'GetObject');
      edit.replace(rangeOf(policy.document, 'Effect'), 'effect');
    });
    await vscode.commands.executeCommand(commands.copyAsLiteral);
    const copied = await vscode.env.clipboard.readText();
    assert.equal(
      copied,
      document.getText(program.selection).replace('GetObjct', 'GetObject').replace('Effect', 'effect'),
    );
    assert.ok(copied.startsWith('`{') && copied.endsWith('}`'), copied);
  });

  it('is opened from the clipboard', async () => {
    await vscode.env.clipboard.writeText(JSON.stringify('{"version":"2.0","statement":[{"effect":"alow"}]}'));
    await vscode.commands.executeCommand(commands.checkClipboard);
    const { document } = opened();
    assert.equal(document.getText(), '{"version":"2.0","statement":[{"effect":"alow"}]}');
    await diagnostics(document, (found) => found.some((each) => codeOf(each) === 'invalid-effect'));
  });

  it('is not opened where the selection holds none', async () => {
    const program = await openUntitled('x := "y"', 'go');
    program.selection = new vscode.Selection(0, 0, 0, 8);
    await vscode.commands.executeCommand(commands.checkSelected);
    assert.equal(vscode.window.activeTextEditor?.document, program.document);
  });
});
