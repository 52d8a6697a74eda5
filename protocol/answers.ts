/** What the server answers to requests beyond the Language Server Protocol. */
import type { ruleLevels } from './names.js';

/** A policy to begin with, as a picker shows it. */
export interface Template {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** The policy with tab stops, in the snippet notation of the protocol. */
  readonly body: string;
}

export interface Summary {
  /** In characters, white space not counted. */
  readonly length: number;
  /** CAM's limit. */
  readonly limit: number;
  /** The day of the catalogue's data: `2026-11-22`. */
  readonly catalogueDate: string;
}

export interface Compact extends Summary {
  /** The policy on one line; absent where it is not JSON, so that nothing is copied that CAM would refuse. */
  readonly text?: string | undefined;
}

/** As much of a policy as shows a problem. */
export interface Excerpt {
  /** The policy's text, its long numbers and addresses replaced. */
  readonly text: string;
  /** The rules that have findings in that text, and the line of each, from 1. */
  readonly findings: readonly { readonly code: string; readonly line: number }[];
}

export interface Expansion {
  /** The policy with its wildcards written out, one action a line, in groups with a blank line between. */
  readonly text: string;
  readonly groups: readonly ActionGroup[];
  /** How many patterns were written out, and how many were left because the catalogue does not know what they stand for. */
  readonly expanded: number;
  readonly left: number;
}

/** Actions behind a wildcard that do the same kind of thing. */
export interface ActionGroup {
  /** The line of its first action in the expanded text, from 0. */
  readonly line: number;
  /** What its actions do and how many they are: `read: 12`. */
  readonly title: string;
}

/** What is known of a place in a policy, with all of its sources. */
export interface SourcesPage {
  /** What it is about, as the policy writes it. */
  readonly title: string;
  /** Markdown. */
  readonly text: string;
}

export interface AddedStatement<Edit> {
  /** Absent where nothing is to be changed. */
  readonly edit?: Edit;
  /** The actions that are allowed now and were not before. */
  readonly added: readonly string[];
  /** For the person: why nothing was added, or what to look at. */
  readonly notes: readonly string[];
  /**
   * Requests whose action the message does not name: ask the person, and ask again with the names chosen. That answer's edit holds this one's, too;
   * apply this one's where the person chooses nothing.
   */
  readonly choices?: readonly Choice[];
}

/** What a policy that is narrowed to the used actions comes to. */
export interface KeptUsed<Edit> {
  /** Absent where the policy stays as it is. */
  readonly edit?: Edit;
  /** For the person: what was kept, or why nothing changes. */
  readonly text: string;
}

/** A request of COS whose action the person has to choose. */
export interface Choice {
  readonly resource: string;
  /** Names of COS actions, the likeliest first. */
  readonly actions: readonly string[];
}

/** A rule that has a finding where code actions were asked for: the argument of the command `camPolicy.rules`. */
export interface ShownRule {
  readonly code: string;
  /** How its finding is shown: `error`, `warning`, `information` or `hint`. */
  readonly severity: string;
  /** The document, where the configuration can be changed for it. */
  readonly uri?: string;
  /** What a suppression of the finding is narrowed by. */
  readonly suppress?: Narrowing;
}

/** What a suppression is narrowed by; see docs/configuration.md. */
export interface Narrowing {
  readonly action?: string;
  readonly resource?: string;
  readonly statement?: number | string;
}

/** A change of the configuration that holds for a document. */
export type ConfigurationChange =
  | (Narrowing & { readonly kind: 'suppress'; readonly rule: string; readonly reason: string })
  | { readonly kind: 'level'; readonly rule: string; readonly level: (typeof ruleLevels)[number] };

export interface ChangedConfiguration<Edit> {
  /** Absent where the file has mistakes that are in the way. */
  readonly edit?: Edit;
  /** The configuration's file. */
  readonly uri: string;
  /** Whether the edit creates it. */
  readonly isNew: boolean;
}
