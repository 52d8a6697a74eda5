/** Chooses the VS Code that the end-to-end tests run in: a desktop one where it can be had and shown, else the stand-in. */
import path from 'node:path';
import { downloadAndUnzipVSCode, resolveCliArgsFromVSCodeExecutablePath, SilentReporter } from '@vscode/test-electron';
import { ensureChromium } from './chromium.js';
import { installHost } from './install.js';
import { run } from './process.js';

export interface TestHost {
  /** What it is, for the person who reads the output. */
  readonly name: string;
  /** For `runTests` of @vscode/test-electron. */
  readonly executable: string;
  /** Installs the .vsix at `file` for runs with this extensions folder. */
  install(file: string, folders: { readonly extensions: string; readonly userData: string }): Promise<void>;
}

const standInExecutable = path.join(import.meta.dirname, process.platform === 'win32' ? 'code.cmd' : 'code.mjs');

/** How long a download of VS Code may stand still, in ms. */
const idleLimit = 10_000;

/**
 * The VS Code to test in. The environment may decide: VSCODE_EXECUTABLE_PATH names an executable, TEST_HOST says `desktop` or `server`.
 * Rejects, with what is missing, where none can be had: tests never pass by not running.
 */
export async function chooseTestHost(say: (line: string) => void = console.log): Promise<TestHost> {
  const given = process.env['VSCODE_EXECUTABLE_PATH'];
  if (given !== undefined && path.resolve(given) === standInExecutable) return standIn(say);
  if (given !== undefined) return desktop(path.resolve(given), `the VS Code at ${given}`);
  const wanted = process.env['TEST_HOST'] ?? 'any';
  if (!['any', 'desktop', 'server'].includes(wanted))
    throw new Error(`TEST_HOST is "${wanted}": it can be desktop or server`);

  const reasons: string[] = [];
  if (wanted !== 'server') {
    try {
      return await downloaded();
    } catch (error) {
      reasons.push(`no desktop VS Code: ${text(error)}`);
    }
  }
  if (wanted !== 'desktop') {
    try {
      const host = await standIn(say);
      for (const reason of reasons) say(`(${reason})`);
      return host;
    } catch (error) {
      reasons.push(`no VS Code server in Chromium: ${text(error)}`);
    }
  }
  throw new Error(`There is no VS Code to run the tests in.\n- ${reasons.join('\n- ')}`);
}

async function downloaded(): Promise<TestHost> {
  const { env, platform } = process;
  if (platform === 'linux' && env['DISPLAY'] === undefined && env['WAYLAND_DISPLAY'] === undefined)
    throw new Error('there is no display to show it on');
  const quiet = { reporter: new SilentReporter(), timeout: idleLimit };
  return desktop(await downloadAndUnzipVSCode({ version: 'stable', ...quiet }), 'a desktop VS Code');
}

function desktop(executable: string, name: string): TestHost {
  return {
    name,
    executable,
    install: async (file, { extensions, userData }) => {
      const [cli = executable] = resolveCliArgsFromVSCodeExecutablePath(executable);
      const folders = ['--extensions-dir', extensions, '--user-data-dir', userData];
      await run(cli, ['--install-extension', file, '--force', ...folders], { script: true });
    },
  };
}

async function standIn(say: (line: string) => void): Promise<TestHost> {
  const host = await installHost(say);
  const chromium = await ensureChromium(say);
  return {
    name: `VS Code ${host.version} (server) in ${path.basename(chromium)}`,
    executable: standInExecutable,
    install: async (file, { extensions, userData }) => {
      const folders = [
        '--extensions-dir',
        extensions,
        '--user-data-dir',
        userData,
        '--server-data-dir',
        path.join(userData, 'server'),
      ];
      await run(host.node, [
        host.server,
        '--install-extension',
        file,
        '--force',
        ...folders,
        '--accept-server-license-terms',
      ]);
    },
  };
}

/** The download names hosts and stacks in its errors; the first line says enough. */
const text = (error: unknown): string => (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
