/** Runs in VS Code's extension host: times the extension's activation, or a policy from its opening to its first diagnostics. */
import { writeFileSync } from 'node:fs';
import * as vscode from 'vscode';

/** The environment variable that names the file to write. */
const fileVariable = 'CAM_POLICY_BENCH';
/** The one that says what is timed: `activation`, or else the first diagnostics. */
const whatVariable = 'CAM_POLICY_BENCH_WHAT';
const text = JSON.stringify({
  version: '2.0',
  statement: [{ effect: 'allow', action: ['cvm:Describ'], resource: '*' }],
});

/** Looks itself: VS Code shows findings at once, but collects changes for 50 ms before it tells extensions of them. */
async function firstDiagnostics({ uri }: vscode.TextDocument): Promise<void> {
  while (vscode.languages.getDiagnostics(uri).length === 0) await new Promise((resolve) => setTimeout(resolve, 2));
}

/** How long a turn of the event loop may be late, and how often in a row, in ms: then VS Code has finished its own start. */
const quiet = { late: 5, turn: 20, turns: 40, atMost: 20_000 };

async function untilQuiet(): Promise<void> {
  const end = performance.now() + quiet.atMost;
  for (let calm = 0; calm < quiet.turns && performance.now() < end;) {
    const due = performance.now() + quiet.turn;
    await new Promise((resolve) => setTimeout(resolve, quiet.turn));
    calm = performance.now() - due < quiet.late ? calm + 1 : 0;
  }
}

/** Called by VS Code. */
export async function run(): Promise<void> {
  const file = process.env[fileVariable];
  const extension = vscode.extensions.getExtension('cam-policy.cam-policy');
  if (file === undefined || !extension) throw new Error('nothing to measure, or nowhere to write it');
  const document = await vscode.workspace.openTextDocument({ content: text, language: 'plaintext' });
  await untilQuiet();
  const started = performance.now();
  if (process.env[whatVariable] === 'activation') {
    await extension.activate();
  } else {
    // As it is when a person opens a policy: VS Code activates the extension because of it.
    const diagnosed = firstDiagnostics(document);
    await vscode.languages.setTextDocumentLanguage(document, 'cam-policy');
    await diagnosed;
  }
  writeFileSync(file, String(performance.now() - started));
}
