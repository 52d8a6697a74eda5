/** A session: what the requests of one client share, from `initialize` on. */
import { TextDocuments, type Connection } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Catalogue } from '../core/catalogue/catalogue.js';
import type { Language } from '../core/catalogue/language.js';
import type { HostKind } from '../core/embed/hosts.js';
import { rules } from '../core/lint/rules/index.js';
import type { Text } from '../core/text.js';
import type { Context } from '../features/context.js';
import type { Client } from './client.js';
import { createDocumentCache, texts, type DocumentCache } from './documents.js';
import { createGuard, describe, type Guard } from './guard.js';
import { createHandlers, type Handlers } from './handlers.js';
import { createLifetime, type Lifetime } from './lifetime.js';
import { createPolicyFiles, type FileSystem } from './policy-files.js';
import { createSettings, type SettingsStore } from './settings.js';
import { createWorkspaceUse } from './workspace-use.js';
import { createWorkspace, type Workspace } from './workspace.js';

/** What an entry provides of its platform. */
export interface ServerPorts {
  readonly version: string;
  readonly catalogue: Catalogue;
  readonly language: Language;
  /** The address of a rule's page in each language, with `{code}` for the rule's name. A client's `initializationOptions.rulePage` overrides it. */
  readonly rulePage?: Text;
  readonly nextTurn: () => Promise<void>;
  /** Used for clients that do not read files for the server. */
  readonly fileSystem?: FileSystem;
  /** Texts that hold policies; those of `core/embed/hosts.ts` unless given. */
  readonly hosts?: readonly HostKind[];
  /** How long the server waits for an answer of the client that it can do without; in ms. */
  readonly patience?: number;
}

export interface Session extends Handlers, Lifetime {
  readonly connection: Connection;
  readonly client: Client;
  readonly settings: SettingsStore;
  /** The open documents' texts. */
  readonly documents: TextDocuments<TextDocument>;
  readonly cache: DocumentCache;
  readonly workspace: Workspace;
  readonly guard: Guard;
  /** For a document's address; without one for requests that concern no document. */
  readonly contextOf: ContextOf;
  readonly log: (message: string) => void;
}

export type ContextOf = (uri?: string) => Context;

export function createSession(connection: Connection, client: Client, ports: ServerPorts): Session {
  const { nextTurn, hosts } = ports;
  const log = (message: string): void => {
    connection.console.error(message);
  };
  const logFailure = (of: string, error: unknown): void => {
    log(`${of} failed: ${describe(error)}`);
  };
  const settings = createSettings(client.settings);
  const contextOf: ContextOf = (uri) => ({
    catalogue: ports.catalogue,
    language: ports.language,
    rules,
    settings: settings.of(uri).rules,
    locale: client.locale,
    rulePage: client.rulePage ?? ports.rulePage?.[client.locale],
    abilities: client.abilities,
    workspace: used,
    now: () => new Date(),
    onFailure: (code, error) => {
      logFailure(`rule ${code}`, error);
    },
  });
  // Before any area is told: findings under the old settings are void.
  settings.onApplied((changed) => {
    if (changed) cache.clear();
  });
  const documents = new TextDocuments<TextDocument>(texts);
  const cache = createDocumentCache(contextOf, hosts);
  const lifetime = createLifetime();
  const guard = createGuard({ log, nextTurn, isShutDown: lifetime.isShutDown });
  const files = createPolicyFiles({ connection, client, fileSystem: ports.fileSystem, patience: ports.patience });
  const workspace = createWorkspace({ files, documents, cache, contextOf, nextTurn, hosts });
  const used = createWorkspaceUse({
    workspace,
    clock: () => Date.now(),
    log: (error) => {
      logFailure('reading the workspace', error);
    },
    nextTurn,
  });
  documents.onDidClose(({ document: { uri } }) => {
    cache.forget(uri);
    workspace.forget(uri);
  });
  const handlers = createHandlers({ documents, cache, guard, contextOf });
  return { connection, client, settings, documents, cache, workspace, guard, contextOf, log, ...lifetime, ...handlers };
}
