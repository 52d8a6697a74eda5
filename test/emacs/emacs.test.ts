/** The language server in Emacs, through `cam-policy lsp --stdio`, with the settings that docs/editors.md shows. */
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { blocksIn } from '../docs/blocks.js';
import { writeCommands } from '../docs/commands.js';
import { repository } from '../host/install.js';
import { attempt } from '../host/process.js';
import { restrictedPolicy, resource } from '../neovim/policy.js';
import { ensureEmacs } from './emacs.js';

/** What `session.el` prints. */
interface Session {
  readonly version: string;
  readonly error?: string;
  readonly mode?: string;
  readonly diagnostics?: readonly { readonly text: string; readonly message: string; readonly severity: string }[];
  readonly completion?: readonly string[];
  readonly hover?: string;
  readonly actions?: readonly string[];
  readonly text?: string;
  readonly ended?: boolean;
}

/** How long Emacs may take for all of it, in ms; then it is ended. What the session waits for is bounded by itself. */
const limit = 100_000;

async function play(folder: string): Promise<{ readonly session: Session; readonly printed: string }> {
  const emacs = await ensureEmacs();
  const inside = (name: string): string => path.join(folder, name);
  const page = await readFile(path.join(repository, 'docs', 'editors.md'), 'utf8');
  const settings = blocksIn(page).filter(({ info }) => info === 'elisp');
  await writeFile(inside('init.el'), settings.map(({ text }) => text).join('\n'));
  await writeFile(inside('policy.cam.json'), restrictedPolicy);
  const bin = await writeCommands(folder);
  const env = {
    ...process.env,
    // Nothing of the person's own: settings, packages, state.
    HOME: folder,
    PATH: `${bin}${path.delimiter}${process.env['PATH'] ?? ''}`,
    CAM_INIT: inside('init.el'),
    CAM_FILE: inside('policy.cam.json'),
    CAM_OUT: inside('session.json'),
  };
  const args = ['--batch', '--load', path.join(import.meta.dirname, 'session.el')];
  const { output } = await attempt(emacs, args, { cwd: folder, env, limit });
  const written = await readFile(inside('session.json'), 'utf8').catch(() => undefined);
  assert.ok(written, `Emacs wrote no answers; it printed: ${output}`);
  return { session: JSON.parse(written) as Session, printed: output };
}

describe('Emacs', function () {
  this.timeout(2 * limit);
  let folder = '';
  let session: Session = { version: '' };
  let printed = '';

  before(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'emacs-'));
    ({ session, printed } = await play(folder));
    assert.equal(session.error, undefined, JSON.stringify(session, undefined, 2) + printed);
  });
  after(() => rm(folder, { recursive: true, force: true }));

  it('opens a policy in the mode of the settings, and warns of nothing', () => {
    assert.equal(session.mode, 'cam-policy-mode');
    assert.doesNotMatch(printed, /warning/iu);
  });

  it('shows the finding on the very value', () => {
    assert.deepEqual(
      session.diagnostics?.map(({ text, message, severity }) => [text, severity, /\[([\w-]+)\]/u.exec(message)?.[1]]),
      [['"trtc:CreateTrtcApp"', 'eglot-error', 'no-resource-level-support']],
    );
  });

  it('completes an action', () => {
    assert.deepEqual(session.completion, ['DismissRoom', 'DismissRoomByStrRoomId']);
  });

  it('explains an action on hover', () => {
    assert.match(session.hover ?? '', /CreateTrtcApp[^]*cannot be restricted to resources/u);
  });

  it('applies a code action, after which nothing is wrong', () => {
    assert.ok(
      session.actions?.some((title) => title.includes('Set resource to "*"')),
      session.actions?.join(' | '),
    );
    assert.deepEqual(JSON.parse(session.text ?? ''), {
      version: '2.0',
      statement: [
        { effect: 'allow', action: ['trtc:DismissRoom'], resource },
        { effect: 'allow', action: ['trtc:CreateTrtcApp'], resource: '*' },
      ],
    });
  });

  it('ends the server when it is asked to', () => {
    assert.equal(session.ended, true);
  });
});
