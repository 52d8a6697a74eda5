/** What a configuration says of files. Commands ask this and nothing else. */
import type { Finding, Policy, RuleSettings } from '../core/index.js';

/** What holds for one file. */
export interface FileSettings {
  /** Whether it is not to be checked, though it is named. */
  readonly ignored: boolean;
  /** Whether it is a policy though its name does not end as policies' names do. */
  readonly named: boolean;
  readonly rules: RuleSettings;
  /** Parts the findings of a policy from those that a person has accepted. */
  readonly sift: (policy: Policy, findings: readonly Finding[]) => Sifted;
}

export interface Sifted {
  readonly findings: readonly Finding[];
  readonly suppressed: readonly { readonly finding: Finding; readonly reason: string }[];
}

/** What holds for the file at a path. */
export type ConfigFor = (file: string) => Promise<FileSettings>;

/** The configuration of a command's files: `rules` are what the command line sets, which goes before everything else. */
export function configFor(rules: RuleSettings): ConfigFor {
  const settings: FileSettings = {
    ignored: false,
    named: false,
    // An editor shows documents that are still to be written; what is checked here is finished.
    rules: { 'empty-policy': 'error', ...rules },
    sift: (_, findings) => ({ findings, suppressed: [] }),
  };
  return () => Promise.resolve(settings);
}
