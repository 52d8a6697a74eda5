/** Asks the client to send the texts of configurations and to tell of their changes, as far as it can. */
import {
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  TextDocumentSyncKind,
  type Connection,
} from 'vscode-languageserver';
import { isWithin } from '../core/config/address.js';
import type { ConfigurationFile } from '../core/config/chain.js';
import { configurationName } from '../core/config/named-files.js';
import type { Client } from './client.js';

export interface ConfigurationWatch {
  /** Asks for configurations of the usual name; once. */
  begin(): void;
  /** Asks for others that are extended, too. */
  add(files: readonly ConfigurationFile[]): void;
  /** Whether the client tells of every change of these files: most watch the workspace's folders only. */
  covers(files: readonly ConfigurationFile[], roots: readonly string[]): boolean;
}

export function watchConfigurations(connection: Connection, client: Client): ConfigurationWatch {
  const watched = new Set<string>();
  const watch = (name: string): void => {
    if (watched.has(name)) return;
    watched.add(name);
    const globPattern = `**/${name}`;
    // A client that refuses is one that does not watch.
    const quietly = (asked: Promise<unknown>): void => void asked.catch(() => undefined);
    if (client.watchesFiles)
      quietly(connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern }] }));
    if (!client.registersSync) return;
    const documentSelector = [{ pattern: globPattern }];
    quietly(connection.client.register(DidOpenTextDocumentNotification.type, { documentSelector }));
    quietly(
      connection.client.register(DidChangeTextDocumentNotification.type, {
        documentSelector,
        syncKind: TextDocumentSyncKind.Incremental,
      }),
    );
    quietly(connection.client.register(DidCloseTextDocumentNotification.type, { documentSelector }));
  };
  return {
    begin() {
      watch(configurationName);
    },
    add(files) {
      for (const { address } of files) watch(address.slice(address.lastIndexOf('/') + 1));
    },
    covers: (files, roots) =>
      client.watchesFiles && files.every(({ address }) => roots.some((root) => isWithin(address, root))),
  };
}
