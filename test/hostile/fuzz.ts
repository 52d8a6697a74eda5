/** Tries fix-all, single fixes and refactorings on random policies, and tells what one does that none may do. */
import fc from 'fast-check';
import type { LintOptions, Rules } from '../../server/src/core/lint/lint.js';
import { rules as shippedRules } from '../../server/src/core/lint/rules/index.js';
import { shippedCatalogue, shippedLanguage } from '../../server/test/shipped-catalogue.js';
import { fuzzedText } from './fuzz-policies.js';
import { tryAll, Wrong, type Counts } from './fuzz-trial.js';

/** What went wrong, once for each kind of it, with the shortest text that shows it. */
export interface Fault {
  /** The rule or refactoring, and what it did. */
  readonly kind: string;
  readonly text: string;
  readonly after: string;
}

export interface Fuzzed {
  readonly texts: number;
  readonly findings: number;
  /** Single fixes and suggestions that were made. */
  readonly fixes: number;
  readonly refactorings: number;
  /** The longest that one text took with all that was tried on it, in ms. */
  readonly slowest: number;
  readonly faults: readonly Fault[];
}

export interface FuzzOptions {
  /** It ends behind so many seconds or texts, whichever comes first. */
  readonly seconds: number;
  readonly texts: number;
  /** The same seed tries the same texts. */
  readonly seed: number;
  /** Instead of those that ship. */
  readonly rules?: Rules;
  /** Told of each fault as soon as it is found. */
  readonly onFault?: (fault: Fault) => void;
}

/** Tries one random policy after another. */
export function fuzz({ seconds, texts, seed, rules = shippedRules, onFault }: FuzzOptions): Fuzzed {
  const options: LintOptions = {
    catalogue: shippedCatalogue,
    language: shippedLanguage,
    rules,
    onFailure: (code, error) => {
      throw new Wrong(`${code} throws ${String(error)}`, '');
    },
  };
  const counts: Counts = { texts: 0, findings: 0, fixes: 0, refactorings: 0, slowest: 0 };
  const faults = new Map<string, Fault>();
  const end = performance.now() + seconds * 1000;
  const batch = 250;
  for (let round = 0; performance.now() < end && counts.texts < texts; round++) {
    const property = fc.property(fuzzedText, fc.nat(10_000), (text, at) => {
      try {
        tryAll({ text, at: at % (text.length + 1), counts, options });
      } catch (error) {
        // Known already: what is to be found here is what is new.
        if (!(error instanceof Wrong) || !faults.has(error.kind)) throw error;
      }
    });
    const result = fc.check(property, {
      seed: seed + round,
      numRuns: Math.min(batch, texts),
      // Making a fault short may take long.
      interruptAfterTimeLimit: Math.max(1000, end - performance.now()),
    });
    if (!result.failed) continue;
    const { errorInstance: error, counterexample } = result;
    const [text = ''] = counterexample ?? [];
    const wrong = error instanceof Wrong ? error : new Wrong(`throws ${String(error)}`, '');
    const fault = { kind: wrong.kind, text, after: wrong.after };
    faults.set(fault.kind, fault);
    onFault?.(fault);
  }
  return { ...counts, faults: [...faults.values()] };
}
