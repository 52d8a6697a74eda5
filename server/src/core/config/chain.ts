/** A configuration with those that it extends, and what they say together of one file. */
import { matchesAbove, matchesPath, type Glob } from '../glob.js';
import type { Account } from '../knowledge/account.js';
import type { RuleSettings } from '../lint/lint.js';
import { folderOf, pathWithin } from './address.js';
import { namesPolicy } from './named-files.js';
import type { ConfigurationProblem } from './problem.js';
import type { Configuration } from './read.js';
import { dayOf, isExpired, type Suppression } from './suppress.js';
import { words } from './words.js';

/** One file of a chain. */
export interface ConfigurationFile {
  /** Its plain address (`address.ts`). */
  readonly address: string;
  readonly text: string;
  readonly configuration: Configuration;
  /** What is wrong with what it extends. */
  readonly unread: readonly ConfigurationProblem[];
}

/** The file that is in force and those that it extends: the farthest first, the one that is in force last. */
export type Chain = readonly ConfigurationFile[];

/** A suppression and the address of the file it stands in. */
export interface PlacedSuppression extends Suppression {
  readonly address: string;
}

/** What a configuration says of one file. */
export interface FileSettings {
  /** Whether it is not to be checked. */
  readonly ignored: boolean;
  /** Whether `files` names it as a policy; `*.cam.json` need no naming. */
  readonly named: boolean;
  /** Whether there are `files` at all. */
  readonly names: boolean;
  readonly rules: RuleSettings;
  readonly account: Account;
  readonly suppressions: readonly PlacedSuppression[];
}

/** What holds where there is no configuration. */
export const noSettings: FileSettings = {
  ignored: false,
  named: false,
  names: false,
  rules: {},
  account: {},
  suppressions: [],
};

/**
 * What `chain` says of the file at a plain address. A later file of the chain goes before an earlier one, its `overrides` before its `rules`, and among
 * overrides the last. `files`, `ignore` and `suppress` of all add up.
 */
export function settingsIn(chain: Chain, address: string): FileSettings {
  let { ignored, named, names, rules, account } = noSettings;
  const suppressions: PlacedSuppression[] = [];
  for (const { address: own, configuration } of chain) {
    const path = pathWithin(address, folderOf(own) ?? own);
    const isIn = (globs: readonly Glob[]): boolean =>
      path !== undefined && globs.some((glob) => matchesPath(glob, path));
    ignored ||= path !== undefined && configuration.ignore.some((glob) => matchesAbove(glob, path));
    named ||= path !== undefined && configuration.files.some((glob) => namesPolicy(glob, path));
    names ||= configuration.files.length > 0;
    account = { ...account, ...configuration.account };
    rules = { ...rules, ...configuration.rules };
    for (const override of configuration.overrides) if (isIn(override.files)) rules = { ...rules, ...override.rules };
    for (const one of configuration.suppress) if (isIn(one.files)) suppressions.push({ ...one, address: own });
  }
  return { ignored, named, names, rules, account, suppressions };
}

/** What is wrong with one file on `now`, its expired suppressions included. */
export function problemsOf({ configuration, unread }: ConfigurationFile, now: Date): readonly ConfigurationProblem[] {
  const day = dayOf(now);
  const expired = configuration.suppress
    .filter((one) => isExpired(one, day))
    .map(({ at, until = '' }): ConfigurationProblem => ({
      code: 'expired-suppression',
      severity: 'warning',
      span: at.until,
      message: words.expired,
      data: { day: until },
      isFormal: false,
    }));
  return [...configuration.problems, ...unread, ...expired].sort((a, b) => a.span.start - b.span.start);
}
