/** What can be said of a policy of which something is not known. */
import type { Policy, Unknown } from '../policy/model.js';
import { readPolicy } from '../policy/read.js';
import { hasUnknownMark, withKnown } from '../syntax/unknown-mark.js';
import type { Finding } from './finding.js';
import type { LintOptions, Rules } from './lint.js';

/** What an unknown value may be: everything, and something that says nothing. What is found with both is found with what lies between. */
const samples = ['*', 'x'];

/** The findings that hold whatever the unknown values are, and that are not of these values themselves. */
export function certainFindings(
  policy: Policy,
  unknown: Unknown,
  options: LintOptions,
  lint: (policy: Policy, options: LintOptions) => readonly Finding[],
): readonly Finding[] {
  const { text } = policy.tree;
  const all = unknown === 'parts' ? { ...options, rules: ofStrings(options.rules) } : options;
  const found = lint(policy, all).filter(({ span }) => !hasUnknownMark(text, span.start, span.end));
  if (found.length === 0) return found;
  const others = samples.map(
    (value) => new Set(lint(readPolicy(withKnown(text, value)), { ...all, onFailure: () => undefined }).map(nameOf)),
  );
  return found.filter((finding) => others.every((names) => names.has(nameOf(finding))));
}

const nameOf = ({ code, messageId, span }: Finding): string => `${code} ${messageId} ${span.start} ${span.end}`;

/** Rules that look at the one value of a member. */
const ofValues: ReadonlySet<string> = new Set(['invalid-effect', 'invalid-version']);

/** The rules that look at one value: of texts whose parts may be missing or repeated, nothing else can be said. */
const ofStrings = (rules: Rules): Rules =>
  Object.fromEntries(
    Object.entries(rules).filter(
      ([code, { check }]) =>
        ofValues.has(code) || Object.keys(check).every((level) => level === 'action' || level === 'resource'),
    ),
  );
