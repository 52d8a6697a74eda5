/** The fixes of one text. */
import {
  applyEdits,
  applyFixes,
  hostEdits,
  lint,
  policiesIn,
  readPolicy,
  type Embedded,
  type EngineOptions,
  type Finding,
  type Knowledge,
  type Policy,
} from '../../core/index.js';
import type { Settings } from '../configuration.js';

export interface FixedFile {
  readonly text: string;
  /** How many errors are left. */
  readonly errors: number;
}

/** The text called `name` with every fix that needs no person's eye. `onFailure` is told when a rule throws. Never throws. */
export function fixText(
  text: string,
  name: string,
  { rules, account, sift }: Settings,
  knowledge: Knowledge,
  onFailure: (rule: string, error: unknown) => void,
): FixedFile {
  const counted = (policy: Policy, findings: readonly Finding[]): readonly Finding[] => sift(policy, findings).findings;
  const options: EngineOptions = { ...knowledge, settings: rules, account, sift: counted, onFailure };
  const policies = policiesIn(text, '', name);
  const before = errorsIn(policies, options);
  const edits = policies.flatMap((embedded) =>
    hostEdits(embedded, applyFixes(readPolicy(embedded.text, embedded.unknown), options).edits),
  );
  const fixed = applyEdits(text, edits);
  if (fixed === text) return { text, errors: before };
  const errors = errorsIn(policiesIn(fixed, '', name), options);
  // No fix should do that. If one does, the text as it was is better.
  return errors > before ? { text, errors: before } : { text: fixed, errors };
}

const errorsIn = (policies: readonly Embedded[], options: EngineOptions): number =>
  policies
    .flatMap((embedded) => lint(readPolicy(embedded.text, embedded.unknown), options))
    .filter(({ severity }) => severity === 'error').length;
