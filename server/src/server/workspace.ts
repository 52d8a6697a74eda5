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
  /** The addresses of all `*.cam.json` files of the workspace; undefined where nobody says which there are. Never rejects. */
  list(token: CancellationToken): Promise<readonly string[] | undefined>;
  /** A file's text; undefined where it cannot be read. Rejects where the client refuses to say. */
  read(uri: string, token: CancellationToken): Promise<string | undefined>;
  /** Asks the client to report changes of files; false: it will not. */
  watch(): Promise<boolean>;
}

export interface Workspace {
  /** The facts of all policies; undefined: cancelled. `missed` is called where those that are not open are not all among them. */
  facts(token: CancellationToken, missed?: () => void): Promise<readonly WorkspaceFacts[] | undefined>;
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

export const createWorkspace = (ports: WorkspacePorts): Workspace => new WorkspaceReader(ports);

class WorkspaceReader implements Workspace {
  private readonly known = new Map<string, WorkspaceFacts | undefined>();
  private watching: Promise<boolean> | undefined;
  private changes = 0;

  constructor(private readonly ports: WorkspacePorts) {}

  async facts(token: CancellationToken, missed?: () => void): Promise<readonly WorkspaceFacts[] | undefined> {
    const { known } = this;
    if (!(await this.watches(token))) known.clear();
    const found = await this.ports.files.list(token);
    if (!found) missed?.();
    const listed = found ?? [];
    const closed = new Map(listed.map((uri) => [keyOf(uri), uri]));
    const open = this.openTexts(closed);
    for (const key of known.keys()) if (!closed.has(key)) known.delete(key);
    const kept = [...closed.keys()].filter((key) => !open.has(key)).map((key) => known.get(key));
    const missing = [...closed].filter(([key]) => !known.has(key) && !open.has(key)).map(([, uri]) => uri);
    const fresh = await this.loadAll(missing, token, missed);
    if (!fresh || token.isCancellationRequested) return undefined;
    const { cache, contextOf } = this.ports;
    const opened = [...open.values()].map((text) => workspaceFacts(cache.of(text), contextOf(text.uri).locale));
    return [...opened, ...kept, ...fresh].filter((each) => each !== undefined);
  }

  forget(uri: string): void {
    this.changes++;
    this.known.delete(keyOf(uri));
  }

  /** Whether the client reports changes of files. */
  private watches(token: CancellationToken): Promise<boolean | undefined> {
    this.watching ??= this.ports.files.watch().catch(() => false);
    return within(forever, this.watching, token);
  }

  /** The open documents that belong to the workspace, by key. */
  private openTexts(closed: ReadonlyMap<string, string>): ReadonlyMap<string, TextDocument> {
    const texts = this.ports.documents.all().map((text) => [keyOf(text.uri), text] as const);
    return new Map(texts.filter(([key, { uri }]) => closed.has(key) || ownSchemes.test(uri)));
  }

  /** Reads files in batches; undefined: cancelled. */
  private async loadAll(
    uris: readonly string[],
    token: CancellationToken,
    missed?: () => void,
  ): Promise<readonly (WorkspaceFacts | undefined)[] | undefined> {
    const loaded: (WorkspaceFacts | undefined)[] = [];
    for (let at = 0; at < uris.length; at += batchSize) {
      if (token.isCancellationRequested) return undefined;
      const batch = uris.slice(at, at + batchSize).map((uri) =>
        this.load(uri, token).catch(() => {
          missed?.();
          return undefined;
        }),
      );
      loaded.push(...(await Promise.all(batch)));
      await this.ports.nextTurn();
    }
    return loaded;
  }

  private async load(uri: string, token: CancellationToken): Promise<WorkspaceFacts | undefined> {
    const before = this.changes;
    const text = await this.ports.files.read(uri, token);
    const isPolicy = text !== undefined && text.length <= maxTextLength;
    const facts = isPolicy ? this.factsOf(uri, text) : undefined;
    // If a change was reported while the file was being read, the next request reads it again.
    if (this.changes === before) this.known.set(keyOf(uri), facts);
    return facts;
  }

  private factsOf(uri: string, content: string): WorkspaceFacts {
    const { contextOf, hosts } = this.ports;
    const context = contextOf(uri);
    // What is not open has no language: its name decides.
    return workspaceFacts(new HostDocument(TextDocument.create(uri, '', 0, content), context, hosts), context.locale);
  }
}

/** The same key for all spellings of an address by clients and file systems. */
function keyOf(uri: string): string {
  try {
    return decodeURIComponent(uri).replace(/^file:\/\/\/[A-Z]:/u, (drive) => drive.toLowerCase());
  } catch {
    return uri;
  }
}
