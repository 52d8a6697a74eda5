/** Parts the actions of a statement that can be restricted to resources from those that cannot. What is granted stays the same. */
import { operationLevelOf } from '../knowledge/level.js';
import { splitStatement } from '../edits/statement-edits.js';
import { narrows } from '../policy/resource.js';
import { wellFormed } from '../policy/well-formed.js';
import type { Span } from '../span.js';
import { plainList } from '../edits/list.js';
import type { Refactoring, RefactoringContext } from './refactoring.js';

/** Offered where both kinds stand together, unless all resources narrow: a rule then reports it and its fix also mends the resource. */
export function split({ statement, text, catalogue }: RefactoringContext): Refactoring | undefined {
  const actions = plainList(statement.actions);
  if (!actions?.array || wellFormed(statement.resources?.items).every(narrows)) return undefined;
  const moved = actions.items.filter((action) => operationLevelOf(catalogue, action));
  if (moved.length === 0 || moved.length === actions.items.length) return undefined;
  const nodes = new Set<Span>(moved.map(({ node }) => node));
  return {
    name: 'split',
    data: { count: moved.length },
    edits: () => splitStatement(text, statement, nodes, []),
  };
}
