/** The extension on the desktop: the server is a Node process of its own. */
import { fork, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { languageId } from '../../protocol/names.js';
import type { Platform } from './server.js';

/** Where a debugger of the server connects, when the extension itself is being debugged. */
const debugArguments = ['--nolazy', '--inspect=6009'];

/** How long a server that was told to stop may take, in ms. */
const patience = 2000;

/** The process comes up while the extension host loads the client's library. */
export function serverProcess(): Platform {
  // The bundles lie side by side.
  const module = path.join(__dirname, 'server.js');
  let first: ChildProcess | undefined;
  let current: ChildProcess | undefined;
  return {
    begin: () => {
      current ??= first = forkServer(module);
    },
    createClient: async (options) => {
      const { LanguageClient, IPCMessageReader, IPCMessageWriter } = await import('vscode-languageclient/node');
      const connect = () => {
        // The client asks anew after each stop; the process of the first time is there already.
        const child = first?.connected === true ? first : forkServer(module);
        first = undefined;
        endLater(current === child ? undefined : current);
        current = child;
        child.stdout?.on('data', (data: Buffer) => options.outputChannel?.info(data.toString().trimEnd()));
        child.stderr?.on('data', (data: Buffer) => options.outputChannel?.error(data.toString().trimEnd()));
        return Promise.resolve({ reader: new IPCMessageReader(child), writer: new IPCMessageWriter(child) });
      };
      return new LanguageClient(languageId, 'CAM Policy', connect, options);
    },
    end: () => {
      endLater(current);
    },
  };
}

/**
 * Where Node, from 22.1 on, keeps the server's code as it was compiled for the next start: a quarter of its start. In the extension's own folder it goes with the extension, and nobody can
 * write there who could not write the code itself. Where it cannot be written Node goes on without.
 */
const compileCache = path.join(__dirname, '..', '.compile-cache');

function forkServer(module: string): ChildProcess {
  const debugged = process.execArgv.some((argument) => /^--(?:inspect|debug)(?:-brk)?(?:=|$)/u.test(argument));
  const child = fork(module, ['--node-ipc', `--clientProcessId=${process.pid}`], {
    env: { NODE_COMPILE_CACHE: compileCache, ...process.env, ELECTRON_RUN_AS_NODE: '1', ELECTRON_NO_ASAR: '1' },
    execArgv: debugged ? debugArguments : [],
    silent: true,
  });
  // Without a listener an error would end the extension host. The client hears that the connection closed.
  child.on('error', () => undefined);
  return child;
}

/** Ends a process that has been told to stop and does not. */
function endLater(child: ChildProcess | undefined): void {
  if (child?.exitCode !== null) return;
  const timer = setTimeout(() => child.kill(), patience);
  child.once('exit', () => {
    clearTimeout(timer);
  });
}
