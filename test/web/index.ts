/** Runs in VS Code's web extension host: the tests of the bundle, and writes down what they came to in the opened folder. */
import * as vscode from 'vscode';
import type { Results } from '../results.js';
import { resultsName } from './results-name.js';

/** Called by VS Code. Rejects where a test fails or where none ran. */
export async function run(): Promise<void> {
  const results = await new Promise<Results>((resolve) => {
    const runner: Mocha.Runner = mocha.run((failed) => {
      const { passes = 0, pending = 0 } = runner.stats ?? {};
      resolve({ total: runner.total, passed: passes, failed, skipped: pending });
    });
  });
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (folder === undefined) throw new Error('no folder is open to write the results into');
  await vscode.workspace.fs.writeFile(
    vscode.Uri.joinPath(folder.uri, resultsName),
    new TextEncoder().encode(JSON.stringify(results)),
  );
  if (results.total === 0) throw new Error('no test ran');
  if (results.failed > 0) throw new Error(`${results.failed} of ${results.total} tests failed`);
}
