/** Finds suppressions that keep nothing quiet: reads the policies they are for, in the background, while a configuration is open. */
import { CancellationTokenSource, type CancellationToken } from 'vscode-languageserver';
import { plainAddress } from '../core/config/address.js';
import type { ConfigurationFile, FileSettings } from '../core/config/chain.js';
import type { ConfigurationProblem } from '../core/config/problem.js';
import { dayOf, sift, type Suppression } from '../core/config/suppress.js';
import { createSuppressionUse, type SuppressionUse } from '../core/config/use.js';
import { policyEnding } from '../../../protocol/names.js';
import { policiesIn } from '../core/embed/hosts.js';
import { lint } from '../core/lint/lint.js';
import { readPolicy } from '../core/policy/read.js';
import { lintOptionsOf } from '../features/context.js';
import { contentOf, openAt } from './documents.js';
import type { Session } from './session.js';

export interface Unused {
  /** What was found by the last look. */
  of(file: ConfigurationFile): readonly ConfigurationProblem[];
  /** Looks again; whether anything was looked at. A later look ends an earlier one. */
  look(): Promise<boolean>;
  stop(): void;
}

/** The most files to read; where there are more, nothing is said. */
const maxFiles = 1000;

export const createUnused = (session: Session): Unused => new Looking(session);

class Looking implements Unused {
  private use: SuppressionUse | undefined;
  private running: CancellationTokenSource | undefined;

  constructor(private readonly session: Session) {}

  of(file: ConfigurationFile): readonly ConfigurationProblem[] {
    const { configurations } = this.session;
    if (!this.use || !configurations.isInside(file.address)) return [];
    return this.use.unused(file, new Date(), isListed);
  }

  async look(): Promise<boolean> {
    this.stop();
    const { configurations, documents } = this.session;
    const isWanted = configurations
      .files()
      .some(
        ({ address, configuration }) =>
          configuration.suppress.length > 0 && documents.get(configurations.uriOf(address)) !== undefined,
      );
    if (!isWanted) return false;
    const source = (this.running = new CancellationTokenSource());
    const use = await this.useIn(source.token);
    if (source.token.isCancellationRequested) return false;
    this.use = use;
    return true;
  }

  stop(): void {
    this.running?.cancel();
    this.running = undefined;
  }

  /** What the suppressions are used for in all policies; undefined: there are too many, or not all are known. */
  private async useIn(token: CancellationToken): Promise<SuppressionUse | undefined> {
    const { configurations, policyFiles, nextTurn } = this.session;
    const listed = await policyFiles.list(token);
    if (!listed || listed.length > maxFiles) return undefined;
    const use = createSuppressionUse();
    for (const uri of listed) {
      if (token.isCancellationRequested) break;
      await configurations.ready(uri);
      if ((configurations.of(uri)?.suppressions.length ?? 0) === 0) continue;
      const text = await this.textOf(uri, token);
      if (text !== undefined) noteFile(this.session, uri, text, use);
      await nextTurn();
    }
    return use;
  }

  /** The text of a file, as the person has it where it is open. */
  private textOf(uri: string, token: CancellationToken): Promise<string | undefined> {
    const { documents, policyFiles } = this.session;
    const open = openAt(documents, plainAddress(uri));
    return open ? Promise.resolve(contentOf(open)) : policyFiles.read(uri, token);
  }
}

/** Whether all files that a suppression may be for are listed: those in folders with a dot or of dependencies, or with other endings, are not. */
const isListed = ({ files }: Suppression): boolean =>
  files.every(
    ({ text }) => text.endsWith(policyEnding) && !/(?:^|\/)(?:\.(?!\/)|node_modules|bower_components)/u.test(text),
  );

/** Notes what the suppressions of one file keep quiet under the configuration alone, whatever the person's own settings are. */
function noteFile({ configurations, contextOf }: Session, uri: string, text: string, use: SuppressionUse): void {
  const configuration: FileSettings | undefined = configurations.of(uri);
  if (!configuration || configuration.ignored) return;
  const { suppressions, rules: settings } = configuration;
  // Of the options all but their own `sift`, which would leave nothing to note.
  const { catalogue, language, rules, account = {} } = lintOptionsOf({ ...contextOf(uri), settings });
  const options = { catalogue, language, rules, settings, account };
  for (const { text: own } of policiesIn(text, '', uri)) {
    const policy = readPolicy(own);
    lint(policy, {
      ...options,
      sift(_, findings) {
        use.note(suppressions, sift(policy, findings, suppressions, dayOf(new Date())).suppressed);
        return findings;
      },
    });
  }
}
