/** Which suppressions are in use, over many files: those that never were can go. */
import type { ConfigurationFile, PlacedSuppression } from './chain.js';
import type { ConfigurationProblem } from './problem.js';
import { dayOf, isExpired, type Suppressed, type Suppression } from './suppress.js';
import { words } from './words.js';

export interface SuppressionUse {
  /** Notes a policy file that `suppressions` are for, and what they kept quiet there. */
  note(suppressions: readonly PlacedSuppression[], suppressed: readonly Suppressed[]): void;
  /** The suppressions of a file that kept nothing quiet, as problems. `isSeen`: whether all files that one is for have been noted. */
  unused(
    file: ConfigurationFile,
    now: Date,
    isSeen: (suppression: Suppression) => boolean,
  ): readonly ConfigurationProblem[];
}

export function createSuppressionUse(): SuppressionUse {
  /** By file and place: a file that is read again gives other objects. */
  const met = new Set<string>();
  const used = new Set<string>();
  const keyOf = (address: string, { span }: Suppression): string => `${span.start} ${address}`;
  return {
    note(suppressions, suppressed) {
      const by = new Set(suppressed.map((one) => one.by));
      for (const one of suppressions) {
        met.add(keyOf(one.address, one));
        if (by.has(one)) used.add(keyOf(one.address, one));
      }
    },
    unused({ address, configuration }, now, isSeen) {
      const day = dayOf(now);
      return configuration.suppress
        .filter((one) => !used.has(keyOf(address, one)) && !isExpired(one, day) && isSeen(one))
        .map((one): ConfigurationProblem => {
          const isMet = met.has(keyOf(address, one));
          return {
            code: 'unused-suppression',
            severity: 'warning',
            span: isMet ? one.at.rule : one.at.files,
            message: isMet ? words.unused : words.noFile,
            data: { rule: one.rule },
            isFormal: false,
          };
        });
    },
  };
}
