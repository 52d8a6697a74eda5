/** What policies allow, as VS Code shows it. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { ask, closeAll, eventually, openFile, openUntitled, ready } from './support.js';

const app = (id: string): string => `qcs::trtc::uin/100000000001:sdkappid/${id}`;
const policy = `{
  "version": "2.0",
  "statement": [
    { "effect": "allow", "action": ["trtc:*"], "resource": ["${app('1')}", "${app('2')}"] },
    { "effect": "deny", "action": ["trtc:RemoveUser"], "resource": ["${app('1')}"] }
  ]
}
`;

interface Answer {
  readonly verdict: string;
  readonly answer: { readonly text: string };
}

describe('access in the editor', () => {
  before(ready);
  afterEach(closeAll);

  it('stands in lenses above the policy and its statements', async () => {
    const { document } = await openUntitled(policy);
    const lenses = await ask<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri);
    assert.deepEqual(lenses.map(({ range, command }) => [range.start.line, command?.command]).sort(), [
      [0, 'camPolicy.explain'],
      [3, 'camPolicy.explain'],
      [4, 'camPolicy.explain'],
    ]);
    assert.match(lenses.map(({ command }) => command?.title).join('\n'), /denied in part by statement 2/u);
  });

  it('stands above an edited policy: what it newly allows, and no longer allows, since the saved file', async () => {
    const editor = await openFile('edited.cam.json', policy);
    const { uri } = editor.document;
    const titles = async (): Promise<string> => {
      const lenses = await ask<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri);
      return lenses.map(({ command }) => command?.title).join('\n');
    };
    assert.doesNotMatch(await titles(), /Since/u);
    const place = editor.document.positionAt(editor.document.getText().indexOf('"deny"'));
    await editor.edit((edit) => {
      edit.replace(new vscode.Range(place, place.translate(0, '"deny"'.length)), '"allow"');
    });
    let last = '';
    for (let round = 0; round < 100 && !last.includes('Since'); round++) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      last = await titles();
    }
    assert.match(last, /Since the last save: .*trtc:RemoveUser/u);
  });

  it('is narrowed to what is used', async () => {
    const editor = await openUntitled(policy.replace('trtc:*', 'trtc:Describe*", "trtc:DismissRoom'));
    assert.equal(await ask('camPolicy.keepUsed', 'trtc:DismissRoom'), true);
    assert.match(editor.document.getText(), /"action": \["trtc:DismissRoom"\]/u);
    assert.equal(await ask('camPolicy.keepUsed', 'cvm:RunInstances'), false);
  });

  it('is asked about, and the statement that decides is selected', async () => {
    const editor = await openUntitled(policy);
    const can = (action: string, resource: string): Thenable<Answer> => ask('camPolicy.can', action, resource);
    const denied = await can('trtc:RemoveUser', app('1'));
    assert.deepEqual([denied.verdict, editor.selection.start.line], ['denied', 4]);
    assert.equal((await can('trtc:RemoveUser', app('2'))).verdict, 'allowed');
    assert.equal(editor.selection.start.line, 3);
  });

  it('is explained on a page beside the policy, that VS Code renders', async () => {
    await openFile('explained.cam.json', policy);
    await ask('camPolicy.explain');
    const tab = await eventually(
      vscode.window.tabGroups.onDidChangeTabs,
      () =>
        vscode.window.tabGroups.all
          .flatMap(({ tabs }) => tabs)
          .find(({ label }) => label.includes('explained.cam.json.md')),
      () => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label)).join(),
    );
    assert.ok(tab.input instanceof vscode.TabInputCustom, String(tab.input));
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(tab.input.uri));
    assert.match(text, /^# What explained\.cam\.json allows\n[^]*except `RemoveUser`/u);
  });
});
