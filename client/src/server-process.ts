/** The server as a Node process. */
import { fork, type ChildProcess } from 'node:child_process';
import path from 'node:path';

/** Where a debugger of the server connects, when the extension itself is being debugged. */
const debugArguments = ['--nolazy', '--inspect=6009'];

/**
 * Where Node, from 22.1 on, keeps the server's code as it was compiled for the next start: a quarter of its start. In the extension's own folder it goes with the extension, and nobody can
 * write there who could not write the code itself. Where it cannot be written Node goes on without.
 */
const compileCache = path.join(__dirname, '..', '.compile-cache');

/** Starts a process. Whether it runs the caller hears of: its channel closes where it does not. */
export function forkServer(): ChildProcess {
  const debugged = process.execArgv.some((argument) => /^--(?:inspect|debug)(?:-brk)?(?:=|$)/u.test(argument));
  // The bundles lie side by side.
  const child = fork(path.join(__dirname, 'server.js'), ['--node-ipc', `--clientProcessId=${process.pid}`], {
    env: { NODE_COMPILE_CACHE: compileCache, ...process.env, ELECTRON_RUN_AS_NODE: '1', ELECTRON_NO_ASAR: '1' },
    execArgv: debugged ? debugArguments : [],
    silent: true,
  });
  // Without a listener an error would end the extension host. The client hears that the connection closed.
  child.on('error', () => undefined);
  return child;
}
