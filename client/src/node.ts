/** The extension on the desktop: the server is a Node process of its own. */
import type { ExtensionContext } from 'vscode';
import { startClient } from './client.js';

/** Starts the server as a process; the returned function stops it. */
export async function startProcess(context: ExtensionContext): Promise<() => Promise<void>> {
  const { LanguageClient, TransportKind } = await import('vscode-languageclient/node');
  const module = context.asAbsolutePath('dist/server.js');
  return startClient(context, (id, name, options) => {
    const run = { module, transport: TransportKind.ipc };
    return new LanguageClient(
      id,
      name,
      { run, debug: { ...run, options: { execArgv: ['--nolazy', '--inspect=6009'] } } },
      options,
    );
  });
}
