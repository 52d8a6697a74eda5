/** What helps with the extension itself. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, codeOf, diagnostics, eventually, languageId, openUntitled, ready } from './support.js';

const account = '100000123456';
const policy = `{"version":"2.0","statement":[
{"effect":"allow","action":"cvm:DescribeInstances","resource":"*"},
{"effect":"allwo","action":"cvm:StopInstances","resource":"qcs::cvm::uin/${account}:instance/*"}
]}`;

const run = async (command: string): Promise<void> => {
  await vscode.commands.executeCommand(`camPolicy.${command}`);
};
const labels = (): readonly string[] =>
  vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));
const tab = (label: RegExp): Promise<string> =>
  eventually(
    vscode.window.tabGroups.onDidChangeTabs,
    () => labels().find((each) => label.test(each)),
    () => `tabs: ${labels().join(', ')}`,
  );

describe('help', () => {
  before(ready);
  afterEach(closeAll);

  it('reports a problem in a document: versions, and the statement at the cursor without its numbers', async () => {
    const editor = await openUntitled(policy);
    const at = editor.document.positionAt(policy.indexOf('allwo'));
    editor.selection = new vscode.Selection(at, at);
    const before = labels().length;
    await run('reportProblem');
    const report = vscode.window.activeTextEditor?.document;
    assert.equal(report?.languageId, 'markdown');
    assert.ok(report.isUntitled);
    const text = report.getText();
    assert.match(text, /cam-policy\.cam-policy \d+\.\d+\.\d+/u);
    assert.ok(text.includes(vscode.version), text);
    assert.match(text, /invalid-effect/u);
    assert.ok(text.includes('StopInstances') && !text.includes('DescribeInstances'), text);
    assert.ok(!text.includes(account), text);
    assert.equal(labels().length, before + 1);
  });

  it('reports a problem without a policy, too', async () => {
    await run('reportProblem');
    assert.match(vscode.window.activeTextEditor?.document.getText() ?? '', /cam-policy\.cam-policy \d/u);
  });

  it('has an example whose mistakes have fixes', async () => {
    await run('openExample');
    const document = vscode.window.activeTextEditor?.document;
    assert.equal(document?.languageId, languageId);
    assert.ok(document.isUntitled);
    assert.deepEqual([...new Set((await diagnostics(document)).map(codeOf))], ['no-resource-level-support']);
  });

  it('opens the walkthrough and the settings', async () => {
    await run('openWalkthrough');
    // What VS Code calls the tab of a walkthrough differs by version.
    await tab(/Walkthrough|Welcome/u);
    await run('openSettings');
    await tab(/Settings/u);
  });
});
