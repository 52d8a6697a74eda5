/** The spot in a resource string that completion is asked for. */
import type { Statement } from '../../../core/policy/model.js';
import type { Candidate, CompletionContext } from '../candidate.js';

export interface ResourceCursor {
  readonly statement: Statement;
  readonly context: CompletionContext;
  /** The string left and right of the cursor. */
  readonly before: string;
  readonly after: string;
  /** Where in the string the segment at the cursor starts and ends; undefined: at the string's end. */
  readonly start: number;
  readonly end: number | undefined;
  /** The service segment. */
  readonly service: string;
}

export type ResourceCompleter = (cursor: ResourceCursor) => readonly Candidate[];

/** The colon that ends a segment; empty if it is there already. */
export const colonAfter = ({ end }: ResourceCursor, more = ''): string => (end === undefined ? `:${more}` : '');
