/** What lint finds: plain data that every way out (squiggle, quick fix, command line) words and shows for itself. */
import type { Edit, Span } from '../span.js';
import type { TextData } from '../text.js';

/** The most severe first. */
export const severities = ['error', 'warning', 'information', 'hint'] as const;
export type Severity = (typeof severities)[number];

/** A fix among others that touch the same place: what several of them change in one go. */
export interface Among {
  readonly index: number;
  /** The edits of the fixes with these indices. Fixes are of one kind where this is one function. */
  readonly edits: (indices: readonly number[]) => readonly Edit[];
}

/** A change that mends a finding. Its edits are made when asked for, from the text the finding is of. */
export interface Fix {
  /** Names the title among the rule's `fixes`. */
  readonly titleId: string;
  readonly data: TextData;
  readonly edits: () => readonly Edit[];
  /** The one to offer first. */
  readonly preferred?: boolean;
  /** How many places it mends, where it is more than one. */
  readonly places?: number;
  /** Where it mends several places, and not all of them as its title says of the first. */
  readonly varied?: true;
  readonly among?: Among;
}

export interface Related {
  readonly span: Span;
  /** Names the text among the rule's messages. */
  readonly messageId: string;
  readonly data: TextData;
}

export interface Finding {
  /** The rule's name. */
  readonly code: string;
  readonly severity: Severity;
  readonly span: Span;
  readonly messageId: string;
  readonly data: TextData;
  /** Safe to apply unseen: it does not widen what is granted beyond what the person plainly wrote. */
  readonly fix?: Fix;
  /** Need a person's eye. */
  readonly suggestions?: readonly Fix[];
  readonly related?: readonly Related[];
  /** Where one mistake was made at several places: the findings of each of them, this one's included, in the order of the text. */
  readonly parts?: readonly Finding[];
  /** Where it has several parts whose messages are not the same: its own is that of the first. */
  readonly varied?: true;
  /** How an editor may show it besides the squiggle. */
  readonly tag?: 'unnecessary' | 'deprecated';
}
