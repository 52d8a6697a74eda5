/** The workspace's policies: listed and read when a feature first asks, kept until they change. Open documents override files. */
import type { CancellationToken, TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { HostKind } from '../core/embed/hosts.js';
import { maxTextLength } from '../core/syntax/json.js';
import type { Context } from '../features/context.js';
import { HostDocument } from '../features/document.js';
import { workspaceFacts, type WorkspaceFacts } from '../features/workspace-facts.js';
import type { DocumentCache } from './documents.js';
import { forever, within } from './waiting.js';

/** Where policies that are not open come from. */
export interface PolicyFiles {
  /** The addresses of all `*.cam.json` files of the workspace. */
  list(token: CancellationToken): Promise<readonly string[]>;
  /** A file's text; undefined where it cannot be read. */
  read(uri: string, token: CancellationToken): Promise<string | undefined>;
  /** Asks the client to report changes of files; false: it will not. */
  watch(): Promise<boolean>;
}

export interface Workspace {
  /** The facts of all policies; undefined: cancelled. */
  facts(token: CancellationToken): Promise<readonly WorkspaceFacts[] | undefined>;
  /** To be called when a file has been changed, created or deleted. */
  forget(uri: string): void;
}

export interface WorkspacePorts {
  readonly files: PolicyFiles;
  readonly documents: TextDocuments<TextDocument>;
  readonly cache: DocumentCache;
  readonly contextOf: (uri: string) => Context;
  readonly hosts?: readonly HostKind[] | undefined;
  /** Lets messages in, so that a cancellation is seen. */
  readonly nextTurn: () => Promise<void>;
}

/** Open documents with other schemes that are not listed are views, such as a file's older versions, and do not count. */
const ownSchemes = /^(?:file|untitled):/;

/** Files read at the same time. */
const batchSize = 50;

export function createWorkspace({ files, documents, cache, contextOf, hosts, nextTurn }: WorkspacePorts): Workspace {
  const known = new Map<string, WorkspaceFacts | undefined>();
  let watching: Promise<boolean> | undefined;
  let changes = 0;

  function factsOf(uri: string, content: string): WorkspaceFacts {
    const context = contextOf(uri);
    // What is not open has no language: its name decides.
    return workspaceFacts(new HostDocument(TextDocument.create(uri, '', 0, content), context, hosts), context.locale);
  }

  async function load(uri: string, token: CancellationToken): Promise<WorkspaceFacts | undefined> {
    const before = changes;
    const text = await files.read(uri, token);
    const isPolicy = text !== undefined && text.length <= maxTextLength;
    const facts = isPolicy ? factsOf(uri, text) : undefined;
    // If a change was reported while the file was being read, the next request reads it again.
    if (changes === before) known.set(keyOf(uri), facts);
    return facts;
  }

  async function facts(token: CancellationToken): Promise<readonly WorkspaceFacts[] | undefined> {
    watching ??= files.watch().catch(() => false);
    if (!(await within(forever, watching, token))) known.clear();
    const listed = await files.list(token);
    const closed = new Map(listed.map((uri) => [keyOf(uri), uri]));
    const open = new Map(
      documents
        .all()
        .map((text) => [keyOf(text.uri), text] as const)
        .filter(([key, { uri }]) => closed.has(key) || ownSchemes.test(uri)),
    );
    for (const key of known.keys()) if (!closed.has(key)) known.delete(key);
    const kept = [...closed.keys()].filter((key) => !open.has(key)).map((key) => known.get(key));
    const missing = [...closed].filter(([key]) => !known.has(key) && !open.has(key)).map(([, uri]) => uri);
    const fresh: (WorkspaceFacts | undefined)[] = [];
    for (let at = 0; at < missing.length; at += batchSize) {
      if (token.isCancellationRequested) return undefined;
      fresh.push(...(await Promise.all(missing.slice(at, at + batchSize).map((uri) => load(uri, token)))));
      await nextTurn();
    }
    if (token.isCancellationRequested) return undefined;
    const opened = [...open.values()].map((text) => workspaceFacts(cache.of(text), contextOf(text.uri).locale));
    return [...opened, ...kept, ...fresh].filter((found) => found !== undefined);
  }

  return {
    facts,
    forget(uri) {
      changes++;
      known.delete(keyOf(uri));
    },
  };
}

/** The same key for all spellings of an address by clients and file systems. */
function keyOf(uri: string): string {
  try {
    return decodeURIComponent(uri).replace(/^file:\/\/\/[A-Z]:/u, (drive) => drive.toLowerCase());
  } catch {
    return uri;
  }
}
