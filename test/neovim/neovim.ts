/** Finds Neovim, or installs it where the system's package manager may be asked. */
import { installWithApt } from '../host/apt.js';
import { attempt } from '../host/process.js';

/** The command that starts Neovim: `NEOVIM` of the environment, else `nvim`. Rejects with what the person can do. */
export async function ensureNeovim(): Promise<string> {
  const named = process.env['NEOVIM'];
  if (await starts(named ?? 'nvim')) return named ?? 'nvim';
  if (named !== undefined) throw new Error(`NEOVIM names ${named}, which does not start.`);
  await installWithApt(['neovim']);
  if (await starts('nvim')) return 'nvim';
  throw new Error(
    'Neovim 0.7 or newer is needed to test the language server with a client that is not ours, and none was found. Install it ' +
      '(Debian, Ubuntu: sudo apt-get install neovim; macOS: brew install neovim; Windows: winget install Neovim.Neovim), ' +
      'name its path in the environment variable NEOVIM, or leave this step out: npm test -- --without-neovim',
  );
}

const starts = async (command: string): Promise<boolean> => (await attempt(command, ['--version'])).code === 0;
