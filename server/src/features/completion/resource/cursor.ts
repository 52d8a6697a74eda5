/** The spot in a resource string that completion is asked for. */
import type { Statement } from '../../../core/policy/model.js';
import type { Candidate, CompletionContext } from '../candidate.js';

export interface ResourceCursor {
  readonly statement: Statement;
  readonly context: CompletionContext;
  /** The string up to the cursor, and from there on. */
  readonly before: string;
  readonly after: string;
  /** Where in the string the segment at the cursor starts, and where it ends; undefined: with the string. */
  readonly start: number;
  readonly end: number | undefined;
  /** What the segments before are. */
  readonly service: string;
}

export type ResourceCompleter = (cursor: ResourceCursor) => readonly Candidate[];

/** What ends a segment: nothing where its colon stands already. */
export const colonAfter = ({ end }: ResourceCursor, more = ''): string => (end === undefined ? `:${more}` : '');
