/** Has the server started once something is open that may hold a policy, or the workspace has tests of policies. */
import { Disposable, workspace, type TextDocument, type TextDocumentChangeEvent } from 'vscode';
import { configurationName, section, testEnding } from '../../protocol/names.js';
import { hostOf, mayHoldPolicy } from './host-files.js';
import type { Server } from './server.js';

/** Looks at what is open, at what is opened and at what is typed, until the server has been started by this or by anything else. */
export function wakeWhenNeeded(server: Server): Disposable {
  const wake = (): void => {
    // The client itself shows that the server cannot start.
    server.running().catch(() => undefined);
  };
  const look = (document: TextDocument): void => {
    if (isForServer(document)) wake();
  };
  const listening = Disposable.from(
    workspace.onDidOpenTextDocument(look),
    workspace.onDidChangeTextDocument((event) => {
      if (bringsPolicy(event)) wake();
    }),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(`${section}.policiesIn`)) workspace.textDocuments.forEach(look);
    }),
    server.onDidChangeState(() => {
      listening.dispose();
    }),
  );
  workspace.textDocuments.forEach(look);
  if (server.state() === 'asleep') findTests(wake).catch(() => undefined);
  return listening;
}

/** Tests of policies are shown without that one is open. */
async function findTests(wake: () => void): Promise<void> {
  const found = await workspace.findFiles(`**/*${testEnding}`, undefined, 1);
  if (found.length > 0) wake();
}

/** Whether the server has to do with a document. */
export function isForServer(document: TextDocument): boolean {
  const { path } = document.uri;
  return path.endsWith(testEnding) || path.endsWith(`/${configurationName}`) || mayHoldPolicy(document);
}

/** Whether the lines that a change wrote make a document one that may hold a policy. The rest of it was looked at before. */
function bringsPolicy({ document, contentChanges }: TextDocumentChangeEvent): boolean {
  const host = contentChanges.length > 0 ? hostOf(document) : undefined;
  if (!host) return false;
  return contentChanges.some(({ range: { start }, text }) => {
    const last = Math.min(document.lineCount - 1, start.line + text.split('\n').length - 1);
    for (let line = Math.min(start.line, last); line <= last; line++)
      if (host.mayHold.test(document.lineAt(line).text)) return true;
    return false;
  });
}
