/** Finds Emacs with eglot, or installs it where the system's package manager may be asked. */
import { installWithApt } from '../host/apt.js';
import { attempt } from '../host/process.js';

/** The command that starts Emacs: `EMACS` of the environment, else `emacs`. Rejects with what the person can do. */
export async function ensureEmacs(): Promise<string> {
  const named = process.env['EMACS'];
  if (await hasEglot(named ?? 'emacs')) return named ?? 'emacs';
  if (named !== undefined) throw new Error(`EMACS names ${named}, which does not start or has no eglot.`);
  // Before Emacs 29 eglot is a package of its own.
  await installWithApt(['emacs-nox', 'elpa-eglot']);
  if (await hasEglot('emacs')) return 'emacs';
  throw new Error(
    'Emacs with eglot is needed to test the language server with it, and none was found. Install it ' +
      '(Debian, Ubuntu: sudo apt-get install emacs-nox elpa-eglot; macOS: brew install emacs; Windows: winget install GNU.Emacs), ' +
      'name its path in the environment variable EMACS, or leave this step out: npm test -- --without-emacs',
  );
}

const hasEglot = async (command: string): Promise<boolean> => {
  const find = '(progn (unless (locate-library "eglot") (package-initialize)) (require \'eglot))';
  return (await attempt(command, ['--batch', '--eval', find])).code === 0;
};
