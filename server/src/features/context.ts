/** What features are given besides the document. */
import type { Catalogue } from '../core/catalogue/catalogue.js';
import type { FileSettings } from '../core/config/chain.js';
import { dayOf, sift } from '../core/config/suppress.js';
import type { Language } from '../core/catalogue/language.js';
import type { LintOptions, Rules, RuleSettings } from '../core/lint/lint.js';
import type { Locale } from '../core/text.js';
import type { CommandLink } from './markdown.js';
import type { Abilities } from './abilities.js';

/** What the other policies of the workspace mention. Only what has been read already: asking never starts a search. */
export interface Workspace {
  /** Account segments that resources and principals name, such as `uin/100000000001`, the most used first. */
  accounts(): readonly string[];
  /** Last segments of the resources of a service, such as `instance/ins-1`, the most used first. */
  ids(service: string): readonly string[];
  /** Services of the actions, the most used first. */
  services(): readonly string[];
  /** Names of a service's actions, wildcards aside, the most used first. */
  actions(service: string): readonly string[];
}

/** How explanations name their sources: `all` of them, or by one link to a page with all of them. */
export type ShownSources = 'all' | CommandLink;

/** Made for one address: settings may differ from folder to folder. */
export interface Context {
  readonly catalogue: Catalogue;
  readonly language: Language;
  /** What the client can do; the least there is unless given. */
  readonly abilities?: Abilities;
  /** Absent: only the open file is known. */
  readonly workspace?: Workspace;
  /** The time now, for values that begin with today's date. */
  readonly now?: () => Date;
  readonly rules: Rules;
  readonly settings: RuleSettings;
  readonly locale: Locale;
  /** Absent: explanations link to their newest source. */
  readonly shownSources?: ShownSources;
  /** What the configuration says of the file; `settings` has its levels already. */
  readonly configuration?: FileSettings;
  /** Where a rule's page is; `{code}` stands for its name. */
  readonly rulePage: string | undefined;
  readonly onFailure?: (code: string, error: unknown) => void;
}

/** The part of the context that lint needs. */
export const lintOptionsOf = ({
  catalogue,
  language,
  rules,
  settings,
  configuration,
  now,
  onFailure,
}: Context): LintOptions => ({
  catalogue,
  language,
  rules,
  settings,
  ...(configuration ? configured(configuration, now) : {}),
  ...(onFailure ? { onFailure } : {}),
});

/** What a configuration adds to what lint needs. */
const configured = (
  { ignored, account, suppressions }: FileSettings,
  now: () => Date = () => new Date(),
): Pick<LintOptions, 'account' | 'sift'> => ({
  account,
  sift: (policy, findings) => (ignored ? [] : sift(policy, findings, suppressions, dayOf(now())).findings),
});
