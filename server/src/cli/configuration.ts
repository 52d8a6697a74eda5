/** What configurations say of files, for the command line. Commands ask this and nothing else. */
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  createSuppressionUse,
  dayOf,
  openConfigurations as openStore,
  plainAddress,
  problemsOf,
  say,
  settingsAt,
  sift,
  uriOf,
  type ConfigurationFile,
  type ConfigurationProblem,
  type FileSettings,
  type Finding,
  type Locale,
  type Policy,
  type RuleSettings,
} from '../core/index.js';
import { UsageError } from './environment.js';
import { readFound } from './files/read.js';
import { oneLine } from './one-line.js';
import { texts } from './texts.js';

/** What holds for one file: what its configuration says, and what the command line sets. */
export interface Settings extends FileSettings {
  /** Whether a configuration has mistakes or cannot be read, so that it may say something else than what is meant. */
  readonly isMistaken: boolean;
  /** Parts the findings of a policy from those that a person has accepted, and notes which entries did that. */
  readonly sift: (policy: Policy, findings: readonly Finding[]) => Sifted;
}

interface Sifted {
  readonly findings: readonly Finding[];
  readonly suppressed: readonly { readonly finding: Finding; readonly reason: string }[];
}

/** A configuration in which something is wrong. */
export interface FaultyConfiguration {
  readonly file: string;
  readonly text: string;
  readonly problems: readonly ConfigurationProblem[];
}

export interface Configurations {
  /** What holds for the file at a path. */
  settingsFor(file: string): Promise<Settings>;
  /** Tells for a folder which of its files a configuration names as policies; undefined: none. */
  namedIn(folder: string): Promise<((file: string) => Promise<boolean>) | undefined>;
  /** The configurations that were used. */
  files(): readonly string[];
  /** What is wrong with the configurations that were used. Suppressions that did nothing are, where all files of these folders have been checked. */
  faulty(folders: readonly string[]): readonly FaultyConfiguration[];
}

export interface ConfigurationOptions {
  /** A configuration for all files instead of those that lie with them. */
  readonly config?: string | undefined;
  readonly 'no-config': boolean;
}

const addressOf = (file: string): string => plainAddress(pathToFileURL(path.resolve(file)).href);
const fileAt = (address: string): string => fileURLToPath(uriOf(address));

/**
 * Opens the configurations of a command's files. `set`: levels of rules that go before everything else. `trouble` is told of those that are there and cannot be
 * read. Rejects with a `UsageError` where the one that is named cannot be read.
 */
export async function openConfigurations(
  options: ConfigurationOptions,
  set: RuleSettings,
  locale: Locale,
  trouble: (message: string) => void,
): Promise<Configurations> {
  const { config } = options;
  let isUnreadable = false;
  const read = async (address: string): Promise<string | undefined> => {
    const file = fileAt(address);
    const found = await readFound({ kind: 'file', path: file });
    if ('text' in found) return found.text;
    const isMissed = found.problem !== texts.missing && path.basename(file).endsWith('.config.json');
    if (isMissed) trouble(say(found.problem, locale, { path: oneLine(path.relative('.', file)), ...found.data }));
    isUnreadable ||= isMissed;
    return undefined;
  };
  if (config !== undefined && (await read(addressOf(config))) === undefined)
    throw new UsageError(say(texts.noConfiguration, locale, { path: oneLine(config) }));
  const only = options['no-config'] ? null : config === undefined ? undefined : addressOf(config);
  const roots = [addressOf('.')];
  const store = openStore({ read, roots: () => roots, ...(only !== undefined && { only }) });
  return new Opened(store, set, () => isUnreadable);
}

class Opened implements Configurations {
  private readonly use = createSuppressionUse();
  private readonly today = dayOf(new Date());

  constructor(
    private readonly store: ReturnType<typeof openStore>,
    private readonly set: RuleSettings,
    private readonly isUnreadable: () => boolean,
  ) {}

  async settingsFor(file: string): Promise<Settings> {
    const address = addressOf(file);
    const place = await this.store.load(address);
    const said = settingsAt(place, address);
    return {
      ...said,
      isMistaken: this.isUnreadable() || place.chain.some((file) => hasMistakes(file)),
      // An editor shows documents that are still to be written; what is checked here is finished.
      rules: { 'empty-policy': 'error', ...said.rules, ...this.set },
      sift: (policy, findings) => {
        const sifted = sift(policy, findings, said.suppressions, this.today);
        this.use.note(said.suppressions, sifted.suppressed);
        return {
          findings: sifted.findings,
          suppressed: sifted.suppressed.map(({ finding, by }) => ({ finding, reason: by.reason })),
        };
      },
    };
  }

  async namedIn(folder: string): Promise<((file: string) => Promise<boolean>) | undefined> {
    // Of any file in it: all have the same configuration.
    const { names } = await this.settingsFor(path.join(folder, '-'));
    return names ? async (file) => (await this.settingsFor(file)).named : undefined;
  }

  files(): readonly string[] {
    return this.store.all().map(({ address }) => fileAt(address));
  }

  faulty(folders: readonly string[]): readonly FaultyConfiguration[] {
    const now = new Date();
    return this.store
      .all()
      .map((configuration) => {
        const file = fileAt(configuration.address);
        const isWhole = folders.some((folder) => isBelow(path.dirname(file), path.resolve(folder)));
        const unused = isWhole ? this.use.unused(configuration, now, ({ rule }) => !Object.hasOwn(this.set, rule)) : [];
        const problems = [...problemsOf(configuration, now), ...unused].sort((a, b) => a.span.start - b.span.start);
        return { file, text: configuration.text, problems };
      })
      .filter(({ problems }) => problems.length > 0);
  }
}

const hasMistakes = ({ configuration, unread }: ConfigurationFile): boolean =>
  [...configuration.problems, ...unread].some(({ severity }) => severity === 'error');

const isBelow = (folder: string, outer: string): boolean => {
  const relative = path.relative(outer, folder);
  return relative === '' || (relative.split(path.sep)[0] !== '..' && !path.isAbsolute(relative));
};
