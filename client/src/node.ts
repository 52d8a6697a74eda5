/** The extension on the desktop: the server is a Node process of its own. */
import type { ChildProcess } from 'node:child_process';
import { languageId } from '../../protocol/names.js';
import { forkServer } from './server-process.js';
import type { Platform } from './server.js';

/** How long a server that was told to stop may take, in ms. */
const patience = 2000;

/** The process comes up while the extension host loads the client's library. `begun`: one that was started before. */
export function serverProcess(begun?: ChildProcess): Platform {
  let first = begun;
  let current = begun;
  return {
    begin: () => {
      current ??= first = forkServer();
    },
    createClient: async (options) => {
      const { LanguageClient, IPCMessageReader, IPCMessageWriter } = await import('vscode-languageclient/node');
      const connect = () => {
        // The client asks anew after each stop; the process of the first time is there already.
        const child = first?.connected === true ? first : forkServer();
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

/** Ends a process that has been told to stop and does not. */
function endLater(child: ChildProcess | undefined): void {
  if (child?.exitCode !== null) return;
  const timer = setTimeout(() => child.kill(), patience);
  child.once('exit', () => {
    clearTimeout(timer);
  });
}
