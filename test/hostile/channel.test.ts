/** The packaged server over node IPC, as VS Code starts it. */
import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { repository } from '../host/install.js';

async function greet(params: unknown, execArgv: readonly string[] = []) {
  const server = path.join(repository, 'dist', 'server.js');
  const child = fork(server, ['--node-ipc'], { stdio: 'ignore', execArgv: [...execArgv] });
  const answered = once(child, 'message');
  child.send({ jsonrpc: '2.0', id: 1, method: 'initialize', params });
  const [answer] = (await answered) as [{ readonly result?: unknown }];
  return { child, answer };
}

describe('the packaged server, over a channel', () => {
  it('ends with its channel, though its parent lives on', async () => {
    const { child, answer } = await greet({ processId: process.pid, capabilities: {} });
    assert.ok(answer.result);
    const ended = once(child, 'exit');
    child.disconnect();
    const [code, signal] = (await ended) as [number | null, string | null];
    assert.deepEqual([code, signal], [0, null]);
  });

  it('lives on where something fails that nobody waits for, and logs it', async () => {
    const failing = `process.on('message', ({ method }) => { if (method === 'fail') Promise.reject(new Error('by itself')); })`;
    const { child } = await greet({ processId: null, capabilities: {} }, [
      `--import=data:text/javascript,${encodeURIComponent(failing)}`,
    ]);
    const said: unknown[] = [];
    const answered = new Promise<void>((resolve, reject) => {
      child.on('exit', reject);
      child.on('message', (message: { readonly id?: unknown }) => {
        said.push(message);
        if (message.id === 2) resolve();
      });
    });
    child.send({ jsonrpc: '2.0', method: 'fail' });
    child.send({ jsonrpc: '2.0', id: 2, method: 'workspace/symbol', params: { query: '' } });
    await answered;
    assert.match(JSON.stringify(said), /something in the background failed: Error: by itself/u);
    child.removeAllListeners('exit');
    child.disconnect();
    await once(child, 'exit');
  });

  it('begins where the client says nothing of what it can do', async () => {
    const { child, answer } = await greet(undefined);
    assert.ok(answer.result);
    child.disconnect();
    await once(child, 'exit');
  });
});
