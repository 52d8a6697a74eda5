/** The configurations of the open documents: read when a document is first asked about, kept until one of their files changes. */
import type { Connection, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { folderOf, isWithin, pathWithin, plainAddress, uriOf } from '../core/config/address.js';
import type { ConfigurationFile, FileSettings } from '../core/config/chain.js';
import { configurationName } from '../core/config/named-files.js';
import { createConfigurationStore, settingsAt, type ConfigurationStore } from '../core/config/store.js';
import type { Rules } from '../core/lint/lint.js';
import type { ConfigurationTarget } from '../features/configuration-change.js';
import type { Client } from './client.js';
import { addressIn } from './configuration-address.js';
import { watchConfigurations } from './configuration-watch.js';
import { contentOf, openAt } from './documents.js';
import { failureOf } from './guard.js';
import { defaultPatience } from './policy-files.js';
import { within } from './waiting.js';

export interface ConfigurationsPorts {
  readonly connection: Connection;
  readonly client: Client;
  readonly documents: TextDocuments<TextDocument>;
  readonly rules: Rules;
  /** A file's text; undefined where it cannot be read. */
  readonly read: (uri: string) => Promise<string | undefined>;
  /** How long to wait for the client; in ms. */
  readonly patience?: number | undefined;
}

export interface Configurations {
  /** What is known so far of a document's configuration; of requests that concern no document nothing. */
  of(uri: string | undefined): FileSettings | undefined;
  /** Resolves when the configuration of a document is known; undefined where it is. */
  ready(uri: string): Promise<void> | undefined;
  /** The configuration that changes for a document belong into, as it is known; undefined for what has no path, and where its text may be another by now. */
  targetOf(uri: string): ConfigurationTarget | undefined;
  /** The same with the text as it is now. */
  currentTargetOf(uri: string): Promise<ConfigurationTarget | undefined>;
  /** Whether a document is a configuration itself. */
  isConfiguration(uri: string): boolean;
  /** Whether a plain address lies in one of the workspace's folders. */
  isInside(address: string): boolean;
  /** All that were read. */
  files(): readonly ConfigurationFile[];
  /** The plain address of a document's file; of one that is not saved, where it would be. */
  addressOf(uri: string): string;
  /** The address that the client knows a file by. */
  uriOf(address: string): string;
  /** To be called when a file was changed, created or deleted. */
  fileChanged(uri: string): void;
  /** To be called when the workspace has other folders. */
  setRoots(folders: readonly string[]): void;
  /** Calls `listener` each time configurations were read again; `changed`: documents have other settings than before. */
  onRead(listener: (changed: boolean) => void): void;
}

/** The plain address of the configuration that changes for a document belong into, and the document's path from its folder. */
interface Found {
  readonly target: string;
  readonly path: string;
}

export const createConfigurations = (ports: ConfigurationsPorts): Configurations => new Reader(ports);

class Reader implements Configurations {
  private roots: readonly string[];
  private store: ConfigurationStore;
  private readonly listeners: ((changed: boolean) => void)[] = [];
  private readonly watch: ReturnType<typeof watchConfigurations>;
  private reading = false;
  private again = false;
  /** What the store says, by the document's address. */
  private readonly said = new Map<string, FileSettings>();

  constructor(private readonly ports: ConfigurationsPorts) {
    const { client, connection, documents } = ports;
    this.roots = client.folders.map(rootOf);
    this.store = this.newStore();
    this.watch = watchConfigurations(connection, client);
    documents.onDidChangeContent(({ document: { uri } }) => {
      this.fileChanged(uri);
    });
    documents.onDidOpen(({ document: { uri } }) => {
      if (!this.isConfiguration(uri) && !this.watch.covers(this.files(), this.roots)) this.refresh();
    });
    documents.onDidClose(({ document: { uri } }) => {
      this.said.delete(uri);
      this.fileChanged(uri);
    });
  }

  of(uri: string | undefined): FileSettings | undefined {
    if (uri === undefined) return undefined;
    const before = this.said.get(uri);
    if (before) return before;
    const address = this.addressOf(uri);
    const place = this.store.known(address);
    if (!place) return undefined;
    const said = settingsAt(place, address);
    this.said.set(uri, said);
    return said;
  }

  ready(uri: string): Promise<void> | undefined {
    const { store } = this;
    const address = this.addressOf(uri);
    if (store.known(address)) return undefined;
    this.watch.begin();
    const before = store.all().length;
    return store.load(address).then(() => {
      this.watch.add(store.all());
      // All was read again meanwhile, perhaps for the documents that were open before this one.
      if (store !== this.store) return this.ready(uri);
      // Those of a configuration that was not there before have not been told yet.
      if (store.all().length !== before) this.tell(false);
      return undefined;
    });
  }

  targetOf(uri: string): ConfigurationTarget | undefined {
    const found = this.find(uri);
    if (!found) return undefined;
    // Where nobody tells of changes, what was read some time ago would be overwritten.
    if (!this.openAt(found.target) && !this.ports.client.watchesFiles) return undefined;
    return this.targetWith(found, this.files().find(({ address }) => address === found.target)?.text);
  }

  async currentTargetOf(uri: string): Promise<ConfigurationTarget | undefined> {
    const found = this.find(uri);
    if (!found) return undefined;
    return this.targetWith(found, await this.read(found.target));
  }

  /** An open document is as it is now, in its text and its version alike: it may have been opened or changed while `text` was read. */
  private targetWith({ target, path }: Found, text: string | undefined): ConfigurationTarget {
    const open = this.openAt(target);
    const now = open ? { text: contentOf(open), version: open.version } : { text, version: null };
    return { uri: this.uriOf(target), ...now, path };
  }

  private find(uri: string): Found | undefined {
    const address = this.addressOf(uri);
    const place = this.store.known(address);
    if (!place || !(uri.includes(':/') || this.roots.length > 0)) return undefined;
    const target = place.chain.at(-1)?.address ?? `${place.home}/${configurationName}`;
    const path = pathWithin(address, folderOf(target) ?? target);
    return path === undefined ? undefined : { target, path };
  }

  isConfiguration(uri: string): boolean {
    const address = plainAddress(uri);
    return address.endsWith(`/${configurationName}`) || this.files().some((file) => file.address === address);
  }

  isInside(address: string): boolean {
    return this.roots.some((root) => isWithin(address, root));
  }

  files(): readonly ConfigurationFile[] {
    return this.store.all();
  }

  addressOf(uri: string): string {
    return addressIn(uri, this.roots);
  }

  uriOf(address: string): string {
    return this.openAt(address)?.uri ?? uriOf(address);
  }

  fileChanged(uri: string): void {
    if (this.isConfiguration(uri) || this.store.asked(plainAddress(uri))) this.refresh();
  }

  setRoots(folders: readonly string[]): void {
    this.roots = folders.map(rootOf);
    this.refresh();
  }

  onRead(listener: (changed: boolean) => void): void {
    this.listeners.push(listener);
  }

  private tell(changed: boolean): void {
    for (const listener of this.listeners) listener(changed);
  }

  /** Reads all again; until that is done the old ones hold. One reading at a time. */
  private refresh(): void {
    this.again = true;
    if (this.reading) return;
    this.reading = true;
    this.readAgain()
      .finally(() => {
        this.reading = false;
      })
      .catch((error: unknown) => {
        this.ports.connection.console.error(failureOf('reading configurations', error));
      });
  }

  private async readAgain(): Promise<void> {
    while (this.again) {
      this.again = false;
      const store = this.newStore();
      const addresses = await this.loadOpen(store);
      // Of a document that the old store does not know nothing has been said yet.
      const changed = addresses.some(
        (address) => this.store.known(address) && saidOf(store, address) !== saidOf(this.store, address),
      );
      this.store = store;
      this.said.clear();
      this.watch.add(store.all());
      this.tell(changed);
    }
  }

  /** Has a store read what holds for the open documents, those included that are opened meanwhile; gives their addresses. */
  private async loadOpen(store: ConfigurationStore): Promise<readonly string[]> {
    for (;;) {
      const addresses = this.ports.documents.all().map(({ uri }) => this.addressOf(uri));
      const missing = addresses.filter((address) => !store.known(address));
      if (missing.length === 0) return addresses;
      await Promise.all(missing.map((address) => store.load(address)));
    }
  }

  private newStore(): ConfigurationStore {
    return createConfigurationStore({
      rules: this.ports.rules,
      roots: () => this.roots,
      read: (address) => this.read(address),
    });
  }

  /** The text of a file, as the person has it before their eyes where it is open. */
  private async read(address: string): Promise<string | undefined> {
    const open = this.openAt(address);
    if (open) return contentOf(open);
    const { read, patience = defaultPatience } = this.ports;
    try {
      return await within(patience, read(uriOf(address)));
    } catch {
      return undefined;
    }
  }

  private openAt(address: string): TextDocument | undefined {
    return openAt(this.ports.documents, address);
  }
}

const rootOf = (folder: string): string => plainAddress(folder.endsWith('/') ? folder.slice(0, -1) : folder);

/** Places in the text say nothing of what it says. */
const places: ReadonlySet<string> = new Set(['span', 'at']);

/** What a store says of a file, as a text to compare. */
const saidOf = (store: ConfigurationStore, address: string): string =>
  JSON.stringify(settingsAt(store.known(address), address), (name, value: unknown) =>
    places.has(name) ? undefined : value,
  );
