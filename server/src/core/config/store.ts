/** Finds the configuration of a file: the nearest one upwards, up to the repository's root or the workspace's folder. Each file is read once until `forget`. */
import type { Rules } from '../lint/lint.js';
import { folderOf, isWithin, resolvePath } from './address.js';
import { noSettings, settingsIn, type Chain, type ConfigurationFile, type FileSettings } from './chain.js';
import type { ConfigurationProblem } from './problem.js';
import { configurationName } from './named-files.js';
import { readConfiguration } from './read.js';
import { searchUpwards } from './search.js';
import { words } from './words.js';

export interface ConfigurationPorts {
  readonly rules: Rules;
  /** The text of the file at a plain address (`address.ts`); undefined where it cannot be read. Never rejects. */
  readonly read: (address: string) => Promise<string | undefined>;
  /** The workspace's folders, or the folder that a command line runs in; plain addresses. */
  readonly roots: () => readonly string[];
  /** A configuration for all files instead of those that lie with them, by its plain address; null: none at all. */
  readonly only?: string | null;
}

/** Where the files of a folder have their configuration. */
export interface Place {
  /** Empty: there is none. */
  readonly chain: Chain;
  /** The folder that a new configuration belongs into. */
  readonly home: string;
}

export interface ConfigurationStore {
  /** What is known without reading; undefined: ask `load`. */
  known(address: string): Place | undefined;
  /** Finds and reads the configuration of the file at a plain address. Never rejects. */
  load(address: string): Promise<Place>;
  /** Forgets all that was read. */
  forget(): void;
  /** Whether a file was looked for since then, whether it was there or not. */
  asked(address: string): boolean;
  /** The configurations that were read since then, those that others extend included. */
  all(): readonly ConfigurationFile[];
}

/** The most configurations that may extend each other. */
const maxChain = 20;

export const createConfigurationStore = (ports: ConfigurationPorts): ConfigurationStore => new Store(ports);

/** What holds for the file at a plain address that has its configuration at `place`. */
export const settingsAt = (place: Place | undefined, address: string): FileSettings =>
  place && place.chain.length > 0 ? settingsIn(place.chain, address) : noSettings;

class Store implements ConfigurationStore {
  private folders = new Map<string, Promise<Place>>();
  private found = new Map<string, Place>();
  private texts = new Map<string, Promise<string | undefined>>();
  private files = new Map<string, ConfigurationFile>();

  constructor(private readonly ports: ConfigurationPorts) {}

  known(address: string): Place | undefined {
    return this.found.get(folderOf(address) ?? address);
  }

  load(address: string): Promise<Place> {
    const folder = folderOf(address) ?? address;
    const before = this.folders.get(folder);
    if (before) return before;
    const { found } = this;
    const loading = this.find(folder).then((place) => {
      found.set(folder, place);
      return place;
    });
    this.folders.set(folder, loading);
    return loading;
  }

  forget(): void {
    this.folders = new Map();
    this.found = new Map();
    this.texts = new Map();
    this.files = new Map();
  }

  asked(address: string): boolean {
    return this.texts.has(address);
  }

  all(): readonly ConfigurationFile[] {
    return [...this.files.values()];
  }

  private text(address: string): Promise<string | undefined> {
    const before = this.texts.get(address);
    if (before) return before;
    const reading = this.ports.read(address);
    this.texts.set(address, reading);
    return reading;
  }

  private async find(folder: string): Promise<Place> {
    const { only, roots } = this.ports;
    const root = longest(roots().filter((each) => isWithin(folder, each)));
    if (only !== undefined) return { chain: only === null ? [] : await this.chain(only), home: root ?? folder };
    const { nearest, repository } = await searchUpwards(
      folder,
      root,
      configurationName,
      async (file) => (await this.text(file)) !== undefined,
    );
    const isInside = nearest !== undefined && (nearest === folder || isWithin(nearest, repository ?? root ?? folder));
    const chain = isInside ? await this.chain(`${nearest}/${configurationName}`) : [];
    return { chain, home: root ?? repository ?? folder };
  }

  /** The configuration at `address` and those that it extends. */
  private async chain(address: string): Promise<Chain> {
    const chain: ConfigurationFile[] = [];
    const { files } = this;
    for (let next: string | undefined = address; next !== undefined;) {
      const { file, base }: Link = await this.link(next, chain);
      if (!file) break;
      chain.unshift(file);
      files.set(next, file);
      next = base;
    }
    return chain;
  }

  /** One file, behind those of `chain`, and the address of the next one. */
  private async link(address: string, chain: Chain): Promise<Link> {
    const text = await this.text(address);
    if (text === undefined) return { file: undefined, base: undefined };
    const configuration = readConfiguration(text, this.ports.rules);
    const { extends: base } = configuration;
    if (!base) return { file: { address, text, configuration, unread: [] }, base: undefined };
    const target = resolvePath(folderOf(address) ?? address, base.path);
    const trouble = await this.trouble(target, [address, ...chain.map((file) => file.address)], base.path);
    const unread = trouble ? [problemAt(base.span, trouble)] : [];
    return { file: { address, text, configuration, unread }, base: trouble ? undefined : target };
  }

  /** Why a configuration cannot be extended. */
  private async trouble(
    target: string | undefined,
    names: readonly string[],
    path: string,
  ): Promise<Trouble | undefined> {
    if (target !== undefined && names.includes(target)) return { message: words.loop, data: { path } };
    if (names.length >= maxChain) return { message: words.tooMany, data: { limit: maxChain } };
    const isRead = target !== undefined && (await this.text(target)) !== undefined;
    return isRead ? undefined : { message: words.notFound, data: { path } };
  }
}

interface Link {
  readonly file: ConfigurationFile | undefined;
  readonly base: string | undefined;
}

type Trouble = Pick<ConfigurationProblem, 'message' | 'data'>;

const problemAt = (span: ConfigurationProblem['span'], trouble: Trouble): ConfigurationProblem => ({
  code: 'configuration',
  severity: 'error',
  span,
  isFormal: false,
  ...trouble,
});

const longest = (texts: readonly string[]): string | undefined =>
  texts.reduce<string | undefined>(
    (best, each) => (best === undefined || each.length > best.length ? each : best),
    undefined,
  );
