/** A session: what the requests of one client share, from `initialize` on. */
import {
  CancellationToken,
  TextDocuments,
  type Connection,
  type PublishDiagnosticsParams,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { languageId, policyEnding } from '../../../protocol/names.js';
import type { Catalogue } from '../core/catalogue/catalogue.js';
import type { Language } from '../core/catalogue/language.js';
import type { HostKind } from '../core/embed/hosts.js';
import type { Hole } from '../core/embed/literals/form.js';
import { readWithHoles } from '../core/embed/literals/holes.js';
import { rules } from '../core/lint/rules/index.js';
import type { Locale, Text } from '../core/text.js';
import type { Context, Workspace as WorkspaceUse } from '../features/context.js';
import { publishable } from './as-announced.js';
import type { Client } from './client.js';
import { createConfigurations, type Configurations } from './configurations.js';
import { createDocumentCache, texts as textKind, type DocumentCache } from './documents.js';
import { createGuard, type Guard, failureOf } from './guard.js';
import { createHandlers, type Handlers } from './handlers.js';
import { createLifetime, type Lifetime } from './lifetime.js';
import { createPolicyFiles, defaultPatience, type FileSystem } from './policy-files.js';
import { createSettings, type SettingsStore } from './settings.js';
import { createTestFiles, isTestFile, type TestFiles } from './test-files.js';
import { createWorkspaceUse } from './workspace-use.js';
import { createWorkspace, type PolicyFiles, type Workspace } from './workspace.js';

/** What an entry provides of its platform. */
export interface ServerPorts {
  readonly version: string;
  /** Spoken where the client does not say its own; English unless given. */
  readonly locale?: Locale;
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
  readonly configurations: Configurations;
  /** The open documents' texts. */
  readonly documents: TextDocuments<TextDocument>;
  readonly cache: DocumentCache;
  /** Of documents that were read from a program, by their addresses: what in them only the program knows. */
  readonly origins: Map<string, readonly Hole[]>;
  readonly workspace: Workspace;
  /** Where policies that are not open come from. */
  readonly policyFiles: PolicyFiles;
  readonly tests: TestFiles;
  /** Files were changed, created or deleted on the disk, as far as the client tells. */
  readonly filesChanged: (uris: readonly string[]) => void;
  /** Calls `listener` after that, when nothing that was read before is kept. */
  readonly onFilesChanged: (listener: () => void) => void;
  /** How long the server waits for an answer of the client that it can do without; in ms. */
  readonly patience: number;
  readonly nextTurn: () => Promise<void>;
  readonly guard: Guard;
  /** For a document's address; without one for requests that concern no document. */
  readonly contextOf: ContextOf;
  readonly log: (message: string) => void;
  /** Sends diagnostics, as far as the client takes them. */
  readonly publish: (params: PublishDiagnosticsParams) => void;
}

export type ContextOf = (uri?: string) => Context;

export function createSession(connection: Connection, client: Client, ports: ServerPorts): Session {
  const { nextTurn, hosts, patience = defaultPatience } = ports;
  const log = (message: string): void => {
    connection.console.error(message);
  };
  const logFailure = (of: string, error: unknown): void => {
    log(failureOf(of, error));
  };
  const settings = createSettings(client.settings);
  const documents = new TextDocuments<TextDocument>(textKind);
  const files = createPolicyFiles({ connection, client, fileSystem: ports.fileSystem, patience });
  const read = (uri: string): Promise<string | undefined> => files.read(uri, CancellationToken.None);
  const configurations = createConfigurations({ connection, client, documents, rules, read, patience });
  const contextOf = contextMaker({ ports, client, settings, configurations, used: () => used, logFailure });
  const origins = new Map<string, readonly Hole[]>();
  const cache = createDocumentCache(
    contextOf,
    (text) => hostsOf(text, { origins, configurations, hosts }),
    (uri) => configurations.of(uri) !== undefined,
  );
  // Before any area is told: findings under the old settings are void.
  settings.onApplied((changed) => {
    if (changed) cache.clear();
  });
  configurations.onRead((changed) => {
    if (changed) settings.changed();
  });
  const lifetime = createLifetime();
  const guard = createGuard({ log, nextTurn, isShutDown: lifetime.isShutDown });
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
  const tests = createTestFiles({ documents, files, configurations, rules });
  const ready = (uri: string): Promise<void> | undefined => configurations.ready(uri);
  const handlers = createHandlers({ documents, cache, guard, contextOf, ready, tests });
  const texts = { documents, cache, origins, workspace, policyFiles: files, configurations, tests };
  const publish = (params: PublishDiagnosticsParams): void => {
    void connection.sendDiagnostics(publishable(params, client.takenDiagnostics));
  };
  const parts = { connection, client, settings, guard, patience, nextTurn, contextOf, log, publish };
  return { ...parts, ...texts, ...watchedFiles(workspace, configurations), ...lifetime, ...handlers };
}

function watchedFiles(
  workspace: Workspace,
  configurations: Configurations,
): Pick<Session, 'filesChanged' | 'onFilesChanged'> {
  const listeners: (() => void)[] = [];
  return {
    filesChanged(uris) {
      for (const uri of uris) {
        workspace.forget(uri);
        configurations.fileChanged(uri);
      }
      for (const listener of listeners) listener();
    },
    onFilesChanged: (listener) => void listeners.push(listener),
  };
}

interface ContextParts {
  readonly ports: ServerPorts;
  readonly client: Client;
  readonly settings: SettingsStore;
  readonly configurations: Configurations;
  readonly used: () => WorkspaceUse;
  readonly logFailure: (of: string, error: unknown) => void;
}

/** The person's own settings go before the configuration's. */
function contextMaker({ ports, client, settings, configurations, used, logFailure }: ContextParts): ContextOf {
  const { catalogue, language } = ports;
  return (uri) => {
    const configuration = configurations.of(uri);
    const own = settings.of(uri).rules;
    return {
      catalogue,
      language,
      rules,
      settings: configuration ? { ...configuration.rules, ...own } : own,
      ...(configuration ? { configuration } : {}),
      locale: client.locale,
      rulePage: client.rulePage ?? ports.rulePage?.[client.locale],
      abilities: client.abilities,
      workspace: used(),
      now: () => new Date(),
      onFailure: (code, error) => {
        logFailure(`rule ${code}`, error);
      },
    };
  };
}

const noHosts: readonly HostKind[] = [{ languages: [], endings: [''], read: () => [] }];

interface HostParts extends Pick<Session, 'origins' | 'configurations'> {
  readonly hosts: readonly HostKind[] | undefined;
}

/** Configurations and tests hold no policies, and where `files` says which JSON files do, the others hold none. What the person calls a policy is one. */
function hostsOf(
  { uri, languageId: language }: TextDocument,
  { origins, configurations, hosts }: HostParts,
): readonly HostKind[] | undefined {
  const holes = origins.get(uri) ?? [];
  if (holes.length > 0) return [{ languages: [], endings: [''], read: (text) => [readWithHoles(text, holes)] }];
  if (language === languageId) return hosts;
  if (configurations.isConfiguration(uri) || isTestFile(uri)) return noHosts;
  const said = configurations.of(uri);
  const isOther = said?.names === true && !said.named && !uri.endsWith(policyEnding);
  return isOther && language.startsWith('json') ? noHosts : hosts;
}
