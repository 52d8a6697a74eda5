/** What is otherwise in the browser than on the desktop; the tests of `suite/` that run here too show the rest. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  closeAll,
  codeOf,
  completions,
  cursor,
  diagnostics,
  extension,
  hover,
  labelOf,
  openFile,
  openUntitled,
  rangeOf,
  ready,
} from '../suite/support.js';
import { memoryScheme, registerMemoryFiles } from './memory-files.js';

const typo = '{"version":"2.0","statement":[{"effect":"dney","action":"*","resource":"*"}]}';
const oneAction = (action: string): string =>
  `{"version":"2.0","statement":[{"effect":"allow","action":["${action}"],"resource":["*"]}]}`;

/** Writes a file into the opened folder without opening it. */
async function write(name: string, text: string): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder);
  await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder.uri, name), new TextEncoder().encode(text));
}

/** An action that only the files in memory hold. */
const inMemory = 'cvm:ResetInstance';

// For all suites: the folder is in the workspace from the start.
before(() => {
  const deep = `/policies/${'a/'.repeat(20)}deep.cam.json`;
  const paths = ['/policies/a.cam.json', '/policies/b/c/d.cam.json', '/policies/node_modules/x/e.cam.json', deep];
  registerMemoryFiles(new Map([...paths, '/policies/f.json'].map((path) => [path, oneAction(inMemory)])));
});

describe('the extension in the browser', () => {
  before(ready);
  afterEach(closeAll);

  it('is in a worker of the browser, as these tests are', () => {
    assert.equal(Reflect.has(globalThis, 'importScripts'), true);
    assert.equal(extension().extensionKind, vscode.ExtensionKind.UI);
  });

  it('knows the services that the desktop reads from files', async () => {
    const { text, offset } = cursor(oneAction('cvm:Desc|'));
    const { document } = await openUntitled(text);
    const labels = (await completions(document, document.positionAt(offset))).map(labelOf);
    assert.ok(
      labels.some((label) => label.endsWith('DescribeInstances')),
      labels.join(', '),
    );
    const { document: other } = await openUntitled(oneAction('cvm:RunInstances'));
    assert.match(await hover(other, rangeOf(other, 'RunInstances').start), /RunInstances/);
    const { document: wrong } = await openUntitled(oneAction('cvm:RunInstanses'));
    assert.ok((await diagnostics(wrong)).map(codeOf).includes('unknown-action'));
  });

  it('reads policies that nobody has opened', async () => {
    await write('closed/b.cam.json', oneAction('cvm:StopInstances'));
    const { document } = await openFile('closed/a.cam.json', oneAction('cvm:StopInstances'));
    const found = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeReferenceProvider',
      document.uri,
      rangeOf(document, 'StopInstances').start,
    );
    assert.deepEqual(found.map(({ uri }) => uri.path.split('/').slice(-2).join('/')).sort(), [
      'closed/a.cam.json',
      'closed/b.cam.json',
    ]);
  });

  it('reads policies of a file system that nobody searches', async () => {
    const { document } = await openUntitled(oneAction(inMemory));
    const found = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeReferenceProvider',
      document.uri,
      rangeOf(document, 'ResetInstance').start,
    );
    const paths = found.filter(({ uri }) => uri.scheme === memoryScheme).map(({ uri }) => uri.path);
    assert.deepEqual(paths.sort(), ['/policies/a.cam.json', '/policies/b/c/d.cam.json']);
  });

  it('begins again with a new worker', async () => {
    const { document } = await openFile('restart.cam.json', typo);
    await diagnostics(document);
    const gone = diagnostics(document, (left) => left.length === 0);
    await vscode.commands.executeCommand('camPolicy.restartServer');
    await gone;
    assert.deepEqual((await diagnostics(document)).map(codeOf), ['invalid-effect']);
  });
});
