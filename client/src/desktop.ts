/**
 * The extension's entry where there is Node: the server's process begins before the extension itself is read, if something open needs it, and comes up while that is compiled.
 * So there is little in this script.
 */
import { workspace, type ExtensionContext } from 'vscode';
import type { Exports } from './main.js';
import { forkServer } from './server-process.js';
import { isForServer } from './wake.js';

const begun = workspace.textDocuments.some(isForServer) ? forkServer() : undefined;

/** A bundle of its own, beside this one. */
const extension = import('./main.js');

/** Called by VS Code. */
export const activate = async (context: ExtensionContext): Promise<Exports> =>
  (await extension).activate(context, begun);

/** Called by VS Code. */
export const deactivate = async (): Promise<void> => (await extension).deactivate();
