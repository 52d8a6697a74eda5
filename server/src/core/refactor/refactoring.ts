/** The form of a refactoring: a change that a person asks for though nothing is wrong. Titles are worded by whoever offers it. */
import type { Catalogue } from '../catalogue/catalogue.js';
import type { Policy, Statement } from '../policy/model.js';
import type { Edit, Span } from '../span.js';
import type { TextData } from '../text.js';

export type RefactoringName =
  | 'split'
  | 'expand'
  | 'expand-known'
  | 'collapse'
  | 'collapse-adding'
  | 'merge-actions'
  | 'merge-resources'
  | 'add-prefix'
  | 'remove-prefix';

export interface Refactoring {
  readonly name: RefactoringName;
  /** What its title tells. */
  readonly data: TextData;
  readonly edits: () => readonly Edit[];
  /** The policy's length afterwards, as CAM counts it, if it is over CAM's limit; otherwise undefined. */
  readonly tooLong?: number;
}

/** What a refactoring starts from: a policy that is whole JSON, and the statement in which the selection begins. */
export interface RefactoringContext {
  readonly policy: Policy;
  readonly text: string;
  readonly catalogue: Catalogue;
  readonly statement: Statement;
  readonly selection: Span;
}
