/** What an edit changes since the last commit, with VS Code's own git extension. Only where there is Node. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { ask, closeAll, ready } from './support.js';

const policy =
  '{ "version": "2.0", "statement": [{ "effect": "allow", "action": ["trtc:DismissRoom"], "resource": "*" }] }\n';
const wider = policy.replace('"trtc:DismissRoom"', '"trtc:DismissRoom", "trtc:RemoveUser"');

/** How often the lenses are asked for, and how long after each other, in ms: there is no event for those of others. */
const [rounds, apart] = [150, 100];

describe('a policy in git', () => {
  let repository = '';
  before(ready);
  after(async () => {
    await closeAll();
    rmSync(repository, { recursive: true, force: true });
  });

  it('is compared with the last commit, though another text is saved, until it is committed', async () => {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath;
    assert.ok(folder);
    repository = path.join(folder, 'repository');
    const file = path.join(repository, 'committed.cam.json');
    const git = (...args: readonly string[]): void => {
      execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@example.com', ...args], { cwd: repository });
    };
    mkdirSync(repository);
    git('init', '-q');
    writeFileSync(file, policy);
    git('add', '.');
    git('commit', '-q', '-m', 'x');
    writeFileSync(file, wider);
    const { document } = await vscode.window.showTextDocument(vscode.Uri.file(file));
    const titlesThat = async (fit: (titles: string) => boolean): Promise<string> => {
      let titles = '';
      for (let round = 0; round < rounds && !(titles && fit(titles)); round++) {
        await new Promise((resolve) => setTimeout(resolve, apart));
        const lenses = await ask<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri);
        titles = lenses.map(({ command }) => command?.title).join(' | ');
      }
      return titles;
    };
    assert.match(
      await titlesThat((titles) => titles.includes('Since')),
      /Since the last commit: newly allows trtc:RemoveUser on /u,
    );
    git('commit', '-q', '-a', '-m', 'y');
    assert.doesNotMatch(await titlesThat((titles) => !titles.includes('Since')), /Since/u);
  });
});
