/** The packaged server over node IPC, as VS Code starts it. */
import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { repository } from '../host/install.js';

async function greet(params: unknown) {
  const child = fork(path.join(repository, 'dist', 'server.js'), ['--node-ipc'], { stdio: 'ignore' });
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

  it('begins where the client says nothing of what it can do', async () => {
    const { child, answer } = await greet(undefined);
    assert.ok(answer.result);
    child.disconnect();
    await once(child, 'exit');
  });
});
