/** What comparing two sides comes to, before a format shows it. */
import { doubtName, type Comparison, type Difference } from '../../core/index.js';
import type { SidePolicy } from './sides.js';

/** A policy that was compared. */
export interface Compared {
  /** The file of the policy as it is now; of one that is gone, as it was. */
  readonly path: string;
  readonly before: SidePolicy | undefined;
  readonly after: SidePolicy | undefined;
  readonly comparison: Comparison;
}

/** What keeps a difference from being certain. */
export const becauseOf = (difference: Difference): readonly string[] =>
  difference.is === 'undecided'
    ? difference.because.map(doubtName)
    : difference.is === 'depends'
      ? [difference.on]
      : [];
