/** The fixes of one text. */
import {
  applyEdits,
  applyFixes,
  hostEdits,
  hostSpan,
  ignoresIn,
  lint,
  policiesIn,
  readPolicy,
  ruleNames,
  type Embedded,
  type EngineOptions,
  type Finding,
  type Knowledge,
  type Locale,
  type Policy,
} from '../../core/index.js';
import { checkText, type ShownFinding } from '../check/check-text.js';
import type { Settings } from '../configuration.js';

export interface FixedFile {
  readonly text: string;
  /** The errors that are left, where they stand in `text`. */
  readonly errors: readonly ShownFinding[];
}

/** The text called `name` with every fix that needs no person's eye. `onFailure` is told when a rule throws. Never throws. */
export function fixText(
  text: string,
  name: string,
  settings: Settings,
  knowledge: Knowledge,
  locale: Locale,
  onFailure: (rule: string, error: unknown) => void,
): FixedFile {
  const { rules, account, sift } = settings;
  const counted = (policy: Policy, findings: readonly Finding[]): readonly Finding[] => sift(policy, findings).findings;
  const options: EngineOptions = { ...knowledge, settings: rules, account, sift: counted, onFailure };
  const policies = policiesIn(text, '', name);
  const errorsIn = (checked: string): readonly ShownFinding[] =>
    checkText(checked, name, settings, { ...knowledge, locale, rulePage: '', onFailure }).findings.filter(
      ({ severity }) => severity === 'error',
    );
  const before = errorsIn(text);
  const accepted = acceptedIn(text, policies, options);
  const edits = policies.flatMap((embedded) => {
    const left = (policy: Policy, findings: readonly Finding[]): readonly Finding[] =>
      counted(policy, findings).filter(({ code }) => !accepted(embedded).has(code));
    const policy = readPolicy(embedded.text, embedded.unknown);
    return hostEdits(embedded, applyFixes(policy, { ...options, sift: left }).edits);
  });
  const fixed = applyEdits(text, edits);
  if (fixed === text) return { text, errors: before };
  const errors = errorsIn(fixed);
  // No fix should do that. If one does, the text as it was is better.
  return errors.length > before.length ? { text, errors: before } : { text: fixed, errors };
}

/** The rules of which a comment in the host accepts a finding of a policy: nothing that they find there is fixed. */
function acceptedIn(
  text: string,
  policies: readonly Embedded[],
  options: EngineOptions,
): (embedded: Embedded) => ReadonlySet<string> {
  const ignores = ignoresIn(text, policies, new Set(ruleNames));
  const accepted = new Map<Embedded, ReadonlySet<string>>();
  for (const embedded of policies) {
    const codes = new Set<string>();
    const sift = (_: Policy, findings: readonly Finding[]): readonly Finding[] => {
      const { ignored } = ignores.sift(embedded, findings, ({ span }) => hostSpan(embedded, span).start);
      for (const { finding } of ignored) codes.add(finding.code);
      return [];
    };
    if (text.includes('cam-policy-ignore')) lint(readPolicy(embedded.text, embedded.unknown), { ...options, sift });
    accepted.set(embedded, codes);
  }
  return (embedded) => accepted.get(embedded) ?? new Set();
}
