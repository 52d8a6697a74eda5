/** A language server that no longer answers, which is what people restart it for. Only where the server is a process that can be held. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as vscode from 'vscode';
import { ask, closeAll, languageId, ready } from './support.js';

/** The server's process, a child of this one. */
function serverProcess(): number {
  const rows = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n');
  const found = rows
    .map((row) => /^\s*(\d+)\s+(\d+)\s.*server\.js --node-ipc/u.exec(row))
    .find((match) => Number(match?.[2]) === process.pid);
  assert.ok(found, 'the server is no child of the extension host');
  return Number(found[1]);
}

if (process.platform !== 'win32')
  describe('a language server that hangs', () => {
    before(ready);
    afterEach(closeAll);

    it('is restarted at the first try', async () => {
      const hung = serverProcess();
      process.kill(hung, 'SIGSTOP');
      try {
        await ask('camPolicy.restartServer');
        await ask('camPolicy.newPolicy', 'identity');
        assert.equal(vscode.window.activeTextEditor?.document.languageId, languageId);
      } finally {
        process.kill(hung, 'SIGCONT');
      }
    });
  });
