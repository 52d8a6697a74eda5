/** A document as features see it: its text, and what is read from it once per version. */
import type { Position, Range } from 'vscode-languageserver-types';
import type { Catalogue } from '../core/catalogue/catalogue.js';
import type { Language } from '../core/catalogue/language.js';
import type { Finding } from '../core/lint/finding.js';
import { lint, type LintOptions, type Rules, type RuleSettings } from '../core/lint/lint.js';
import type { Policy } from '../core/policy/model.js';
import { readPolicy } from '../core/policy/read.js';
import type { Span } from '../core/span.js';
import type { Locale } from '../core/text.js';
import type { Abilities } from './abilities.js';

/** The part of a text document that features need; `TextDocument` of vscode-languageserver-textdocument has it. */
export interface Text {
  readonly uri: string;
  readonly version: number;
  getText(): string;
  positionAt(offset: number): Position;
  offsetAt(position: Position): number;
}

/** What the other policies of the workspace hold, as far as it is known already; asking costs no search. */
export interface Workspace {
  /** Account segments that resources and principals name, such as `uin/100000000001`, the most used first. */
  accounts(): readonly string[];
  /** Last segments of the resources of a service, such as `instance/ins-1`, the most used first. */
  ids(service: string): readonly string[];
}

/** What features are given besides the document. */
export interface Context {
  readonly catalogue: Catalogue;
  readonly language: Language;
  /** What the client can do; without it the plainest answers are given. */
  readonly abilities?: Abilities;
  /** Absent: only the open file is known. */
  readonly workspace?: Workspace;
  /** The time now, for values that begin with today's date. */
  readonly now?: () => Date;
  readonly rules: Rules;
  readonly settings: RuleSettings;
  readonly locale: Locale;
  /** Where a rule's page is; `{code}` stands for its name. */
  readonly rulePage: string | undefined;
  readonly onFailure?: (code: string, error: unknown) => void;
}

export interface PolicyDocument {
  readonly text: Text;
  /** Read when first asked for. */
  readonly policy: Policy;
  /** Linted when first asked for. */
  readonly findings: readonly Finding[];
}

/** The part of the context that lint needs. */
export const lintOptionsOf = ({ catalogue, language, rules, settings, onFailure }: Context): LintOptions => ({
  catalogue,
  language,
  rules,
  settings,
  ...(onFailure ? { onFailure } : {}),
});

/** The document of one version of a text. */
export function createDocument(text: Text, context: Context): PolicyDocument {
  let policy: Policy | undefined;
  let findings: readonly Finding[] | undefined;
  return {
    text,
    get policy() {
      return (policy ??= readPolicy(text.getText()));
    },
    get findings() {
      return (findings ??= lint(this.policy, lintOptionsOf(context)));
    },
  };
}

/** A span as lines and UTF-16 columns. */
export const rangeOf = (text: Text, { start, end }: Span): Range => ({
  start: text.positionAt(start),
  end: text.positionAt(end),
});

export type Locate = (offset: number) => Position;

/** Offsets to positions as `positionAt` does, quicker where many follow one another on a line. For one version of the text. */
export function createLocator(text: Text): Locate {
  const content = text.getText();
  let line = 0;
  let start = 0;
  let end = -1;
  return (offset) => {
    if (offset < start || offset > end) {
      ({ line } = text.positionAt(offset));
      start = text.offsetAt({ line, character: 0 });
      end = text.offsetAt({ line: line + 1, character: 0 });
      while (end > start && '\r\n'.includes(content.charAt(end - 1))) end--;
    }
    return { line, character: Math.min(offset, end) - start };
  };
}

/** Lines and UTF-16 columns as a span. */
export const spanOf = (text: Text, { start, end }: Range): Span => ({
  start: text.offsetAt(start),
  end: text.offsetAt(end),
});
