import assert from 'node:assert/strict';
import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { ask, closeAll, extension, languageId, openFile, openUntitled, ready } from './support.js';

describe('the extension', () => {
  afterEach(closeAll);

  it('is found where it was loaded from', () => {
    const { extensionPath } = extension();
    const expected = process.env['CAM_POLICY_EXTENSION'];
    assert.ok(
      expected !== undefined && extensionPath.startsWith(expected),
      `${extensionPath} does not start with ${expected ?? '(nothing)'}`,
    );
  });

  it('makes a *.cam.json file a CAM policy, and wakes up for it', async () => {
    const { document } = await openFile('policy.cam.json', '{"version":"2.0","statement":[]}');
    assert.equal(document.languageId, languageId);
    await extension().activate();
    assert.ok(extension().isActive);
  });

  it('keeps the code of its server as it was compiled, for the next start', async function () {
    // Node does that from 22.1 on, when a process ends.
    if (Number.parseFloat(process.versions.node) < 22.1) this.skip();
    const kept = path.join(extension().extensionPath, '.compile-cache');
    await ready();
    rmSync(kept, { recursive: true, force: true });
    await ask('camPolicy.restartServer');
    while (!existsSync(kept)) await new Promise((resolve) => setTimeout(resolve, 50));
  });

  it('leaves other JSON files alone', async () => {
    const { document } = await openFile('policy.json', '{"version":"2.0","statement":[]}');
    assert.equal(document.languageId, 'json');
  });

  it('can be chosen for an untitled document', async () => {
    const { document } = await openUntitled('{}', 'json');
    assert.equal((await vscode.languages.setTextDocumentLanguage(document, languageId)).languageId, languageId);
  });

  it('serves other names by files.associations', async () => {
    const files = vscode.workspace.getConfiguration('files');
    await files.update('associations', { 'policies-*.json': languageId }, vscode.ConfigurationTarget.Global);
    try {
      const { document } = await openFile('policies-media.json', '{}');
      assert.equal(document.languageId, languageId);
    } finally {
      await files.update('associations', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  it('asks for suggestions inside strings', () => {
    const { strings } = vscode.workspace
      .getConfiguration('editor', { languageId })
      .get('quickSuggestions', { strings: '' });
    assert.equal(strings, 'on');
  });
});
