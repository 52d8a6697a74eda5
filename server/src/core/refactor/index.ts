/** What can be refactored at a selection. Pure edits: nothing here knows an editor. */
import type { Catalogue } from '../catalogue/catalogue.js';
import type { Policy } from '../policy/model.js';
import { touches, type Span } from '../span.js';
import { collapse } from './collapse.js';
import { expand } from './expand.js';
import { merge } from './merge.js';
import { changePrefix } from './prefix.js';
import type { Refactoring, RefactoringContext } from './refactoring.js';
import { split } from './split.js';

export { organize } from './organize.js';
export type { Refactoring, RefactoringName } from './refactoring.js';

/** The refactorings for the statement in which `selection` begins; none where the text is no whole JSON. */
export function refactorings(policy: Policy, selection: Span, catalogue: Catalogue): readonly Refactoring[] {
  const statement = policy.statements.find(({ node }) => touches(node, selection.start));
  if (!statement || policy.tree.problems.length > 0) return [];
  const context: RefactoringContext = { policy, text: policy.tree.text, catalogue, statement, selection };
  return [expand(context), collapse(context), split(context), ...merge(context), ...changePrefix(context)].filter(
    (found) => found !== undefined,
  );
}
