/** A policy of a file, narrowed to what is used, as the text of the file. */
import { applyEdits, hostEdits, least, policiesIn, type Caller, type Knowledge, type Use } from '../../core/index.js';
import type { NamedPolicy } from '../access/policies.js';

export interface Narrowed {
  /** The whole text of the file. */
  readonly text: string;
  /** Why it is as it was; none where it was narrowed. */
  readonly notes: readonly ('exact' | 'nothing' | 'unproven')[];
  readonly left: readonly Use[];
  readonly everywhere: readonly string[];
}

export function narrow(
  { file, text, index, policy }: NamedPolicy,
  uses: readonly Use[],
  facts: Knowledge,
  caller: Caller,
): Narrowed {
  const found = least(policy, uses, facts, caller);
  const { left } = found;
  const embedded = policiesIn(text, '', file)[index];
  if (found.is === 'least' && embedded)
    return { text: applyEdits(text, hostEdits(embedded, found.edits)), notes: [], left, everywhere: [] };
  const why = found.is === 'least' || found.why === 'broken' ? 'unproven' : found.why;
  return { text, notes: [why], left, everywhere: [] };
}
