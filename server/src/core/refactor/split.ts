/** Splits a statement in two: actions that can be restricted to resources, and those that cannot. What is granted stays the same. */
import { operationLevelOf } from '../knowledge/level.js';
import { splitStatement } from '../edits/statement-edits.js';
import { narrows } from '../policy/resource.js';
import { wellFormed } from '../policy/well-formed.js';
import type { Span } from '../span.js';
import { plainList } from '../edits/list.js';
import type { Refactoring, RefactoringContext } from './refactoring.js';

/** Offered on a statement with both kinds of actions. Not if all its resources narrow: then a rule reports it, and its fix also sets the resource. */
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
