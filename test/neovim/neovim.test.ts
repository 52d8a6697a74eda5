/** The language server in an editor that nobody here wrote: Neovim, on its own client, with the settings that docs/editors.md shows. */
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { blocksIn } from '../docs/blocks.js';
import { writeCommands } from '../docs/commands.js';
import { repository } from '../host/install.js';
import { attempt } from '../host/process.js';
import { ensureNeovim } from './neovim.js';
import { resource, restrictedPolicy } from './policy.js';

/** What `session.lua` prints. */
interface Session {
  readonly version: string;
  readonly error?: string;
  readonly diagnostics?: readonly { readonly code: string; readonly text: string; readonly severity: number }[];
  readonly completion?: readonly { readonly label: string; readonly text: string }[];
  readonly hover?: string;
  readonly actions?: readonly string[];
  readonly text?: string;
  readonly left?: readonly unknown[];
  readonly ended?: boolean;
}

/** How long Neovim may take for all of it, in ms; then it is ended. What the session waits for is bounded by itself. */
const limit = 100_000;

async function play(folder: string): Promise<Session> {
  const nvim = await ensureNeovim();
  const [file, out] = [path.join(folder, 'policy.cam.json'), path.join(folder, 'session.json')];
  await writeFile(file, restrictedPolicy);
  const page = await readFile(path.join(repository, 'docs', 'editors.md'), 'utf8');
  const settings = blocksIn(page).filter(({ info }) => info === 'lua');
  await writeFile(path.join(folder, 'init.lua'), settings.map(({ text }) => text).join('\n'));
  const bin = await writeCommands(folder);
  const env = {
    ...process.env,
    // Nothing of the person's own: settings, plugins, state.
    ...Object.fromEntries(['CONFIG', 'DATA', 'STATE', 'CACHE'].map((name) => [`XDG_${name}_HOME`, folder])),
    PATH: `${bin}${path.delimiter}${process.env['PATH'] ?? ''}`,
    CAM_INIT: path.join(folder, 'init.lua'),
    CAM_FILE: file,
    CAM_OUT: out,
  };
  // Neovim 0.7 looks at `vim.filetype` only where it is told to before it starts.
  const args = [
    '--clean',
    '--cmd',
    'let g:do_filetype_lua = 1',
    '--headless',
    '-n',
    '-c',
    `luafile ${path.join(import.meta.dirname, 'session.lua')}`,
  ];
  const { output } = await attempt(nvim, args, { cwd: folder, env, limit });
  const written = await readFile(out, 'utf8').catch(() => undefined);
  assert.ok(written, `Neovim wrote no answers; it printed: ${output}`);
  return JSON.parse(written) as Session;
}

describe('Neovim', function () {
  this.timeout(2 * limit);
  let folder = '';
  let session: Session = { version: '' };

  before(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'neovim-'));
    session = await play(folder);
    assert.equal(session.error, undefined, JSON.stringify(session, undefined, 2));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  it('shows the finding on the very value', () => {
    assert.deepEqual(
      session.diagnostics?.map(({ code, text, severity }) => ({ code, text, severity })),
      [{ code: 'no-resource-level-support', text: '"trtc:CreateTrtcApp"', severity: 1 }],
    );
  });

  it('completes an action', () => {
    const dismiss = session.completion?.filter(({ label }) => label.startsWith('Dismiss'));
    assert.deepEqual(
      dismiss?.map(({ text }) => text),
      ['DismissRoom', 'DismissRoomByStrRoomId'],
    );
  });

  it('explains an action on hover', () => {
    assert.match(session.hover ?? '', /CreateTrtcApp/u);
    assert.match(session.hover ?? '', /operation level|resource/iu);
  });

  it('applies a quick fix, after which nothing is wrong', () => {
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
    assert.deepEqual(session.left, []);
  });

  it('ends the server when it is asked to', () => {
    assert.equal(session.ended, true);
  });
});
