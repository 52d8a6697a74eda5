/** Applies the fixes of many findings, over and over until nothing is left to fix. Decides nothing: whoever calls says which fix of a finding. */
import { composeEdits } from '../edits/compose.js';
import type { Policy } from '../policy/model.js';
import { readPolicy } from '../policy/read.js';
import { hasSureMembers } from '../syntax/mistakes.js';
import type { JsonTree } from '../syntax/tree.js';
import { memoByObject } from '../memo.js';
import { applyEdits, type Edit } from '../span.js';
import { isOfText } from './consequences.js';
import type { Finding, Fix } from './finding.js';
import { compatible, patchOf, type Patch } from './patches.js';
import { lint, type LintOptions, type Rules } from './lint.js';

/** Fixes that wait for their neighbours need another round; fixes that undo each other would need rounds without end. */
export const maxRounds = 20;

export interface FixedText {
  readonly text: string;
  /** Of the text that the first findings are of. */
  readonly edits: readonly Edit[];
}

/** The fix that may be applied unseen. */
export const safeFix = ({ fix }: Finding): Fix | undefined => fix;

/** The safe fix, else the suggestion to offer first: only where a person asked for just this. */
export const firstFix = ({ fix, suggestions = [] }: Finding): Fix | undefined =>
  fix ?? suggestions.find(({ preferred }) => preferred);

/**
 * Fixes `findings` of `policy`, then what the fixed text still has, at most `maxRounds` times.
 * Fixes whose edits meet are not applied together: the later one waits for the next round. Nothing goes of which a part was not read. Never throws: a fix that does is told to
 * `options.onFailure` and left out.
 */
export function fixAll(
  policy: Policy,
  findings: readonly Finding[],
  options: LintOptions,
  choose: (finding: Finding) => Fix | undefined = safeFix,
): FixedText {
  const fixing = { ...options, rules: withFixes(options.rules) };
  let { tree } = policy;
  let edits: readonly Edit[] = [];
  let left = findings;
  for (let round = 0; round < maxRounds; round++) {
    const step = chosen(tree, left, choose, options);
    if (step.length === 0) break;
    const text = applyEdits(tree.text, step);
    if (text === tree.text) break;
    edits = composeEdits(edits, step);
    const next = readPolicy(text, policy.unknown);
    tree = next.tree;
    left = lint(next, fixing);
  }
  return { text: tree.text, edits };
}

/** Rules that never fix anything need not run again. */
const withFixes = memoByObject((rules: Rules): Rules =>
  Object.fromEntries(Object.entries(rules).filter(([, { fixes }]) => Object.keys(fixes).length > 0)),
);

/** The edits of as many of the chosen fixes as do not meet, those first in the text first. */
function chosen(
  tree: JsonTree,
  findings: readonly Finding[],
  choose: (finding: Finding) => Fix | undefined,
  { onFailure }: LintOptions,
): readonly Edit[] {
  const patches: Patch[] = [];
  for (const finding of findings) {
    try {
      const patch = patchOf(choose(finding)?.edits() ?? []);
      if (patch && (isOfText(finding) || !takesUnread(tree, patch))) patches.push(patch);
    } catch (error) {
      onFailure?.(finding.code, error);
    }
  }
  return compatible(patches);
}

/** Whether a part of what the patch takes away may not have been read: a restriction could go with it. */
const takesUnread = (tree: JsonTree, patch: Patch): boolean =>
  patch.some(({ span }) => span.end > span.start && !hasSureMembers(tree, span));
