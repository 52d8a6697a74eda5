/** Runs in VS Code's extension host: times the extension's activation, and a policy from its opening to its first diagnostics. */
import { writeFileSync } from 'node:fs';
import * as vscode from 'vscode';

/** The environment variable that names the file to write. */
const fileVariable = 'CAM_POLICY_BENCH';
const text = JSON.stringify({
  version: '2.0',
  statement: [{ effect: 'allow', action: ['cvm:Describ'], resource: '*' }],
});

function firstDiagnostics(): Promise<void> {
  return new Promise((resolve) => {
    const listener = vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      if (!uris.some((uri) => vscode.languages.getDiagnostics(uri).length > 0)) return;
      listener.dispose();
      resolve();
    });
  });
}

/** Called by VS Code. */
export async function run(): Promise<void> {
  const file = process.env[fileVariable];
  const extension = vscode.extensions.getExtension('cam-policy.cam-policy');
  if (file === undefined || !extension) throw new Error('nothing to measure, or nowhere to write it');
  const diagnosed = firstDiagnostics();
  const document = await vscode.workspace.openTextDocument({ content: text, language: 'plaintext' });
  const started = performance.now();
  await extension.activate();
  const activation = performance.now() - started;
  await vscode.languages.setTextDocumentLanguage(document, 'cam-policy');
  await diagnosed;
  writeFileSync(file, JSON.stringify({ activation, firstDiagnostics: performance.now() - started }));
}
