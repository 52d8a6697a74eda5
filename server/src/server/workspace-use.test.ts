import assert from 'node:assert/strict';
import { documentOf } from '../../test/documents.js';
import { workspaceFacts } from '../features/workspace-facts.js';
import { createWorkspaceUse } from './workspace-use.js';

const policy = (resource: string): string => `{"statement":[{"action":"cvm:*","resource":["${resource}"]}]}`;

const nextTurn = (): Promise<void> => Promise.resolve();
/** Resolves when what was begun is done. */
const read = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('what is used in the workspace', () => {
  it('is read in the background when asked for, and again when it is old', async () => {
    let now = 0;
    let readings = 0;
    const resources = ['qcs::cvm::uin/1:instance/ins-1', 'qcs::cvm::uin/2:instance/ins-2', 'qcs::cvm::uin/2:image/*'];
    const facts = () => {
      readings++;
      return Promise.resolve(resources.map((text) => workspaceFacts(documentOf(policy(text)), 'en')));
    };
    const use = createWorkspaceUse({ workspace: { facts }, clock: () => now, log: assert.ifError, nextTurn });
    assert.deepEqual(use.accounts(), []);
    await read();
    assert.deepEqual(use.accounts(), ['uin/2', 'uin/1']);
    assert.deepEqual(use.ids('cvm'), ['instance/ins-1', 'instance/ins-2', 'image/*']);
    assert.deepEqual(use.ids('cos'), []);
    assert.deepEqual(use.services(), ['cvm']);
    assert.deepEqual(use.actions('cvm'), [], 'no wildcards');
    assert.equal(readings, 1);
    now = 60_000;
    use.ids('cvm');
    await read();
    assert.equal(readings, 2);
  });

  it('has services and actions, the most used first', async () => {
    const texts = ['"mps:EditMedia","cvm:StopInstances"', '"name/cvm:StopInstances","cvm:StartInstances"'];
    const facts = () =>
      Promise.resolve(texts.map((text) => workspaceFacts(documentOf(`{"statement":[{"action":[${text}]}]}`), 'en')));
    const use = createWorkspaceUse({ workspace: { facts }, clock: () => 0, log: assert.ifError, nextTurn });
    use.services();
    await read();
    assert.deepEqual(use.services(), ['cvm', 'mps']);
    assert.deepEqual(use.actions('cvm'), ['StopInstances', 'StartInstances']);
  });

  it('is nothing where the workspace cannot be read', async () => {
    const errors: unknown[] = [];
    const facts = () => Promise.reject(new Error('no files'));
    const use = createWorkspaceUse({
      workspace: { facts },
      clock: () => 0,
      log: (error) => errors.push(error),
      nextTurn,
    });
    use.accounts();
    await read();
    assert.equal(errors.length, 1);
    assert.deepEqual(use.accounts(), []);
  });
});
